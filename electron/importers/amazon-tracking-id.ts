import { aggregateReport } from './aggregate-report.ts';
import { amounts2026, counts2026, figures2026 } from './amazon-2026.ts';

/** Tracking-Id report (2026): one row per tracking id, and no day at all. */
export const amazonTrackingId = aggregateReport({
  kind: 'amazon.tracking-id',
  program: 'amazon',
  subject: 'tracking-id',
  columns: {
    required: { trackingId: ['tracking id'], ...figures2026 },
    optional: { bonus: ['bonus'] },
  },
  owner: { trackingId: 'trackingId' },
  subjectId: ['trackingId'],
  day: { asked: null },
  dayOrder: 'month-first',
  counts: counts2026,
  amounts: amounts2026,
});
