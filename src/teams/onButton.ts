import type { TurnContext } from 'botbuilder';
import type { Reply } from '../cards/cards.ts';
import { type ButtonRequest, readRequest } from '../core/request/readRequest.ts';
import type { Entry } from '../core/types.ts';
import { readMoment, send, toActivity } from './activity.ts';
import { readAsker } from './asker.ts';
import { type Outcome, performCase } from './cases.ts';
import { type BotParts, ifStored } from './parts.ts';

interface InvokeBody {
  statusCode: number;
  type: string;
  value: unknown;
}

/**
 * Answers a press of an Action.Execute. The HTTP status is 200 whenever the bot handled it; what came of it stands in
 * the body, as Teams wants it.
 */
export async function onExecute(context: TurnContext, parts: BotParts): Promise<InvokeBody> {
  const action = context.activity.value?.action;
  const { reply, forEveryone } = await press(context, action?.data, parts);
  if (forEveryone && context.activity.replyToId) await replaceCard(context, reply, parts);
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card };
}

/** Answers the fallback of old clients: an Action.Submit, which arrives as a message with a value. */
export async function onSubmit(context: TurnContext, parts: BotParts): Promise<void> {
  const { reply } = await press(context, context.activity.value, parts);
  const replaced = context.activity.replyToId !== undefined && (await replaceCard(context, reply, parts));
  if (!replaced) await send(context, reply);
}

async function press(context: TurnContext, value: unknown, parts: BotParts): Promise<Outcome> {
  const request = readRequest(value);
  parts.metrics.buttons.inc({ verb: request?.verb ?? 'unreadable' });
  if (!request) return { reply: parts.cards.friendlyNo('expired'), forEveryone: false };
  return perform(request, context, parts);
}

/** Does what a button asks for. Never trusts it: entries are looked up, everything else was checked by its shape. */
export async function perform(
  request: ButtonRequest,
  context: TurnContext,
  parts: BotParts,
): Promise<Outcome> {
  const { cards, storage } = parts;
  const { carried } = request;
  const moment = readMoment(context.activity, parts.now());
  const entry = find(request.entry, parts);
  const others = request.others.map((id) => find(id, parts)).filter((other) => other !== undefined);
  const remember = async (verdict: 'solved' | 'not-this') => {
    if (entry)
      await ifStored(parts, 'feedback', () => storage.addFeedback(entry.id, verdict, parts.now()), undefined);
  };
  switch (request.verb) {
    case 'cancel':
      if (request.caseId) return performCase(request, context, readAsker(context, moment), parts);
      // Back to where the form was opened from.
      if (entry && carried)
        return { reply: cards.answerEntry(entry, others, carried, moment), forEveryone: true };
      return {
        reply: carried ? cards.otherSuggestions(others, carried, moment) : cards.help(),
        forEveryone: true,
      };
    case 'answer':
      if (entry && carried)
        return { reply: cards.answerEntry(entry, others, carried, moment), forEveryone: true };
      return { reply: cards.friendlyNo('expired'), forEveryone: false };
    case 'solved':
      await remember('solved');
      return { reply: cards.solved(entry, carried), forEveryone: true };
    case 'notThis':
      await remember('not-this');
      if (!carried) return { reply: cards.friendlyNo('expired'), forEveryone: false };
      return { reply: cards.otherSuggestions(others, carried, moment, entry), forEveryone: true };
    default:
      return performCase(request, context, readAsker(context, moment), parts);
  }
}

const find = (id: string | undefined, { knowledge }: BotParts): Entry | undefined =>
  id ? knowledge().byId.get(id) : undefined;

/** @returns false when the card could not be replaced, for instance because it was deleted */
async function replaceCard(context: TurnContext, reply: Reply, { log }: BotParts): Promise<boolean> {
  try {
    await context.updateActivity({ ...toActivity(reply), id: context.activity.replyToId });
    return true;
  } catch (error) {
    log.warn({ err: error }, 'a card could not be replaced');
    return false;
  }
}
