import type { Day } from './day.ts';
import type { Market } from './market.ts';
import type { RateCard } from './rate-card.ts';

/** The market's rate card on that day (`from` ≤ day < `until`); null when none is known. */
export const cardInForce = (cards: readonly RateCard[], market: Market, on: Day): RateCard | null =>
  cards.find(card => card.market === market && card.from <= on && (card.until === null || on < card.until)) ??
  null;
