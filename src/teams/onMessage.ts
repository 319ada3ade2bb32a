import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Moment, Reply } from '../cards/cards.ts';
import { readCommand } from '../core/request/readCommand.ts';
import { triage } from '../core/triage.ts';
import type { Triage } from '../core/types.ts';
import { messageKey, readMoment, send, toActivity } from './activity.ts';
import { readAsker } from './asker.ts';
import { openForm } from './caseForm.ts';
import { findCase, listCases } from './cases.ts';
import { type BotParts, ifStored } from './parts.ts';
import { readMessage } from './readMessage.ts';

// Teams' store asks for a sign of life within two seconds; most answers are there long before this.
const TYPING_AFTER_MS = 600;

/** Answers a message, or updates the answer when the message was edited. A message is answered once. */
export async function onMessage(context: TurnContext, parts: BotParts): Promise<void> {
  const { activity } = context;
  const { storage } = parts;
  const key = messageKey(activity);
  const isEdit = activity.type === ActivityTypes.MessageUpdate;
  const earlier =
    isEdit && key ? await ifStored(parts, 'find reply', () => storage.findReply(key), undefined) : undefined;
  if (key && !isEdit && !(await ifStored(parts, 'claim', () => storage.claim(key, parts.now()), true))) {
    parts.log.info({ activityId: activity.id }, 'a redelivered message was not answered again');
    return;
  }

  const typing = setTimeout(() => {
    context.sendActivity({ type: ActivityTypes.Typing }).catch(() => {});
  }, TYPING_AFTER_MS);
  try {
    const reply = await answer(context, parts);
    if (earlier) {
      await context.updateActivity({ ...toActivity(reply), id: earlier });
      return;
    }
    // An edit of a message that had no answer yet, for instance because the mention was added later.
    if (isEdit && key) await ifStored(parts, 'claim', () => storage.claim(key, parts.now()), true);
    const replyId = await send(context, reply);
    if (key && replyId) await ifStored(parts, 'set reply', () => storage.setReply(key, replyId), undefined);
  } finally {
    clearTimeout(typing);
  }
}

async function answer(context: TurnContext, parts: BotParts): Promise<Reply> {
  const { cards, storage } = parts;
  const moment = readMoment(context.activity, parts.now());
  const asker = readAsker(context, moment);
  const message = readMessage(context.activity);
  const command = readCommand(message.text);
  switch (command.name) {
    case 'help':
      return cards.help();
    case 'escalate':
      return openForm(undefined, undefined, asker, parts);
    case 'cases':
      return listCases(asker, parts);
    case 'case':
      return findCase(command.id, asker, parts);
    case 'forget':
      return cards.forgotten(await storage.forget(asker.person.id));
    case 'triage':
      if (command.text.trim() !== '') return triageText(command.text, moment, parts);
      return message.hasAttachment || message.text.trim() !== '' ? cards.pasteText() : cards.help();
  }
}

/** Triage of a text, as a card: also used where the text comes from the menu of somebody's message. */
export function triageText(text: string, moment: Moment, parts: BotParts): Reply {
  const { knowledge, metrics, log } = parts;
  const started = performance.now();
  const result = triage(text, knowledge());
  const seconds = (performance.now() - started) / 1000;
  const [first] = result.matches;
  metrics.triageSeconds.observe(seconds);
  metrics.triages.inc({ outcome: result.outcome, confidence: first?.confidence ?? 'none' });
  log.info(
    {
      outcome: result.outcome,
      entry: first?.entry.id,
      confidence: first?.confidence,
      codes: result.details.codes,
      secrets: result.secrets.map(({ kind }) => kind),
      length: text.length,
      ms: Math.round(seconds * 1000),
    },
    'triaged',
  );
  return renderAnswer(result, moment, parts);
}

/** The card for what was found. */
function renderAnswer(result: Triage, moment: Moment, { cards }: BotParts): Reply {
  if (result.outcome === 'match') return cards.answer(result, moment);
  if (result.outcome === 'suggestions') return cards.suggestions(result, moment);
  const { codes, correlationIds, traceIds, chain, errorText } = result.details;
  const holdsNothingElse =
    codes.length + correlationIds.length + traceIds.length + chain.length === 0 && errorText === '';
  return result.secrets.length > 0 && holdsNothingElse
    ? cards.secretsOnly(
        result.secrets.map(({ kind }) => kind),
        moment,
      )
    : cards.nothingFound(result, moment);
}
