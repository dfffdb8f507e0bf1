import { aggregateReport } from './aggregate-report.ts';

/** Seller Center video list: views, product impressions, clicks and orders per video, the only export that gives funnel rates. */
export const tiktokVideoList = aggregateReport({
  kind: 'tiktok.video-list',
  program: 'tiktok-shop',
  subject: 'video',
  columns: {
    required: {
      videoId: ['video id'],
      orders: ['video-attributed orders'],
      gmv: ['creator video-attributed gmv'],
      impressions: ['video product impressions'],
      clicks: ['video product clicks'],
      views: ['video views'],
    },
    optional: { creator: ['creator name'] },
  },
  owner: { account: 'creator' },
  subjectId: ['videoId'],
  day: { asked: null },
  dayOrder: 'day-first',
  counts: { views: 'views', impressions: 'impressions', clicks: 'clicks', orders: 'orders' },
  amounts: { orderedRevenue: ['gmv'] },
  currencyOf: () => null,
});
