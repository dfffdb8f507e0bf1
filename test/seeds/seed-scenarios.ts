import { readFileSync } from 'node:fs';
import { day } from '../../shared/domain/day.ts';
import type { PolicyEvent } from '../../shared/domain/policy.ts';
import type { Product } from '../../shared/domain/product.ts';
import type { Provenance } from '../../shared/domain/provenance.ts';
import type { Distribution, Quantity } from '../../shared/domain/quantity.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';

const guess = (note: string): Provenance => ({ kind: 'guess', note });
const published = (source: string, date: string, grade: 'A' | 'B' | 'C' | 'D' | 'M'): Provenance => ({
  kind: 'publication',
  source,
  date,
  grade,
});
const seed = (date: string): Provenance =>
  published('Seed document: TikTok and external shop links', date, 'C');
const priors = published('Priors of the project: published studies and measured series', '2026-11', 'C');
const quantity = (value: Distribution, provenance: Provenance = priors): Quantity => ({ value, provenance });
const certain = (value: number, provenance: Provenance = priors): Quantity =>
  quantity({ kind: 'constant', value }, provenance);
const share = (low: number, high: number): Quantity =>
  quantity({ kind: 'interval', low, high, level: 0.8, share: true });
const range = (low: number, high: number): Quantity =>
  quantity({ kind: 'interval', low, high, level: 0.8, share: false });

interface Season {
  readonly factors: number[];
  readonly provenance: Provenance;
}
const { factors, provenance: seasonSource } = JSON.parse(
  readFileSync(new URL('../../resources/facts/season-us.json', import.meta.url), 'utf8'),
) as Season;
const season: Season = { factors, provenance: seasonSource };

interface Shelf {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly price: readonly [number, number];
  readonly videoShare: number;
}

const shelves: readonly Shelf[] = [
  { id: 'pan', name: 'Pan set', category: 'Kitchen', price: [35, 70], videoShare: 4 },
  { id: 'boxes', name: 'Storage boxes', category: 'Home', price: [18, 32], videoShare: 3 },
  { id: 'serum', name: 'Face serum', category: 'Beauty', price: [14, 28], videoShare: 2 },
  { id: 'lamp', name: 'Desk lamp', category: 'Home', price: [22, 45], videoShare: 1 },
];

const productOf = ({ id, name, category, price, videoShare }: Shelf): Product => ({
  id,
  name,
  videoShare,
  reach: 1,
  price: range(...price),
  amazon: {
    category,
    rate: null,
    clickRate: share(0.001, 0.015),
    conversion: share(0.04, 0.15),
    itemsPerOrder: quantity({ kind: 'triangular', low: 1.1, mode: 1.3, high: 1.6 }),
    returnShare: share(0.03, 0.2),
  },
  tiktokShop: {
    clickRate: share(0.01, 0.03),
    conversion: share(0.01, 0.04),
    returnShare: share(0.05, 0.15),
    rate: quantity({ kind: 'pert', low: 0.1, mode: 0.15, high: 0.2 }),
    adsShare: share(0.02, 0.2),
    adsRate: quantity({ kind: 'uniform', low: 0.05, high: 0.08 }),
    baseShare: certain(0.95),
  },
});

const everyone: Scenario['strategies'] = [
  { id: 'amazon', label: 'All Amazon', kind: 'all-amazon' },
  { id: 'shop', label: 'All TikTok Shop', kind: 'all-tiktok-shop' },
  { id: 'mix', label: 'Half and half', kind: 'mix', tiktokShopShare: 0.5 },
];

