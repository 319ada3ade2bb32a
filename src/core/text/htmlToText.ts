import { decodeHTMLStrict } from 'entities';
import { type Handler, Parser } from 'htmlparser2';

export interface HtmlText {
  /** What the person wrote or pasted. */
  text: string;
  /** What they quoted from another message; Teams cuts quotes short. */
  quoted: string;
}

const BLOCKS = new Set([
  'p',
  'div',
  'br',
  'li',
  'tr',
  'pre',
  'ul',
  'ol',
  'table',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'hr',
  'codeblock',
]);
const SKIPPED = new Set(['script', 'style', 'head', 'title', 'attachment', 'quoted']);
// A Teams message has at most about 100 KB of text.
const MAX_HTML = 400_000;
// Far more than any message nests. The parser's time grows with the square of the depth.
const MAX_DEPTH = 200;

/**
 * Turns the HTML of a Teams message into plain text: one line per block, code blocks as they are, mentions of the
 * bot left out, quotes apart.
 *
 * @param isBotMention sees the text of a mention and its `itemid` (or the `id` of an `<at>`)
 */
export function htmlToText(html: string, isBotMention: (name: string, id: string) => boolean): HtmlText {
  let own = '';
  let quoted = '';
  const open: Tag[] = [];
  const mentions: string[] = [];
  const write = (text: string) => {
    if (mentions.length > 0) mentions[mentions.length - 1] += text;
    else if (open.at(-1)?.quote) quoted += text;
    else own += text;
  };

  const handler: Partial<Handler> = {
    onopentag(name, attributes) {
      if (open.length > MAX_DEPTH) throw new TooDeep();
      const outer = open.at(-1);
      const quote =
        outer?.quote || (name === 'blockquote' && /Reply|Forward/.test(attributes.itemtype ?? ''));
      const tag: Tag = {
        quote,
        pre: outer?.pre || name === 'pre',
        // The name of whoever is quoted, and the time, are no part of the error.
        skip: outer?.skip || SKIPPED.has(name) || (quote && /^(?:mri|time)$/.test(attributes.itemprop ?? '')),
        mention:
          name === 'at' || /Mention/.test(attributes.itemtype ?? '')
            ? (attributes.itemid ?? attributes.id ?? '')
            : undefined,
      };
      open.push(tag);
      if (tag.mention !== undefined) mentions.push('');
      if (BLOCKS.has(name)) write('\n');
      if (name === 'td' || name === 'th') write('\t');
    },
    ontext(text) {
      const tag = open.at(-1);
      if (!tag?.skip) write(tag?.pre ? text : text.replace(/[ \t\r\n]+/g, ' '));
    },
    onclosetag(name) {
      const tag = open.pop();
      if (tag?.mention !== undefined) {
        const text = mentions.pop() ?? '';
        if (!isBotMention(text.trim(), tag.mention)) write(text);
      }
      if (BLOCKS.has(name) && name !== 'br') write('\n');
    },
  };
  // Teams writes <quoted messageId="…"/>, which HTML would leave open.
  const parser = new Parser(handler, { recognizeSelfClosing: true });
  const input = html.slice(0, MAX_HTML);
  try {
    parser.write(input);
    parser.end();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    // Made to be slow, not to be read: the words are enough.
    return { text: tidy(decodeHTMLStrict(input.replace(/<[^<>]{0,2000}>/g, '\n'))), quoted: '' };
  }
  return { text: tidy(own), quoted: tidy(quoted) };
}

class TooDeep extends Error {}

interface Tag {
  quote: boolean;
  pre: boolean;
  skip: boolean;
  /** The id of a mention, where the tag is one. */
  mention?: string;
}

const tidy = (text: string) =>
  text
    .replace(/\u00a0/g, ' ')
    // One start per run of blanks, or a long run would take time with its square.
    .replace(/(?<![ \t])[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
