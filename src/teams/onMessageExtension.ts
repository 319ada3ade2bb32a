import { CardFactory, type TurnContext } from 'botbuilder';
import type { Reply } from '../cards/cards.ts';
import { readRequest } from '../core/request/readRequest.ts';
import { htmlToText } from '../core/text/htmlToText.ts';
import { readMoment } from './activity.ts';
import { perform } from './onButton.ts';
import { triageText } from './onMessage.ts';
import type { BotParts } from './parts.ts';

/**
 * "Triage" in the menu of somebody's message: the answer opens in a dialog, which the bot can show even where it is
 * no member of the conversation.
 */
export function onFetchTask(context: TurnContext, parts: BotParts): unknown {
  const payload = context.activity.value?.messagePayload;
  const content: unknown = payload?.body?.content;
  const text = typeof content === 'string' ? textOf(content, payload.body.contentType) : '';
  const moment = readMoment(context.activity, parts.now());
  return dialog(text.trim() === '' ? parts.cards.pasteText() : triageText(text, moment, parts));
}

/** A button of the card in the dialog: the next card takes its place. */
export async function onSubmitAction(context: TurnContext, parts: BotParts): Promise<unknown> {
  const request = readRequest(context.activity.value?.data);
  return dialog(request ? (await perform(request, context, parts)).reply : parts.cards.friendlyNo('expired'));
}

function textOf(content: string, contentType: unknown): string {
  if (contentType === 'text') return content;
  const { text, quoted } = htmlToText(content, () => false);
  return [text, quoted].filter(Boolean).join('\n\n');
}

const dialog = (reply: Reply) => ({
  task: {
    type: 'continue',
    value: {
      title: 'Entra Triage',
      height: 'large',
      width: 'medium',
      card: CardFactory.adaptiveCard(withSubmits(reply.card)),
    },
  },
});

/** Dialogs know Action.Submit alone, so every Action.Execute is replaced by its fallback. */
export function withSubmits<T>(card: T): T {
  return JSON.parse(JSON.stringify(card), (_key, value) =>
    value?.type === 'Action.Execute' && value.fallback?.type === 'Action.Submit' ? value.fallback : value,
  );
}
