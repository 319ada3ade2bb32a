import { fileURLToPath } from 'node:url';
import type { Triage } from '../../core/types.ts';
import type { Cards, Moment } from '../cards.ts';
import { loadCards } from '../loadCards.ts';
import { cardToText } from './cardToText.ts';

const DIR = fileURLToPath(new URL('../../../cards', import.meta.url));
let loaded: Cards | undefined;

/**
 * The answer of the bot as text for a terminal: the card that Teams would show, with all its sections open.
 *
 * @param cards the loaded cards; without them they are read once from `cards/`
 */
export function answerText(triage: Triage, moment: Moment, cards: Cards = ownCards()): string {
  const show = { match: cards.answer, suggestions: cards.suggestions, none: cards.nothingFound };
  return cardToText(show[triage.outcome](triage, moment).card);
}

function ownCards(): Cards {
  loaded ??= loadCards(DIR);
  return loaded;
}
