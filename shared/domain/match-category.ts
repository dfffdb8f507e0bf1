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

/** A category's name, case and spaces aside. */
export const foldedCategory = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Makes something of an object once, and keeps it as long as the object. */
const madeOnce = <From extends object, Made>(make: (from: From) => Made): ((from: From) => Made) => {
  const made = new WeakMap<From, Made>();
  return from => {
    if (!made.has(from)) made.set(from, make(from));
    return made.get(from)!;
  };
};

const foldedNames = madeOnce(
  (names: Readonly<Record<string, string>>) =>
    new Map(Object.entries(names).map(([report, card]) => [foldedCategory(report), card])),
);

/** A card's rows by folded name. Of equal names the first counts: later ones go in before it. */
const rowsByName = madeOnce(
  (card: RateCard) => new Map(card.rates.toReversed().map(row => [foldedCategory(row.category), row])),
);

/** Name on rate cards for a category as a report names it: the mapping's answer, else null. `other` means no row of its own. */
export const cardName = (category: string, names: Readonly<Record<string, string>>): string | null =>
  foldedNames(names).get(foldedCategory(category)) ?? null;

/**
 * The card's row for a category as a report or a card names it: by exact name (case and spaces aside), else by the mapping.
 * A name that the mapping knows but this card does not list is paid as "all other categories". An unknown name is null, never guessed.
 */
export const matchCategory = (
  category: string,
  card: RateCard,
  names: Readonly<Record<string, string>>,
): CategoryMatch | null => {
  const find = (name: string) => rowsByName(card).get(foldedCategory(name));
  const mapped = cardName(category, names);
  const row = find(category) ?? (mapped === null ? undefined : find(mapped));
  if (row)
    return { category: row.category, rate: ppm(row.ppm), indirectRate: ppm(row.indirectPpm ?? row.ppm) };
  const known = mapped !== null || isCardName(category, names);
  const rate = ppm(card.otherPpm);
  return known ? { category: otherCategories, rate, indirectRate: rate } : null;
};

const isCardName = (category: string, names: Readonly<Record<string, string>>): boolean =>
  foldedCategory(category) === otherCategories ||
  Object.values(names).some(name => foldedCategory(name) === foldedCategory(category));
