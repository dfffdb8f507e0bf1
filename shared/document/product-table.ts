import type { Comparison, ProductTotal } from '../domain/comparison.ts';
import { formatDifference, formatEstimate } from '../words/format-money.ts';
import { formatNumber } from '../words/format-number.ts';
import { atLevel } from './key-figures.ts';
import { left, right, type TableBlock } from './table.ts';

/** What each product brings under the headline's two strategies, and how far they are apart on average. */
export const productTable = (comparison: Comparison): TableBlock | undefined => {
  const pair = comparison.pairs[0];
  const a = comparison.strategies.find(strategy => strategy.id === pair?.a);
  const b = comparison.strategies.find(strategy => strategy.id === pair?.b);
  if (!a || !b) return undefined;
  const money = (amount: number): string => formatEstimate(amount, comparison.currency);
  const other = new Map<string, ProductTotal>(b.products.map(product => [product.productId, product]));
  const cells = (product: ProductTotal | undefined): readonly string[] =>
    product && (product.orders > 0 || product.earned.mean !== 0)
      ? [
          formatNumber(product.orders),
          money(product.earned.mean),
          `${money(atLevel(product.earned, 0.1))} to ${money(atLevel(product.earned, 0.9))}`,
        ]
      : ['–', '–', '–'];
  const rows = a.products
    .map(product => ({ product, twin: other.get(product.productId) }))
    .toSorted((x, y) => best(y.product, y.twin) - best(x.product, x.twin));
  return {
    kind: 'table',
    caption: `Products over ${comparison.weeks} weeks: mean orders, mean earnings and the middle 80 of 100 futures; – where it is not sold`,
    columns: [
      left('Product'),
      right(`${a.label}: orders`),
      right('Earned'),
      right('80 of 100'),
      right(`${b.label}: orders`),
      right('Earned'),
      right('80 of 100'),
      right('Difference'),
    ],
    rows: rows.map(({ product, twin }) => [
      product.name,
      ...cells(product),
      ...cells(twin),
      formatDifference((twin?.earned.mean ?? 0) - product.earned.mean, comparison.currency),
    ]),
  };
};

const best = (product: ProductTotal, twin: ProductTotal | undefined): number =>
  Math.max(product.earned.mean, twin?.earned.mean ?? 0);
