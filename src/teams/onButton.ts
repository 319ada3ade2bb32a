import type { TurnContext } from 'botbuilder';
import type { Moment, Reply } from '../cards/cards.ts';
import { type ButtonRequest, readRequest } from '../core/request/readRequest.ts';
import type { Entry } from '../core/types.ts';
import { readMoment, toActivity } from './activity.ts';
import { type BotParts, ifStored } from './parts.ts';

/** What comes of a press: the card that takes the place of the old one, and for whom. */
interface Outcome {
  reply: Reply;
  /** A form is for the person who opened it; everything else is for everybody in the conversation. */
  forEveryone: boolean;
}

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
  if (!replaced) await context.sendActivity(toActivity(reply));
}

async function press(context: TurnContext, value: unknown, parts: BotParts): Promise<Outcome> {
  const request = readRequest(value);
  parts.metrics.buttons.inc({ verb: request?.verb ?? 'unreadable' });
  if (!request) return { reply: parts.cards.friendlyNo('expired'), forEveryone: false };
  return perform(request, readMoment(context.activity, parts.now()), parts);
}

/** Does what a button asks for. Never trusts it: entries are looked up, everything else was checked by its shape. */
export async function perform(request: ButtonRequest, moment: Moment, parts: BotParts): Promise<Outcome> {
  const { cards, storage, knowledge } = parts;
  const entry = find(request.entry, parts);
  const others = request.others.map((id) => find(id, parts)).filter((other) => other !== undefined);
  const carried = request.carried;
  switch (request.verb) {
    case 'answer':
      if (entry && carried)
        return { reply: cards.answerEntry(entry, others, carried, moment), forEveryone: true };
      break;
    case 'solved':
      if (entry)
        await ifStored(
          parts,
          'feedback',
          () => storage.addFeedback(entry.id, 'solved', parts.now()),
          undefined,
        );
      return { reply: cards.solved(entry, carried), forEveryone: true };
    case 'notThis':
      if (entry)
        await ifStored(
          parts,
          'feedback',
          () => storage.addFeedback(entry.id, 'not-this', parts.now()),
          undefined,
        );
      if (carried) return { reply: cards.otherSuggestions(others, carried, moment), forEveryone: true };
      break;
  }
  knowledge();
  return { reply: cards.friendlyNo('expired'), forEveryone: false };
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
