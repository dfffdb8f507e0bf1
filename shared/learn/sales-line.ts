import type { Sale } from './sale.ts';

/** Sums over the sales of one product, category or program. Money in minor units. */
export interface SalesLine {
  readonly orders: number;
  readonly items: number;
  readonly value: number;
  /** Sum of squared value of one item, for the spread of prices. */
  readonly itemValueSquares: number;
  /** Of settled rows: items sold and sent back, value before returns, base after returns, commission. */
  readonly settledItems: number;
  readonly returned: number;
  readonly settledValue: number;
  readonly base: number;
  readonly commission: number;
  /** Of settled rows paid clearly under the rate they state: orders from Shop Ads. */
  readonly adsBase: number;
  readonly adsCommission: number;
}

export const emptyLine: SalesLine = {
  orders: 0,
  items: 0,
  value: 0,
  itemValueSquares: 0,
  settledItems: 0,
  returned: 0,
  settledValue: 0,
  base: 0,
  commission: 0,
  adsBase: 0,
  adsCommission: 0,
};

/** A row pays the ads rate when it earned less than 90 % of what its own stated rate gives. */
const isAds = (sale: Sale): boolean =>
  sale.ratePpm !== null && sale.base > 0 && sale.commission < 0.9 * sale.base * (sale.ratePpm / 1e6) - 1;

/** A line with one sale more. */
export const withSale = (line: SalesLine, sale: Sale): SalesLine => {
  const settled = sale.settled ? 1 : 0;
  const ads = sale.settled && isAds(sale) ? 1 : 0;
  const each = sale.items > 0 ? sale.value / sale.items : 0;
  return {
    orders: line.orders + sale.orders,
    items: line.items + sale.items,
    value: line.value + sale.value,
    itemValueSquares: line.itemValueSquares + sale.items * each * each,
    settledItems: line.settledItems + settled * sale.items,
    returned: line.returned + settled * sale.returned,
    settledValue: line.settledValue + settled * sale.value,
    base: line.base + sale.base,
    commission: line.commission + sale.commission,
    adsBase: line.adsBase + ads * sale.base,
    adsCommission: line.adsCommission + ads * sale.commission,
  };
};

/** Two lines as one. */
export const addLines = (a: SalesLine, b: SalesLine): SalesLine => {
  const sums = Object.keys(a).map(key => [key, a[key as keyof SalesLine] + b[key as keyof SalesLine]]);
  return Object.fromEntries(sums) as SalesLine;
};

/** A part of a line's sums, for what cannot be attributed row by row. */
export const scaleLine = (line: SalesLine, factor: number): SalesLine => {
  const parts = Object.entries(line).map(([key, value]) => [key, (value as number) * factor]);
  return Object.fromEntries(parts) as SalesLine;
};
