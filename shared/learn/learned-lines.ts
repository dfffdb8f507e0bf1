import { cardName } from '../domain/match-category.ts';
import type { Sale } from './sale.ts';
import { addLines, emptyLine, withSale, type SalesLine } from './sales-line.ts';
import { nameLikeness, nameWords, sameProductLikeness } from '../domain/same-product.ts';
import type { History } from './history.ts';

/** A product of the scenario to be: what it sold through each program; null where it sold nothing there. */
export interface LearnedLine {
  readonly id: string;
  readonly name: string;
  /** Amazon category as reports name it; null when only TikTok Shop sold it, or when several are in it. */
  readonly category: string | null;
  readonly amazon: SalesLine | null;
  readonly tiktokShop: SalesLine | null;
}

interface Seen {
  readonly id: string;
  name: string;
  category: string | null;
  line: SalesLine;
}

const mostNamed = 10;
const mostRemainders = 5;

/** Sums by product id; the last name and category win. */
const byProduct = (sales: readonly Sale[]): readonly Seen[] => {
  const seen = new Map<string, Seen>();
  for (const sale of sales) {
    const entry = seen.get(sale.productId) ?? {
      id: sale.productId,
      name: sale.productName,
      category: sale.category,
      line: emptyLine,
    };
    entry.line = withSale(entry.line, sale);
    if (sale.productName !== '') entry.name = sale.productName;
    entry.category ??= sale.category;
    seen.set(sale.productId, entry);
  }
  return [...seen.values()].filter(({ line }) => line.orders > 0);
};

/** Pairs products of the two programs by name, the most alike first; each is used once. */
const pairs = (amazon: readonly Seen[], tiktok: readonly Seen[]): ReadonlyMap<Seen, Seen> => {
  const named = tiktok.map(t => ({ t, words: nameWords(t.name) }));
  const candidates = amazon
    .flatMap(a => {
      const own = nameWords(a.name);
      return named.map(({ t, words }) => ({ a, t, likeness: nameLikeness(own, words) }));
    })
    .filter(({ likeness }) => likeness >= sameProductLikeness)
    .toSorted((x, y) => y.likeness - x.likeness);
  const paired = new Map<Seen, Seen>();
  const used = new Set<Seen>();
  for (const { a, t } of candidates) {
    if (paired.has(a) || used.has(t)) continue;
    paired.set(a, t);
    used.add(t);
  }
  return paired;
};

const shortName = (name: string): string => {
  const clean = name.trim().replace(/\s+/g, ' ');
  return clean.length <= 60 ? clean : `${clean.slice(0, 59).replace(/[\s,;–-]+\S*$/, '')}…`;
};

const commission = (line: LearnedLine): number =>
  (line.amazon?.commission ?? 0) + (line.tiktokShop?.commission ?? 0);

/** At most 300 products of each program are compared by name: the rest are far below the named ones. */
const byMoney = (seen: readonly Seen[]): readonly Seen[] =>
  seen.toSorted((a, b) => b.line.commission - a.line.commission).slice(0, 300);

const mergedLines = (amazon: readonly Seen[], tiktok: readonly Seen[]): readonly LearnedLine[] => {
  const paired = pairs(byMoney(amazon), byMoney(tiktok));
  const taken = new Set(paired.values());
  const fromAmazon = amazon.map(({ id, name, category, line }, index) => {
    const partner = paired.get(amazon[index]!);
    return { id, name: shortName(name), category, amazon: line, tiktokShop: partner?.line ?? null };
  });
  const fromTiktok = tiktok
    .filter(seen => !taken.has(seen))
    .map(({ id, name, line }) => ({
      id,
      name: shortName(name),
      category: null,
      amazon: null,
      tiktokShop: line,
    }));
  return [...fromAmazon, ...fromTiktok];
};

/** Joins small lines: one per Amazon category, the smallest of them together, and one for TikTok Shop. */
const remainders = (
  lines: readonly LearnedLine[],
  names: Readonly<Record<string, string>>,
): readonly LearnedLine[] => {
  const groups = new Map<string, { category: string | null; lines: LearnedLine[] }>();
  for (const line of lines) {
    const card = line.category === null ? null : (cardName(line.category, names) ?? line.category);
    const key = line.amazon ? `amazon ${card ?? ''}` : 'tiktok-shop';
    const group = groups.get(key) ?? { category: line.category, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  const joined = [...groups].map(([key, { category, lines: group }]) => joinLines(key, category, group));
  const amazon = joined.filter(line => line.amazon).toSorted((a, b) => commission(b) - commission(a));
  const tiktok = joined.filter(line => !line.amazon);
  const kept = amazon.slice(0, amazon.length > mostRemainders ? mostRemainders - 1 : mostRemainders);
  const rest = amazon.slice(kept.length);
  const others = rest.length > 0 ? [joinLines('amazon other', null, rest)] : [];
  return [...kept, ...others, ...tiktok];
};

const joinLines = (key: string, category: string | null, lines: readonly LearnedLine[]): LearnedLine => {
  const total = (of: (line: LearnedLine) => SalesLine | null): SalesLine | null => {
    const parts = lines.map(of).filter(part => part !== null);
    return parts.length === 0 ? null : parts.reduce(addLines, emptyLine);
  };
  const name =
    key === 'tiktok-shop'
      ? 'Other products on TikTok Shop'
      : key === 'amazon other'
        ? 'Everything else on Amazon'
        : `Other: ${category ?? 'no category'}`;
  return {
    id: `rest-${key.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    name,
    category,
    amazon: total(line => line.amazon),
    tiktokShop: total(line => line.tiktokShop),
  };
};

/**
 * The products of a scenario: the ten that earned most, Amazon's and TikTok Shop's taken together where their names agree, and the rest
 * joined by category. Nothing is dropped: the lines' sums are the history's.
 */
export const learnedLines = (
  history: History,
  names: Readonly<Record<string, string>>,
): readonly LearnedLine[] => {
  const merged = mergedLines(
    byProduct(history.amazon?.sales ?? []),
    byProduct(history.tiktokShop?.sales ?? []),
  ).toSorted((a, b) => commission(b) - commission(a) || (a.id < b.id ? -1 : 1));
  const named = merged.length <= mostNamed + 1 ? merged : merged.slice(0, mostNamed);
  return [...named, ...remainders(merged.slice(named.length), names)];
};
