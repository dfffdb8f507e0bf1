import { amazonBounty } from './amazon-bounty.ts';
import { amazonCategory } from './amazon-category.ts';
import { amazonCreatorConnections } from './amazon-creator-connections.ts';
import { amazonDataFeed } from './amazon-data-feed.ts';
import { amazonFeeDailyTrends } from './amazon-fee-daily-trends.ts';
import { amazonFeeEarnings } from './amazon-fee-earnings.ts';
import { amazonFeeLinkType } from './amazon-fee-link-type.ts';
import { amazonFeeOrders } from './amazon-fee-orders.ts';
import { amazonFeeOrdersWithClicks } from './amazon-fee-orders-with-clicks.ts';
import { amazonFeeTracking } from './amazon-fee-tracking.ts';
import { amazonLinkedProduct } from './amazon-linked-product.ts';
import { amazonTopSellers } from './amazon-top-sellers.ts';
import { amazonTrackingId } from './amazon-tracking-id.ts';
import { instagramInsights } from './instagram-insights.ts';
import { ltkEarnings } from './ltk-earnings.ts';
import { tiktokAgencyOrders } from './tiktok-agency-orders.ts';
import { tiktokCreatorOrders } from './tiktok-creator-orders.ts';
import { tiktokSellerIncome } from './tiktok-seller-income.ts';
import { tiktokSellerOrders } from './tiktok-seller-orders.ts';
import { tiktokVideoList } from './tiktok-video-list.ts';
import { matchHeader, type HeaderMatch } from './header.ts';
import type { Importer } from './importer.ts';

/** Every report the app knows. */
export const importers: readonly Importer[] = [
  amazonBounty,
  amazonCategory,
  amazonCreatorConnections,
  amazonDataFeed,
  amazonFeeDailyTrends,
  amazonFeeEarnings,
  amazonFeeLinkType,
  amazonFeeOrders,
  amazonFeeOrdersWithClicks,
  amazonFeeTracking,
  amazonLinkedProduct,
  amazonTopSellers,
  amazonTrackingId,
  instagramInsights,
  ltkEarnings,
  tiktokAgencyOrders,
  tiktokCreatorOrders,
  tiktokSellerIncome,
  tiktokSellerOrders,
  tiktokVideoList,
];

export interface Recognised {
  readonly importer: Importer;
  readonly match: HeaderMatch;
}

/** Finds the report whose columns a row of cells names: all its required ones, and more of them than any other report's. */
export const recogniseHeader = (cells: readonly string[]): Recognised | undefined => {
  let best: Recognised | undefined;
  for (const importer of importers) {
    const match = matchHeader(cells, importer.columns);
    if (match.missing.length === 0 && match.found > (best?.match.found ?? 0)) best = { importer, match };
  }
  return best;
};

const nearlyAll = 0.7;

/** The report that a header almost is: most of its required columns are there, some are missing. */
export const nearestReport = (cells: readonly string[]): Recognised | undefined => {
  let best: { readonly share: number; readonly recognised: Recognised } | undefined;
  for (const importer of importers) {
    const match = matchHeader(cells, importer.columns);
    const required = Object.keys(importer.columns.required).length;
    const share = 1 - match.missing.length / required;
    if (match.missing.length > 0 && share >= nearlyAll && share > (best?.share ?? 0))
      best = { share, recognised: { importer, match } };
  }
  return best?.recognised;
};
