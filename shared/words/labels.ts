import type { PolicyEvent } from '../domain/policy.ts';
import type { Program } from '../domain/program.ts';
import type { ReportKind } from '../domain/report.ts';

/** Program names for people. */
export const programLabels: Readonly<Record<Program, string>> = {
  amazon: 'Amazon links',
  'tiktok-shop': 'TikTok Shop',
  storefront: 'Storefront',
};

/** Report names as the platforms' download pages call them. */
export const reportLabels: Readonly<Record<ReportKind, string>> = {
  'amazon.fee-earnings': 'Amazon Fee-Earnings',
  'amazon.fee-orders': 'Amazon Fee-Orders',
  'amazon.bounty': 'Amazon Bounty',
  'tiktok.creator-orders': 'TikTok Shop creator orders',
};

export const eventKindLabels: Readonly<Record<PolicyEvent['kind'], string>> = {
  'external-link-ban': 'External-link ban',
  'storefront-end': 'End of Storefront',
  'shop-suspended': 'TikTok Shop suspended',
  'app-outage': 'App outage',
  'commission-change': 'Commission change',
  'market-closure': 'Market closure',
};
