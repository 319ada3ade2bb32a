import type { Cards, Moment, Reply } from '../cards.ts';
import {
  HOSTILE,
  maximalCarried,
  maximalCaseView,
  maximalDetails,
  maximalEntry,
  maximalForm,
  maximalTriage,
} from './maximal.ts';

/** Every card of the bot, made from the longest and most hostile input. */
export function maximalReplies(cards: Cards, moment: Moment): Record<string, Reply> {
  const others = maximalTriage.matches.slice(1).map(({ entry }) => entry);
  const item = {
    title: HOSTILE.repeat(3),
    state: 'draft',
    updated: '2026-11-02T18:25:26Z',
    severity: 'A',
  } as const;
  const items = (letter: string) =>
    Array.from({ length: 30 }, (_, at) => ({ ...item, id: `ENT-${letter}KQ${at}` }));
  const kinds = maximalTriage.secrets.map(({ kind }) => kind);
  return {
    answer: cards.answer(maximalTriage, moment),
    answerEntry: cards.answerEntry(maximalEntry, others, maximalCarried, moment),
    suggestions: cards.suggestions(maximalTriage, moment),
    otherSuggestions: cards.otherSuggestions(others, maximalCarried, moment),
    nothingElse: cards.otherSuggestions([], maximalCarried, moment),
    nothingFound: cards.nothingFound({ ...maximalTriage, outcome: 'none', matches: [] }, moment),
    nothingAtAll: cards.nothingFound(
      {
        ...maximalTriage,
        outcome: 'none',
        matches: [],
        unknownCodes: [],
        secrets: [],
        details: {
          ...maximalDetails,
          codes: [],
          correlationIds: [],
          traceIds: [],
          timestamps: [],
          tenantIds: [],
          appIds: [],
          tenantDomains: [],
          users: [],
          resources: [],
          libraries: [],
          chain: [],
          cloud: undefined,
          sdk: undefined,
          errorText: '',
        },
      },
      moment,
    ),
    secretWarning: cards.secretsOnly([...kinds, HOSTILE], moment),
    help: cards.help(),
    welcome: cards.welcome(),
    pasteText: cards.pasteText(),
    solved: cards.solved(maximalEntry, maximalCarried),
    error: cards.error(HOSTILE),
    notInConversation: cards.friendlyNo('not-in-conversation'),
    changedMeanwhile: cards.friendlyNo('changed-meanwhile'),
    expired: cards.friendlyNo('expired'),
    unknownCase: cards.friendlyNo('unknown-case'),
    forgotten: cards.forgotten({ cases: 2, changed: 5 }),
    escalationForm: cards.escalationForm(maximalForm),
    case: cards.case(maximalCaseView, moment),
    caseReadOnly: cards.case({ ...maximalCaseView, canChange: false, template: HOSTILE }, moment),
    caseList: cards.caseList(items('A'), items('B'), moment),
    emptyCaseList: cards.caseList([], [], moment),
    notSaved: cards.notSaved(maximalCaseView.template, moment),
  };
}
