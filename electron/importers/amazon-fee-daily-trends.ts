import { aggregateReport } from './aggregate-report.ts';

/** Fee-DailyTrends: clicks and items of every day. */
export const amazonFeeDailyTrends = aggregateReport({
  kind: 'amazon.fee-daily-trends',
  program: 'amazon',
  subject: 'day',
  columns: {
    required: {
      date: ['date', 'data'],
      clicks: ['clicks', 'clic'],
      items: ['total items ordered', 'totale articoli ordinati'],
      conversion: ['conversion', 'conversione'],
    },
    optional: {},
  },
  subjectId: ['date'],
  day: 'date',
  dayOrder: 'iso',
  counts: { clicks: 'clicks', itemsOrdered: 'items' },
  amounts: {},
});
