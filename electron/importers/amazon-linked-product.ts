import { aggregateReport } from './aggregate-report.ts';
import { amounts2026, contradicts2026, conversion2026, counts2026, figures2026 } from './amazon-2026.ts';

/** Linked-Product report (2026): one row per product that links led to; products with few shipments are merged into `others`. */
export const amazonLinkedProduct = aggregateReport({
  kind: 'amazon.linked-product',
  program: 'amazon',
  subject: 'product',
  columns: {
    required: {
      ...conversion2026,
      category: ['category'],
      title: ['product title'],
      asin: ['asin'],
      ...figures2026,
    },
    optional: {},
  },
  freeText: 'title',
  subjectId: ['asin', 'category'],
  name: 'title',
  category: 'category',
  day: { asked: 'date' },
  dayOrder: 'month-first',
  counts: { ...counts2026, orders: 'orders' },
  amounts: amounts2026,
  contradicts: contradicts2026,
});
