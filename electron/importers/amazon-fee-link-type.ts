import { aggregateReport } from './aggregate-report.ts';

/** Fee-LinkType: one row per kind of link in the window of the title line. */
export const amazonFeeLinkType = aggregateReport({
  kind: 'amazon.fee-link-type',
  program: 'amazon',
  subject: 'link-type',
  columns: {
    required: {
      linkType: ['link type'],
      clicks: ['clicks'],
      ordered: ['items ordered'],
      revenue: ['ordered revenue'],
      shipped: ['items shipped'],
      fees: ['ad fees'],
    },
    optional: { conversion: ['conversion'] },
  },
  subjectId: ['linkType'],
  day: { asked: null },
  dayOrder: 'iso',
  counts: { clicks: 'clicks', itemsOrdered: 'ordered', itemsShipped: 'shipped' },
  amounts: { orderedRevenue: ['revenue'], commission: ['fees'] },
});
