import { aggregateReport } from './aggregate-report.ts';

/** Top-Sellers report (2026): the ranking of products in a window, without figures. */
export const amazonTopSellers = aggregateReport({
  kind: 'amazon.top-sellers',
  program: 'amazon',
  subject: 'product',
  columns: {
    required: {
      rank: ['rank'],
      asin: ['asin'],
      title: ['product title'],
      category: ['category'],
      purchase: ['purchase type'],
    },
    optional: {},
  },
  freeText: 'title',
  subjectId: ['asin', 'purchase'],
  name: 'title',
  category: 'category',
  day: { asked: null },
  dayOrder: 'month-first',
  counts: {},
  amounts: {},
});
