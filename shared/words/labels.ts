import type { PolicyEvent } from '../domain/policy.ts';
import type { ReportProgram } from '../domain/program.ts';
import type { ReportKind } from '../domain/report.ts';

/** Program names for people. */
export const programLabels: Readonly<Record<ReportProgram, string>> = {
  amazon: 'Amazon links',
  'tiktok-shop': 'TikTok Shop',
  storefront: 'Storefront',
  other: 'Other networks',
};

/** Report names as the platforms' download pages call them. */
export const reportLabels: Readonly<Record<ReportKind, string>> = {
  'amazon.fee-earnings': 'Amazon Fee-Earnings',
  'amazon.fee-orders': 'Amazon Fee-Orders',
  'amazon.bounty': 'Amazon Bounty',
  'amazon.category': 'Amazon Category report',
  'amazon.linked-product': 'Amazon Linked-Product report',
  'amazon.tracking-id': 'Amazon Tracking-Id report',
  'amazon.top-sellers': 'Amazon Top-Sellers report',
  'amazon.creator-connections': 'Amazon Creator Connections',
  'amazon.fee-orders-with-clicks': 'Amazon Fee-OrdersWithClicks',
  'amazon.fee-daily-trends': 'Amazon Fee-DailyTrends',
  'amazon.fee-tracking': 'Amazon Fee-Tracking',
  'amazon.fee-link-type': 'Amazon Fee-LinkType',
  'amazon.data-feed': 'Amazon earnings data feed',
  'tiktok.creator-orders': 'TikTok Shop creator orders',
  'tiktok.seller-orders': 'TikTok Shop seller’s affiliate orders',
  'tiktok.agency-orders': 'TikTok Shop agency orders',
  'tiktok.seller-income': 'TikTok Shop settlement statement',
  'tiktok.video-list': 'TikTok Seller Center video list',
  'ltk.earnings': 'LTK earnings',
  'instagram.insights': 'Instagram insights',
  mapped: 'Mapped by you',
};

export const eventKindLabels: Readonly<Record<PolicyEvent['kind'], string>> = {
  'external-link-ban': 'External-link ban',
  'storefront-end': 'End of Storefront',
  'shop-suspended': 'TikTok Shop suspended',
  'app-outage': 'App outage',
  'commission-change': 'Commission change',
  'market-closure': 'Market closure',
};

/** A table's name for people: its file's, with the sheet where there are several. */
export const tableName = ({
  file,
  sheet,
}: {
  readonly file: string;
  readonly sheet: string | null;
}): string => (sheet === null ? file : `${file}, ${sheet}`);

/** An account's name for people. */
export const accountLabel = (account: string | null): string => account ?? 'first account (not named)';

/** Whose accounts: a program's name, or a report's where it is of another network. */
export const networkLabel = (network: string): string =>
  (programLabels as Readonly<Record<string, string>>)[network] ??
  (reportLabels as Readonly<Record<string, string>>)[network] ??
  network;

/** `Los Angeles (the market’s own)`, `UTC`. */
export const zoneLabel = (zone: string, home?: string): string => {
  const place = zone.split('/').at(-1)!.replaceAll('_', ' ');
  return zone === home
    ? `${place} (the market’s own)`
    : place === zone
      ? zone
      : `${place} (${zone.split('/')[0]})`;
};