const base = (name: string, start: string): Scenario => ({
  format: 'forkcast-scenario',
  version: 1,
  name,
  market: 'US',
  currency: 'USD',
  start: day(start),
  weeks: 52,
  trials: 10_000,
  seed: 20_230_823,
  content: {
    videosPerWeek: certain(5, guess('five videos a week')),
    videoCount: 'fixed',
    viewsPerVideo: range(6000, 20_000),
    viewsLogSd: quantity(
      { kind: 'uniform', low: 0.75, high: 1.2 },
      published('Views of one creator’s videos', '2026', 'M'),
    ),
    viewsTail: certain(1.6, published('Views of one creator’s videos', '2026', 'M')),
    viewsCorrelation: certain(0.15, published('Views of one creator’s videos', '2026', 'M')),
    levelDrift: quantity(
      { kind: 'uniform', low: 0.08, high: 0.2 },
      published('UCI Online Retail, weekly orders', '2011', 'M'),
    ),
    growthPerYear: quantity(
      { kind: 'normal', mean: 0.1, sd: 0.3, min: -0.6 },
      guess('a tenth a year, give or take'),
    ),
    season,
    marketFactor: quantity(
      { kind: 'lognormal', median: 1, logSd: 0.25 },
      guess('the year as a whole may be a quarter better or worse'),
    ),
  },
  products: shelves.map(productOf),
  programs: {
    amazon: {
      baseShare: certain(1, published('Amazon Associates terms', '2026', 'A')),
      paymentDelayDays: certain(60, published('Amazon Associates terms', '2026', 'A')),
      paymentThreshold: certain(10, published('Amazon Associates terms', '2026', 'A')),
      returnDelayWeeks: quantity(
        {
          kind: 'discrete',
          values: [
            { value: 1, weight: 5 },
            { value: 2, weight: 3 },
            { value: 6, weight: 2 },
          ],
        },
        published('UCI Online Retail, returns: median 9 days, p90 65', '2011', 'M'),
      ),
      shippingLagDays: 1,
    },
    tiktokShop: {
      settlementDelayDays: quantity(
        { kind: 'triangular', low: 16, mode: 20, high: 35 },
        published('TikTok Shop creator terms: delivery + 15 days, up to 31', '2025-04-15', 'A'),
      ),
      paymentThreshold: certain(1, published('TikTok Shop creator terms', '2025', 'A')),
      agencyShare: certain(0, guess('no agency')),
      returnDelayWeeks: certain(1),
    },
  },
  overDispersion: certain(2, published('UCI Online Retail: variance/mean 3 to 10', '2011', 'M')),
  adoption: [],
  policy: [],
  strategies: everyone,
  headline: { a: 'amazon', b: 'shop' },
  monthlyFloor: null,
});

const ban = (change: Partial<PolicyEvent>): PolicyEvent => ({
  id: 'ban',
  kind: 'external-link-ban',
  label: 'TikTok bans links to external shops',
  probability: certain(1, seed('2023-08-23')),
  date: { kind: 'fixed', on: day('2024-01-15') },
  durationWeeks: null,
  amazonReach: quantity(
    { kind: 'beta', mean: 0.08, weight: 40 },
    guess('viewers who search Amazon themselves'),
  ),
  tiktokShopReach: quantity(
    { kind: 'triangular', low: 1, mode: 1.1, high: 1.4 },
    guess('demand that stays inside TikTok'),
  ),
  ...change,
});

const switcher: Scenario['strategies'][number] = {
  id: 'switch',
  label: 'Switch at the ban',
  kind: 'switch-at-event',
  event: 'ban',
  reactionWeeks: 2,
};

const storefrontProducts = (): Product[] =>
  shelves.map(shelf => ({
    ...productOf(shelf),
    storefront: {
      platform: 'shopify',
      clickRate: share(0.005, 0.02),
      conversion: share(0.01, 0.03),
      returnShare: share(0.03, 0.15),
      rate: quantity({ kind: 'uniform', low: 0.08, high: 0.15 }, guess('the sellers’ own schemes')),
    },
  }));

const shopChannels = (): Product[] =>
  shelves.map(shelf => {
    const product = productOf(shelf);
    return {
      ...product,
      tiktokShop: {
        ...product.tiktokShop!,
        live: { clickRate: share(0.05, 0.2), conversion: share(0.02, 0.08) },
        showcase: { clickRate: share(0.0002, 0.002), conversion: share(0.02, 0.06) },
      },
    };
  });

/** US sales a day: 0.5–1 million in June 2023, 3–4 in August, more than 10 expected for the year's end. */
const usRamp: NonNullable<Scenario['adoptionCurve']> = {
  midpointWeeks: quantity({ kind: 'uniform', low: 15, high: 40 }, seed('2023-08')),
  riseWeeks: quantity({ kind: 'uniform', low: 40, high: 70 }, seed('2023-08')),
  calibratedOn: day('2023-08-23'),
};

