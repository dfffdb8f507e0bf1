import { FailureError } from '../contract/answer.ts';
import { cardName, foldedCategory, matchCategory } from '../domain/match-category.ts';
import { minor, takeRate, type Minor, type PartsPerMillion } from '../domain/money.ts';
import type { RateCard } from '../domain/rate-card.ts';
import type { Reference } from '../domain/reference.ts';
import type { ReplayTerms } from '../domain/replay.ts';

/** What new terms pay on one category; `pay` is exact per row, halves away from zero. */
export interface PricedCategory {
  readonly matchedTo: string;
  readonly rate: PartsPerMillion;
  readonly pay: (base: Minor, direct: boolean | null) => Minor;
}

/** Terms of a replay made ready: the pay of a category, null where the terms do not know it. */
export interface Pricing {
  readonly label: string;
  readonly card: RateCard | null;
  /** Whether a category is sold by video at all; false = left out rather than priced. */
  readonly sells: (category: string | null) => boolean;
  /** Null category = nobody knows it: only a plan's rate for the rest pays it. */
  readonly priceOf: (category: string | null) => PricedCategory | null;
}

/** As rate cards name them. */
const giftCards = 'Gift Cards';

type AmazonTerms = Extract<ReplayTerms, { kind: 'amazon-card' }>;
type TiktokShopTerms = Extract<ReplayTerms, { kind: 'tiktok-shop' }>;

const byCard = (terms: AmazonTerms, reference: Reference): Pricing => {
  const card = reference.cards.find(({ id }) => id === terms.cardId);
  if (!card) throw new FailureError({ kind: 'not-found', what: 'rate card', id: terms.cardId });
  return {
    label: `Amazon ${card.market} rate card of ${card.from}`,
    card,
    sells: () => true,
    priceOf: category => {
      if (category === null) return null;
      const match = matchCategory(category, card, reference.categoryNames);
      if (!match) return null;
      return {
        matchedTo: match.category,
        rate: match.rate,
        pay: (base, direct) => takeRate(base, direct === false ? match.indirectRate : match.rate),
      };
    },
  };
};

const byPlan = (terms: TiktokShopTerms, reference: Reference): Pricing => {
  const rates = new Map(
    Object.entries(terms.rates).map(([name, rate]) => [foldedCategory(name), { name, rate }]),
  );
  const mappedName = (category: string): string => cardName(category, reference.categoryNames) ?? category;
  const planned = (category: string): { name: string; rate: PartsPerMillion } | undefined =>
    rates.get(foldedCategory(category)) ?? rates.get(foldedCategory(mappedName(category)));
  return {
    label: 'TikTok Shop plan rates',
    card: null,
    sells: category =>
      category === null ||
      planned(category) !== undefined ||
      foldedCategory(mappedName(category)) !== foldedCategory(giftCards),
    priceOf: category => {
      const named = category === null ? undefined : planned(category);
      const rate = named ? named.rate : terms.other;
      if (rate === null) return null;
      return {
        matchedTo: named?.name ?? 'other',
        rate,
        pay: base => {
          const commission = takeRate(base, rate);
          return minor(commission - takeRate(commission, terms.agencyShare));
        },
      };
    },
  };
};

/** Answers what was asked before from memory. */
const remembered = <Answer>(
  ask: (category: string | null) => Answer,
): ((category: string | null) => Answer) => {
  const known = new Map<string | null, Answer>();
  return category => {
    if (!known.has(category)) known.set(category, ask(category));
    return known.get(category)!;
  };
};

/** Makes terms ready; throws a `not-found` failure for an unknown rate card. Answers are kept per category. */
export const pricingOf = (terms: ReplayTerms, reference: Reference): Pricing => {
  const pricing = terms.kind === 'amazon-card' ? byCard(terms, reference) : byPlan(terms, reference);
  return { ...pricing, sells: remembered(pricing.sells), priceOf: remembered(pricing.priceOf) };
};
