import { cardName } from '../domain/match-category.ts';
import type { Sale } from './sale.ts';
import { addLines, emptyLine, withSale, type SalesLine } from './sales-line.ts';
import { nameLikeness, nameWords, sameProductLikeness } from '../domain/same-product.ts';
import type { History } from './history.ts';

/** A product of the scenario to be: what it sold through each program; null where no row could be matched, which is not the same as not sold there. */
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

/** Sums by product id, with the last name and the first category. */
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

/** The card's category of a line; null when it has none. */
const cardCategory = ({ category }: LearnedLine, names: Readonly<Record<string, string>>): string | null =>
  category === null ? null : (cardName(category, names) ?? category);

const joinLines = (
  { id, name, category }: Pick<LearnedLine, 'id' | 'name' | 'category'>,
  lines: readonly LearnedLine[],
): LearnedLine => {
  const total = (of: (line: LearnedLine) => SalesLine | null): SalesLine | null => {
    const parts = lines.map(of).filter(part => part !== null);
    return parts.length === 0 ? null : parts.reduce(addLines, emptyLine);
  };
  return {
    id,
    name,
    category,
    amazon: total(line => line.amazon),
    tiktokShop: total(line => line.tiktokShop),
  };
};

/** Joins small lines to one that Amazon sells and one that only TikTok Shop rows name; a single one stays itself. */
const remainders = (
  lines: readonly LearnedLine[],
  names: Readonly<Record<string, string>>,
): readonly LearnedLine[] => {
  const onAmazon = lines.filter(line => line.amazon);
  const onTiktok = lines.filter(line => !line.amazon);
  const cards = new Set(onAmazon.map(line => cardCategory(line, names)));
  const category = cards.size === 1 ? (onAmazon[0]?.category ?? null) : null;
  const joined = (name: string, id: string, group: readonly LearnedLine[]): readonly LearnedLine[] =>
    group.length <= 1
      ? group
      : [
          joinLines(
            { id, name: `${name} (${group.length})`, category: group === onAmazon ? category : null },
            group,
          ),
        ];
  return [
    ...joined('Other products', 'rest-amazon', onAmazon),
    ...joined('Other products of TikTok Shop rows', 'rest-tiktok-shop', onTiktok),
  ];
};

/**
 * The products of a scenario: the ten that earned most, Amazon's and TikTok Shop's taken together where their names agree, and the rest
 * joined. Nothing is dropped: the lines' sums are the history's (things that nobody linked apart, see `halo.ts`).
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
