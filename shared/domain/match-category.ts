import { ppm, type PartsPerMillion } from './money.ts';
import type { RateCard } from './rate-card.ts';

/** The row of a rate card that pays a category. */
export interface CategoryMatch {
  /** Name on the card; `all other categories` for its last row. */
  readonly category: string;
  readonly rate: PartsPerMillion;
  /** Rate for things bought beside the linked one; equal to `rate` where the card makes no difference. */
  readonly indirectRate: PartsPerMillion;
}

export const otherCategories = 'all other categories';

const fold = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

const folded = new WeakMap<object, ReadonlyMap<string, string>>();
const foldedNames = (names: Readonly<Record<string, string>>): ReadonlyMap<string, string> => {
  let map = folded.get(names);
  if (!map) {
    map = new Map(Object.entries(names).map(([report, card]) => [fold(report), card]));
    folded.set(names, map);
  }
  return map;
};

const rows = new WeakMap<RateCard, ReadonlyMap<string, RateCard['rates'][number]>>();
const rowsByName = (card: RateCard): ReadonlyMap<string, RateCard['rates'][number]> => {
  let map = rows.get(card);
  if (!map) {
    // Of equal names the first counts: later ones go in before it.
    map = new Map(card.rates.toReversed().map(row => [fold(row.category), row]));
    rows.set(card, map);
  }
  return map;
};

/** Name on rate cards for a category as a report names it: the mapping's answer, else null. `other` means no row of its own. */
export const cardName = (category: string, names: Readonly<Record<string, string>>): string | null =>
  foldedNames(names).get(fold(category)) ?? null;

/**
 * The card's row for a category as a report or a card names it: by exact name (case and spaces aside), else by the mapping.
 * A name that the mapping knows but this card does not list is paid as "all other categories". An unknown name is null, never guessed.
 */
export const matchCategory = (
  category: string,
  card: RateCard,
  names: Readonly<Record<string, string>>,
): CategoryMatch | null => {
  const find = (name: string) => rowsByName(card).get(fold(name));
  const mapped = cardName(category, names);
  const row = find(category) ?? (mapped === null ? undefined : find(mapped));
  if (row)
    return { category: row.category, rate: ppm(row.ppm), indirectRate: ppm(row.indirectPpm ?? row.ppm) };
  const known = mapped !== null || isCardName(category, names);
  const rate = ppm(card.otherPpm);
  return known ? { category: otherCategories, rate, indirectRate: rate } : null;
};

const isCardName = (category: string, names: Readonly<Record<string, string>>): boolean =>
  fold(category) === otherCategories || Object.values(names).some(name => fold(name) === fold(category));
