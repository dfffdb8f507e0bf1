import { aggregateReport } from './aggregate-report.ts';

/**
 * Agency (TAP, CAP) export: its ids are those of order lines where creators see orders, so its rows cannot be set against theirs. It tells
 * what the agency earned; kept beside the creator's income.
 */
export const tiktokAgencyOrders = aggregateReport({
  kind: 'tiktok.agency-orders',
  program: 'tiktok-shop',
  subject: 'statement',
  columns: {
    required: {
      orderId: ['order id'],
      lineId: ['orderline id', 'order line id'],
      creator: ['creator'],
      product: ['product'],
      base: ['actual commission base'],
      agency: ['agency commission'],
      created: ['time created'],
    },
    optional: {
      bonus: ['agency commission bonus'],
      estimated: ['est.commission base', 'est. commission base'],
    },
  },
  freeText: 'product',
  owner: { account: 'creator' },
  subjectId: ['lineId', 'orderId'],
  name: 'product',
  day: 'created',
  dayOrder: 'day-first',
  counts: {},
  amounts: { base: ['base'], commission: ['agency'] },
  currencyOf: () => null,
});
