import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import type { ButtonData } from '../core/request/buttonData.ts';
import { packed } from './buttons.ts';

export type Card = Record<string, unknown>;

/** What a card may measure as JSON. Teams takes more; webhooks drop what is larger without a word. */
export const MAX_CARD_LENGTH = 25_000;

/** A template that was parsed once and can be filled many times. */
export class CardTemplate {
  readonly name: string;
  readonly #template: Template;

  constructor(name: string, json: unknown) {
    this.name = name;
    this.#template = new Template(json);
  }

  /**
   * Fills the template.
   *
   * @param data plain data; text in it is not evaluated again, so an expression inside a paste stays text
   * @returns the card as JSON: nothing in it is shared with `data`
   */
  render(data: object): Card {
    const card: unknown = this.#template.expand({ $root: data });
    if (typeof card !== 'object' || card === null) throw new Error(`the card ${this.name} came out empty`);
    const json = JSON.stringify(card, (key, value) => (key === 'et' ? packed(value as ButtonData) : value));
    return JSON.parse(json) as Card;
  }
}

/** The size that counts: UTF-16 code units of the JSON. */
export const cardLength = (card: Card): number => JSON.stringify(card).length;

/**
 * Renders data, and cuts optional parts, one step after the other, until the card fits.
 *
 * @param cuts what to leave out, least missed first; each is applied to what the one before it left
 */
export function renderToFit<Data extends object>(
  template: CardTemplate,
  data: Data,
  cuts: ((data: Data) => Data)[],
  room: number = MAX_CARD_LENGTH,
): Card {
  let rest = data;
  let card = template.render(rest);
  for (const cut of cuts) {
    if (cardLength(card) <= room) break;
    rest = cut(rest);
    card = template.render(rest);
  }
  return card;
}
