import type { Account } from '../../shared/domain/account.ts';
import { exactSum } from '../../shared/contract/exact-sum.ts';
import type { Currency } from '../../shared/domain/money.ts';
import type { Breakdown, BreakdownKey, BreakdownPart } from '../../shared/domain/stored-rows.ts';
import { accountFilter, isOfAccount, type AccountFilter } from './account-filter.ts';
import type { Database } from './database.ts';

/** Parts that a picture can tell apart; the rest is one part. */
const largest = 5;

const keyColumns: Readonly<Record<BreakdownKey, string>> = {
  category: 'o.category',
  product: 'o.product_id',
  content: 'o.content_id',
  'tracking-id': 'o.tracking_id',
};

interface Cell {
  readonly month: string;
  readonly key: string | null;
  readonly label: string | null;
  readonly orders: number;
  readonly commission: number;
}

const sumBy = (cells: readonly Cell[]): readonly BreakdownPart[] => {
  const sums = new Map<string | null, { label: string | null; orders: number; commission: number }>();
  for (const { key, label, orders, commission } of cells) {
    const sum = sums.get(key) ?? { label, orders: 0, commission: 0 };
    sums.set(key, { label, orders: sum.orders + orders, commission: sum.commission + commission });
  }
  return [...sums]
    .map(([key, sum]) => ({ key, ...sum, commission: exactSum(sum.commission), others: false }))
    .toSorted((a, b) => b.commission - a.commission || b.orders - a.orders);
};

const joined = (parts: readonly BreakdownPart[]): BreakdownPart => ({
  key: null,
  label: null,
  others: true,
  orders: parts.reduce((sum, part) => sum + part.orders, 0),
  commission: exactSum(parts.reduce((sum, part) => sum + part.commission, 0)),
});

export interface BreakdownQuery {
  readonly by: BreakdownKey;
  readonly currency: Currency;
  readonly account?: Account | undefined;
}

/** Earned off-site commission by month and part: the largest parts by themselves, all others together. */
export const readBreakdown = (
  { connection }: Database,
  { by, currency, account }: BreakdownQuery,
): Breakdown => {
  const column = keyColumns[by];
  const cells = connection
    .prepare<[AccountFilter & { readonly currency: string }], Cell>(
      `SELECT substr(coalesce(o.shipped_on, o.ordered_on), 1, 7) AS month, ${column} AS key, NULL AS label,
         sum(r.measure = 'earned') AS orders, sum(coalesce(o.commission, 0)) AS commission
       FROM orders o JOIN reports r ON r.id = o.report_id
       WHERE r.measure <> 'ordered' AND o.stream = 'offsite' AND o.currency = @currency AND ${isOfAccount}
       GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    .all({ currency, ...accountFilter(account) })
    .filter(cell => cell.month !== null);
  for (const { commission } of cells) exactSum(commission);
  const parts = sumBy(cells);
  const nameOf = connection
    .prepare<[string], string>('SELECT max(product_name) FROM orders WHERE product_id = ?')
    .pluck();
  const single = parts.slice(0, parts.length > largest + 1 ? largest : parts.length).map(part => ({
    ...part,
    label: by === 'product' && part.key !== null ? nameOf.get(part.key)! : part.key,
  }));
  const rest = parts.slice(single.length);
  const place = new Map(single.map((part, index) => [part.key, index]));
  const months = new Map<string, number[]>();
  for (const { month, key, commission } of cells) {
    const sums = months.get(month) ?? Array<number>(single.length + (rest.length > 0 ? 1 : 0)).fill(0);
    sums[place.get(key) ?? single.length]! += commission;
    months.set(month, sums);
  }
  return {
    by,
    currency,
    parts: rest.length > 0 ? [...single, joined(rest)] : single,
    months: [...months].map(([month, sums]) => ({ month, commission: sums.map(exactSum) })),
  };
};
