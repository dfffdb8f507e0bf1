import { aggregateReport } from './aggregate-report.ts';
import { amounts2026, contradicts2026, conversion2026, counts2026, figures2026 } from './amazon-2026.ts';

/** Category report (2026): one row per category and window. */
export const amazonCategory = aggregateReport({
  kind: 'amazon.category',
  program: 'amazon',
  subject: 'category',
  columns: {
    required: { ...conversion2026, category: ['category'], ...figures2026 },
    optional: { bonus: ['bonus'], shippedEarnings: ['items shipped earnings'] },
  },
  freeText: 'category',
  subjectId: ['category'],
  category: 'category',
  day: { asked: 'date' },
  dayOrder: 'month-first',
  counts: { ...counts2026, orders: 'orders' },
  amounts: amounts2026,
  contradicts: contradicts2026,
});
