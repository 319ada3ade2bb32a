import { describe, expect, test } from '@jest/globals';
import { plainText } from '../../src/cards/plainText.ts';
import { cards, hostileCards, NOW, sampleData } from './allCards.ts';
import { nodes, nodesOf } from './cardTree.ts';

describe.each(hostileCards)('in the card %s', (_, card) => {
  test('nothing that was pasted gets into text that is read as markdown', () => {
    const markdown = [...nodes(card, 'TextBlock'), ...nodes(card, 'Fact')];
    expect(JSON.stringify(markdown)).not.toMatch(/evil|\*\*b\*\*|\$\{1\+1\}|rm -rf/);
    expect(String(card.fallbackText)).not.toMatch(/\]\(http|\*\*b/);
  });

  test('nothing that was pasted becomes a link', () => {
    expect(nodes(card, 'Action.OpenUrl').filter(({ url }) => String(url).includes('evil'))).toEqual([]);
  });
});

test('an expression in a paste stays as it was typed', () => {
  const [, card] = hostileCards.find(([name]) => name === 'answer')!;
  const texts = nodes(card, 'TextRun').map(({ text }) => String(text));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what must come out
  expect(texts.some((text) => text.includes('${1+1}'))).toBe(true);
  expect(texts.join(' ')).not.toMatch(/\*\*b\*\* 2 /);
});

test('a code that is no code gets into no headline and no link', () => {
  const { card } = cards.nothingFound(
    {
      outcome: 'none',
      matches: [],
      secrets: [],
      unknownCodes: ['[x](http://evil)', 'AADSTS50&x=1', 'MSAL12345'],
      details: sampleDetails(),
    },
    { now: NOW },
  );
  expect(JSON.stringify(nodesOf(card))).not.toMatch(/evil|x=1/);
  expect(nodes(card, 'Action.OpenUrl')).toEqual([]);
});

test.each([
  ['turns lines into one', 'a\r\n\tb', 'a b'],
  ['takes out marks that turn the direction of text', 'safe\u202egpj.exe', 'safegpj.exe'],
  ['takes out what can’t be seen', 'AAD\u200bSTS\u0000', 'AADSTS'],
  ['keeps markup as text', '<b>[x](y)</b>', '<b>[x](y)</b>'],
])('plain text %s', (_, text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test('a text that is cut ends in "…" and in no half character', () => {
  expect(plainText('ab😀cd', 4)).toBe('ab…');
});

function sampleDetails() {
  const { carried } = (sampleData('answer').buttons as { escalate: { carried: object } }).escalate;
  const none = { flow: undefined, oauthErrors: [], chain: [], credentials: [] };
  return { ...(carried as ReturnType<typeof emptyDetails>), ...none };
}

function emptyDetails() {
  return {
    codes: [] as string[],
    correlationIds: [] as string[],
    traceIds: [] as string[],
    timestamps: [] as string[],
    tenantIds: [] as string[],
    appIds: [] as string[],
    assumedUtc: false,
    tenantDomains: [] as string[],
    users: [] as string[],
    resources: [] as string[],
    libraries: [] as string[],
    errorText: '',
  };
}
