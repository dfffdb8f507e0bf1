import type { CategorySource, ReplayBand } from '../../shared/domain/replay.ts';

export const driverLabels: Readonly<Record<ReplayBand['drivers'][number]['name'], string>> = {
  conversion: 'Conversion: as many views, more or fewer buyers',
  basket: 'Basket: more or fewer things in one order',
  availability: 'Availability: the product may be missing there',
};

export const sourceLabels: Readonly<Record<CategorySource, string>> = {
  report: 'the report',
  'product-name': 'the same product in another report',
  assigned: 'you',
};

export const replayWords = {
  title: 'Replay',
  lead: 'Your own past orders, priced again under other terms: row by row and to the cent, without any simulation.',
  emptyTitle: 'No orders to replay yet',
  empty: 'Import an earnings or order report first, or open the sample creator on the start page.',
  toReports: 'Import a report',
  orders: 'Orders of',
  terms: 'Terms',
  pricedBy: 'Priced by',
  amazonCard: 'An Amazon rate card',
  shopPlan: 'TikTok Shop rates',
  card: 'Rate card',
  rates: 'Commission by category',
  ratesHint: 'Typical plan rates to start from. Type the rates that your sellers offer.',
  other: 'All other categories',
  noRate: 'no rate of its own',
  agency: 'Agency keeps',
  clear:
    'A category whose rate is empty is priced like all other categories; gift cards without a rate are left out.',
  lines: 'By category',
  unmatched: 'Not priced: no rate is known for these',
  unmatchedHint: 'They are in neither of the two sums above. Assign a category to price them.',
  takeSuggestions: 'Accept all likeliest',
  like: 'like',
  assign: 'Category of',
  band: 'If shoppers behaved differently',
  bandHint:
    'The same traffic would not buy the same way in another program. Each row moves one thing alone; the one that drives the band comes first.',
  months: 'By month',
  skippedTitle: 'Left out',
  running: 'Pricing your orders',
} as const;
