import { aggregateReport } from './aggregate-report.ts';

/** Creator Connections: commission that brands add on top, per campaign, product and day. */
export const amazonCreatorConnections = aggregateReport({
  kind: 'amazon.creator-connections',
  program: 'amazon',
  subject: 'campaign',
  columns: {
    required: {
      date: ['date'],
      campaign: ['campaign title'],
      asin: ['asin'],
      clicks: ['clicks'],
      shipped: ['shipped items'],
      revenue: ['revenue'],
      income: ['commission income'],
    },
    optional: {},
  },
  freeText: 'campaign',
  subjectId: ['campaign', 'asin'],
  name: 'campaign',
  day: 'date',
  dayOrder: 'iso',
  counts: { clicks: 'clicks', itemsShipped: 'shipped' },
  amounts: { base: ['revenue'], commission: ['income'] },
});
