import { aggregateReport } from './aggregate-report.ts';

/** Instagram insights of reels and stories: views per post, for the model of views. `Publish time` is month-first without a zone. */
export const instagramInsights = aggregateReport({
  kind: 'instagram.insights',
  program: 'other',
  subject: 'post',
  columns: {
    required: {
      postId: ['post id'],
      account: ['account id'],
      published: ['publish time'],
      postType: ['post type'],
      views: ['views'],
      reach: ['reach'],
    },
    optional: { username: ['account username'], description: ['description'], linkClicks: ['link clicks'] },
  },
  freeText: 'description',
  owner: { account: 'username' },
  subjectId: ['postId'],
  name: 'postType',
  day: 'published',
  dayOrder: 'month-first',
  counts: { views: 'views', impressions: 'reach', clicks: 'linkClicks' },
  amounts: {},
});