const indonesia = (): Scenario => {
  const start = base('South-East Asia: Indonesia closes TikTok Shop', '2023-07-03');
  const shelf = productOf({ ...shelves[0]!, price: [180_000, 420_000] });
  const agreed = quantity(
    { kind: 'uniform', low: 0.02, high: 0.05 },
    guess('a regional shop’s affiliate rate'),
  );
  return {
    ...start,
    market: 'ID',
    currency: 'IDR',
    products: [{ ...shelf, amazon: { ...shelf.amazon!, rate: agreed } }],
    programs: {
      ...start.programs,
      amazon: { ...start.programs.amazon, paymentThreshold: certain(150_000) },
      tiktokShop: { ...start.programs.tiktokShop, paymentThreshold: certain(10_000) },
    },
    policy: [
      {
        id: 'closure',
        kind: 'market-closure',
        label: 'TikTok Shop closes, then returns through Tokopedia',
        probability: certain(1, published('Indonesia’s Regulation 31/2023', '2023-10-04', 'B')),
        date: { kind: 'fixed', on: day('2023-10-04') },
        durationWeeks: certain(10, published('TikTok Shop returns through Tokopedia', '2023-12', 'B')),
        amazonReach: certain(1),
        tiktokShopReach: certain(0),
      },
    ],
    strategies: [
      { id: 'links', label: 'External links', kind: 'all-amazon' },
      { id: 'shop', label: 'All TikTok Shop', kind: 'all-tiktok-shop' },
      {
        id: 'bridge',
        label: 'Links during the closure',
        kind: 'plan',
        steps: [
          { from: day('2023-07-03'), amazon: 0, tiktokShop: 1, storefront: 0 },
          { from: day('2023-10-09'), amazon: 1, tiktokShop: 0, storefront: 0 },
          { from: day('2023-12-18'), amazon: 0, tiktokShop: 1, storefront: 0 },
        ],
      },
    ],
    headline: { a: 'links', b: 'shop' },
  };
};

const unitedKingdom = (): Scenario => {
  const start = base('United Kingdom', '2026-05-04');
  const amazon = {
    ...start.programs.amazon,
    paymentThreshold: certain(25, published('Amazon Associates UK terms', '2026', 'B')),
  };
  return { ...start, market: 'UK', currency: 'GBP', programs: { ...start.programs, amazon } };
};

/** The seeds of the project as scenarios, by file name. */
export const seedScenarios = (): Readonly<Record<string, Scenario>> => {
  const open = base('Open links', '2023-08-28');
  const shopWithLives: Scenario = {
    ...base('TikTok Shop with videos, LIVEs and the showcase', '2026-01-05'),
    products: shopChannels(),
  };
  return {
    'open-links': open,
    'ban-on-a-known-date': {
      ...open,
      name: 'Ban on a known date',
      policy: [ban({})],
      strategies: [...everyone, switcher],
    },
    'ban-or-never': {
      ...open,
      name: 'Ban on an unknown date, or never',
      policy: [
        ban({
          probability: quantity({ kind: 'beta', mean: 0.4, weight: 6 }, seed('2023-08-23')),
          date: { kind: 'window', from: day('2023-10-01'), to: day('2024-08-18') },
        }),
      ],
      strategies: [...everyone, switcher],
    },
    'storefront-until-2023-09-12': {
      ...base('Storefront with Shopify until 2023-09-12', '2023-01-02'),
      products: storefrontProducts(),
      programs: {
        ...open.programs,
        storefront: {
          baseShare: certain(1),
          paymentDelayDays: certain(30, guess('the sellers’ own schemes')),
          paymentThreshold: certain(0),
          returnDelayWeeks: certain(2),
          endsOn: day('2023-09-12'),
        },
      },
      strategies: [...everyone, { id: 'storefront', label: 'All storefront', kind: 'all-storefront' }],
      headline: { a: 'storefront', b: 'shop' },
    },
    'tiktok-shop-with-lives': {
      ...shopWithLives,
      content: {
        ...shopWithLives.content,
        lives: { perWeek: certain(2), count: 'fixed', viewers: range(300, 2000), viewersLogSd: certain(0.8) },
      },
    },
    'us-ramp': { ...open, name: 'The US ramp of TikTok Shop', adoptionCurve: usRamp },
    'south-east-asia': indonesia(),
    'united-kingdom': unitedKingdom(),
  };
};
