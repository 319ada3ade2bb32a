import type { Activity } from 'botbuilder';
import { htmlToText } from '../core/text/htmlToText.ts';

/** What a person sent, without anything of Teams around it. */
export interface Message {
  text: string;
  /** There is a picture or file that the bot does not read. */
  hasAttachment: boolean;
}

interface Mention {
  type: string;
  text?: string;
  mentioned?: { id?: string; name?: string };
}

/**
 * Reads the text out of a message activity: the HTML attachment where there is one, because it keeps line breaks
 * and angle brackets that `text` has lost; mentions of the bot are removed wherever they stand.
 *
 * Quotes count: a person who answers an error with "@Entra Triage" wants that error explained.
 */
export function readMessage(activity: Partial<Activity>): Message {
  const attachments = Array.isArray(activity.attachments) ? activity.attachments : [];
  const html = attachments
    .filter((a) => a?.contentType === 'text/html' && typeof a.content === 'string')
    .map((a) => a.content as string)
    .join('\n');
  const hasAttachment = attachments.some(
    (a) =>
      typeof a?.contentType === 'string' &&
      !/^text\/html$|^application\/vnd\.microsoft\.card\./.test(a.contentType),
  );

  const mentions = (Array.isArray(activity.entities) ? activity.entities : []).filter(
    (entity): entity is Mention => entity?.type === 'mention',
  );
  const botId = activity.recipient?.id;
  // Teams writes bot ids as "28:<app id>", the local Playground leaves "28:" out.
  const isBot = (id: string | undefined) =>
    id !== undefined && botId !== undefined && id.replace(/^28:/, '') === botId.replace(/^28:/, '');
  const ofBot = mentions.filter((mention) => isBot(mention.mentioned?.id));
  const botNames = new Set(
    [
      activity.recipient?.name,
      ...ofBot.map((m) => m.mentioned?.name),
      ...ofBot.map((m) => plain(m.text)),
    ].filter((name) => !!name),
  );

  const fromText = () => {
    let text = typeof activity.text === 'string' ? activity.text : '';
    for (const mention of ofBot)
      if (mention.text) text = text.replaceAll(`${mention.text} `, '').replaceAll(mention.text, '');
    return htmlToText(looksLikeHtml(text) ? text : asPreformatted(text), (name) => botNames.has(name)).text;
  };

  if (html) {
    const isBotMention = (name: string, id: string) =>
      botNames.has(name) || isBot(mentions[Number(id)]?.mentioned?.id);
    const { text, quoted } = htmlToText(html, isBotMention);
    const whole = [text, quoted].filter(Boolean).join('\n\n');
    if (whole) return { text: whole, hasAttachment };
  }
  return { text: fromText(), hasAttachment };
}

const plain = (text: string | undefined) =>
  text
    ?.slice(0, 300)
    .replace(/<[^>]{0,200}>/g, '')
    .trim();
const looksLikeHtml = (text: string) =>
  /<\/?(?:at|quoted|div|p|br|span|pre|blockquote|attachment)\b/i.test(text);
/** Text that is no HTML may still hold `<` and line breaks: keep both. */
const asPreformatted = (text: string) =>
  `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
