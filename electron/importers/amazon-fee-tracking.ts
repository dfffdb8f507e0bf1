import { aggregateReport } from './aggregate-report.ts';

/** Fee-Tracking: one row per tracking id; the title line names the window, in an order of day and month that varies. */
export const amazonFeeTracking = aggregateReport({
  kind: 'amazon.fee-tracking',
  program: 'amazon',
  subject: 'tracking-id',
  columns: {
    required: {
      trackingId: ['tracking id', 'monitoraggio id'],
      clicks: ['clicks', 'clic'],
      ordered: ['items ordered', 'articoli ordinati'],
      shipped: ['items shipped', 'oggetti spediti'],
      revenue: ['revenue', 'delle entrate'],
      fees: ['ad fees', 'tasse pubblicitarie'],
    },
    optional: {},
  },
  owner: { trackingId: 'trackingId' },
  subjectId: ['trackingId'],
  day: { asked: null },
  dayOrder: 'iso',
  counts: { clicks: 'clicks', itemsOrdered: 'ordered', itemsShipped: 'shipped' },
  amounts: { base: ['revenue'], commission: ['fees'] },
});
