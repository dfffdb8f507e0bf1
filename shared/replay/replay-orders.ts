import { exactSum } from '../contract/exact-sum.ts';
import { minor, type Currency, type Minor } from '../domain/money.ts';
import type { Order } from '../domain/order.ts';
import type { Program } from '../domain/program.ts';
import type { Reference } from '../domain/reference.ts';
import type { Replay, ReplayLine, ReplaySkipped, ReplayTerms } from '../domain/replay.ts';
import { emptyEvidence, isHalo, noteLink } from '../learn/link-evidence.ts';
import { pricingOf, type Pricing } from './price-row.ts';
import { productCategories } from './product-categories.ts';
import { replayBand } from './replay-band.ts';
import { replayTally, type ReplayTally } from './replay-tally.ts';

type Sums = { -readonly [Key in keyof ReplaySkipped]: ReplaySkipped[Key] };

const nothingSkipped = (): Sums => ({
  pending: { rows: 0, estimatedCommission: minor(0) },
  onsite: { rows: 0, commission: minor(0) },
  bounties: { rows: 0, commission: minor(0) },
  unpaid: 0,
  otherCurrency: 0,
});

/** Lines are in order of money: nobody assigns categories to more products than this by hand. */
const mostSuggestions = 100;

const isPending = ({ status }: Order): boolean => status === 'pending' || status === 'ordered';

/** Counts a row that is not to be priced again; false for one that is. `ordered` rows repeat sales of `earned` rows. */
const skip = (order: Order, skipped: Sums): boolean => {
  if (order.measure === 'ordered') return true;
  if (order.stream === 'onsite') skipped.onsite = plus(skipped.onsite, order);
  else if (order.measure === 'bounty') skipped.bounties = plus(skipped.bounties, order);
  else if (order.status === 'ineligible' || order.status === 'frozen') skipped.unpaid += 1;
  else if (isPending(order)) {
    const estimated = skipped.pending.estimatedCommission + (order.estimatedCommission ?? 0);
    skipped.pending = { rows: skipped.pending.rows + 1, estimatedCommission: exactSum(estimated) };
  } else if (order.base === null) skipped.withoutBase = plus(skipped.withoutBase, order);
  else return false;
  return true;
};

interface Amount {
  readonly rows: number;
  readonly commission: Minor;
}

const plus = ({ rows, commission }: Amount = { rows: 0, commission: minor(0) }, order: Order): Amount => ({
  rows: rows + 1,
  commission: exactSum(commission + (order.commission ?? 0)),
});

interface Books {
  readonly tally: ReplayTally;
  readonly skipped: Sums;
}

/** The rows of one currency are one replay: the card's own where there are any, else that of most rows. */
const chooseCurrency = (books: ReadonlyMap<Currency, Books>, pricing: Pricing): Currency => {
  const own = pricing.card?.currency;
  if (own && (books.get(own)?.tally.rows() ?? 0) > 0) return own;
  const [most] = [...books].toSorted(([, a], [, b]) => b.tally.rows() - a.tally.rows());
  return most?.[0] ?? own ?? 'USD';
};

const sum = (lines: readonly ReplayLine[], of: (line: ReplayLine) => number) =>
  exactSum(lines.reduce((total, line) => exactSum(total + of(line)), 0));

/**
 * Prices past orders of `program` under other terms: base × rate per row, rounded half away from zero to the minor unit; returns
 * subtract; pending, unpaid and on-Amazon rows are counted, not priced, and under TikTok Shop terms neither are gift cards and things
 * bought beside the linked product. Give it the orders of *all* programs: where a report names no
 * category (TikTok Shop), the category of an equally named product in another report is used, else the row is listed as unmatched.
 */
export const replayOrders = (
  orders: Iterable<Order>,
  program: Program,
  terms: ReplayTerms,
  reference: Reference,
): Replay => {
  const pricing = pricingOf(terms, reference);
  const categories = productCategories((terms.kind === 'amazon-card' ? terms.categories : undefined) ?? {});
  const books = new Map<Currency, Books>();
  const bookOf = (currency: Currency): Books => {
    const book = books.get(currency) ?? { tally: replayTally(), skipped: nothingSkipped() };
    books.set(currency, book);
    return book;
  };
  // Only videos of the linked product move to TikTok Shop, and a report may say only at its end which that was.
  const leaving = program === 'amazon' && terms.kind === 'tiktok-shop';
  const links = emptyEvidence();
  const price = (order: Order): void => {
    const { skipped } = bookOf(order.currency);
    const known = categories.of(order);
    if (leaving && (order.direct === false || (order.direct === null && isHalo(links, order.productId)))) {
      skipped.beside = plus(skipped.beside, order);
      return;
    }
    if (!pricing.sells(known?.category ?? null)) {
      skipped.giftCards = plus(skipped.giftCards, order);
      return;
    }
    bookOf(order.currency).tally.add(order, known, pricing.priceOf(known?.category ?? null));
  };

  const waiting: Order[] = [];
  for (const order of orders) {
    categories.learn(order);
    if (leaving) noteLink(links, order);
    if (order.program !== program || skip(order, bookOf(order.currency).skipped)) continue;
    if (order.category === null || (leaving && order.direct === null)) waiting.push(order);
    else price(order);
  }
  waiting.forEach(price);

  const currency = chooseCurrency(books, pricing);
  const { tally, skipped } = bookOf(currency);
  const suggest = (line: ReplayLine, index: number): ReplayLine =>
    line.categorySource === null && index < mostSuggestions
      ? { ...line, suggestion: categories.likely(line.category) }
      : line;
  const otherRows = [...books].reduce(
    (rows, [other, book]) => rows + (other === currency ? 0 : book.tally.rows()),
    0,
  );
  const all = tally.lines();
  const lines = all.filter(line => line.replayed !== null);
  const replayed = sum(lines, line => line.replayed ?? 0);
  return {
    program,
    terms,
    termsLabel: pricing.label,
    currency,
    ...tally.days(),
    orders: tally.orders(),
    actual: sum(all, line => line.actual),
    actualMatched: sum(lines, line => line.actual),
    replayed,
    lines,
    unmatched: all.filter(line => line.replayed === null).map(suggest),
    months: tally.months(),
    skipped: { ...skipped, otherCurrency: otherRows },
    band: replayBand(replayed, { program, terms, reference, withoutHalo: skipped.beside !== undefined }),
  };
};
