import { plainText } from '../plainText.ts';
import type { Card, CardTemplate } from '../renderCard.ts';
import { fill, type Words } from '../words.ts';

/** What `secretWarning.template.json` is filled with. */
export interface SecretWarningData {
  fallbackText: string;
  kinds: string;
  /** The message holds nothing else, so that the warning is the whole card. */
  alone: boolean;
}

/** The data of the warning: which kinds of secrets were found, never the secrets. */
export function secretWarningData(kinds: string[], alone: boolean, words: Words): SecretWarningData {
  const named = nameKinds(kinds, words);
  return { fallbackText: fill(words.summary.secret, { kinds: named, rest: '' }).trim(), kinds: named, alone };
}

/** Puts the warning at the top of a card. */
export function withSecretBanner(card: Card, kinds: string[], template: CardTemplate, words: Words): Card {
  if (kinds.length === 0) return card;
  const warning = template.render(secretWarningData(kinds, false, words));
  return { ...card, body: [...(warning.body as unknown[]), ...(card.body as unknown[])] };
}

/** `a client secret, a password and a token (JWT)` */
export function nameKinds(kinds: string[], { secrets }: Words): string {
  const names = [...new Set(kinds.map((kind) => plainText(secrets[kind] ?? secrets.other, 60)))].slice(0, 8);
  return names.length > 1
    ? `${names.slice(0, -1).join(', ')} ${secrets.and} ${names.at(-1)}`
    : (names[0] ?? secrets.other);
}
