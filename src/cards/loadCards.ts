import { carry } from '../core/request/buttonData.ts';
import type { Triage } from '../core/types.ts';
import { type AnswerInput, answerCuts, answerData, answerSummary } from './answer/answerData.ts';
import { nothingElseData, nothingFoundCuts, nothingFoundData } from './answer/nothingFoundData.ts';
import { nameKinds, secretWarningData, withSecretBanner } from './answer/secretBanner.ts';
import { suggestionsCuts, suggestionsData } from './answer/suggestionsData.ts';
import type { Cards, Moment, Reply } from './cards.ts';
import { caseCuts, caseData } from './case/caseData.ts';
import { caseListData } from './case/caseListData.ts';
import { formCuts, formData } from './case/formData.ts';
import {
  errorData,
  forgottenData,
  noticeData,
  notSavedCuts,
  notSavedData,
  solvedData,
} from './plainCards.ts';
import { readTemplates } from './readTemplates.ts';
import { type Card, cardLength, MAX_CARD_LENGTH, renderToFit } from './renderCard.ts';
import { fill, readWords } from './words.ts';

/**
 * Reads all templates and words once.
 *
 * @param dir the folder `cards`
 * @returns functions that make cards; they read nothing and remember nothing
 * @throws with a clear message when a file is missing or not as it should be
 */
export function loadCards(dir: string): Cards {
  const templates = readTemplates(dir);
  const words = readWords(dir);

  // The banner takes its room first, so that the rest is cut to what is left.
  const warned = (kinds: string[], summary: string, render: (room: number) => Card): Reply => {
    if (kinds.length === 0) return { card: render(MAX_CARD_LENGTH), summary };
    const summaryToo = fill(words.summary.secret, { kinds: nameKinds(kinds, words), rest: summary });
    const banner = cardLength(templates.secretWarning.render(secretWarningData(kinds, false, words)));
    const card = withSecretBanner(render(MAX_CARD_LENGTH - banner), kinds, templates.secretWarning, words);
    return { card: { ...card, fallbackText: summaryToo }, summary: summaryToo };
  };
  const kindsOf = ({ secrets }: Triage) => secrets.map(({ kind }) => kind);

  const answer = (input: AnswerInput, kinds: string[], moment: Moment): Reply =>
    warned(kinds, answerSummary(input.entry, input.found, words), (room) =>
      renderToFit(templates.answer, answerData(input, moment, words), answerCuts(words), room),
    );

  const nothingFound = (triage: Triage, moment: Moment): Reply => {
    const data = nothingFoundData(triage.details, triage.unknownCodes, carry(triage), moment, words);
    return warned(kindsOf(triage), data.fallbackText, (room) =>
      renderToFit(templates.nothingFound, data, nothingFoundCuts, room),
    );
  };

  return {
    answer(triage, moment, { shown } = {}) {
      const match = triage.matches.find(({ entry }) => entry.id === shown) ?? triage.matches[0];
      if (!match) return nothingFound(triage, moment);
      const { details, matches } = triage;
      const others = matches.filter((one) => one !== match).map(({ entry }) => entry);
      const input = {
        entry: match.entry,
        matches,
        others,
        found: details,
        chain: details.chain,
        unknownCodes: triage.unknownCodes,
        carried: carry(triage),
      };
      return answer(input, kindsOf(triage), moment);
    },
    answerEntry(entry, others, carried, moment) {
      return answer({ entry, matches: [], others, found: carried, chain: [], carried }, [], moment);
    },
    suggestions(triage, moment) {
      const entries = triage.matches.map(({ entry }) => entry);
      if (entries.length === 0) return nothingFound(triage, moment);
      const data = suggestionsData(
        entries,
        triage.details,
        carry(triage),
        'suggestion',
        undefined,
        moment,
        words,
      );
      return warned(kindsOf(triage), data.fallbackText, (room) =>
        renderToFit(templates.suggestions, data, suggestionsCuts, room),
      );
    },
    otherSuggestions(others, carried, moment, back) {
      if (others.length === 0) {
        const data = nothingElseData(carried, back, moment, words);
        return toReply(renderToFit(templates.nothingFound, data, nothingFoundCuts));
      }
      const data = suggestionsData(others, carried, carried, 'otherSuggestion', back, moment, words);
      return toReply(renderToFit(templates.suggestions, data, suggestionsCuts));
    },
    nothingFound,
    secretsOnly: (kinds) => toReply(templates.secretWarning.render(secretWarningData(kinds, true, words))),
    help: () => toReply(templates.help.render({})),
    welcome: () => toReply(templates.welcome.render({})),
    pasteText: () => toReply(templates.pasteText.render({})),
    solved: (entry, carried) => toReply(templates.solved.render(solvedData(entry, carried, words))),
    error: (referenceId) => toReply(templates.error.render(errorData(referenceId, words))),
    friendlyNo: (kind) => toReply(templates.notice.render(noticeData(kind, words))),
    forgotten: (done) => toReply(templates.notice.render(forgottenData(done, words))),
    escalationForm: (form) => toReply(renderToFit(templates.escalationForm, formData(form, words), formCuts)),
    case: (view, moment) =>
      toReply(renderToFit(templates.case, caseData(view, moment, words), caseCuts(words))),
    caseList: (mine, here, moment) =>
      toReply(templates.caseList.render(caseListData(mine, here, moment, words))),
    notSaved: (template) =>
      toReply(renderToFit(templates.notSaved, notSavedData(template, words), notSavedCuts(words))),
  };
}

/** The line that stands for a card is in its template, or comes with its data. */
const toReply = (card: Card): Reply => ({ card, summary: String(card.fallbackText) });
