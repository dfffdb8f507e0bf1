import { aggregateReport } from './aggregate-report.ts';

/** Fee-OrdersWithClicks: clicks and orders per product and day. */
export const amazonFeeOrdersWithClicks = aggregateReport({
  kind: 'amazon.fee-orders-with-clicks',
  program: 'amazon',
  subject: 'product',
  columns: {
    required: {
      name: ['name'],
      asin: ['asin'],
      clicks: ['clicks'],
      conversion: ['conversion'],
      date: ['date'],
      items: ['qty'],
    },
    optional: {},
  },
  freeText: 'name',
  subjectId: ['asin'],
  name: 'name',
  day: 'date',
  dayOrder: 'iso',
  counts: { clicks: 'clicks', itemsOrdered: 'items' },
  amounts: {},
});
