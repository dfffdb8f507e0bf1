import { addDays, day, type Day } from '../../shared/domain/day.ts';
import { marketCurrency, type Market } from '../../shared/domain/market.ts';
import type { RateCard } from '../../shared/domain/rate-card.ts';
import { scenarioSchema, type Scenario } from '../../shared/domain/scenario.ts';
import type { Rates } from '../../shared/engine/compile.ts';
import { checkScenario } from '../../shared/engine/check-scenario.ts';
import { type Dice, diceOf } from './random-dice.ts';
import { randomPolicy } from './random-policy.ts';
import { categories, categoryNames, randomProduct } from './random-product.ts';
import { type QuantityMaker, quantityMaker } from './random-quantity.ts';
import { randomStrategies } from './random-strategies.ts';
import { certain, quantity } from './scenario.ts';

/** What a random scenario is to be like. */
export interface RandomKind {
  /** No spread at all: certain numbers and events, expected counts. */
  readonly even?: boolean;
  /** Many orders a week and no very fat tails, so that means settle within some thousand futures. */
  readonly busy?: boolean;
  readonly trials?: number;
}

/** A random scenario and the rates it is paid by. */
export interface RandomCase {
  readonly index: number;
  readonly scenario: Scenario;
  readonly rates: Rates;
}

/** What the parts of a random scenario are made with. */
export interface Making {
  readonly dice: Dice;
  readonly make: QuantityMaker;
  readonly even: boolean;
  readonly busy: boolean;
  readonly start: Day;
  readonly weeks: number;
}

const markets: readonly Market[] = ['US', 'UK', 'DE', 'JP', 'VN', 'ID', 'BR'];

/** Two cards, the second from a day that may lie within the horizon, one of them with indirect rates. */
const randomCards = ({ dice, start, weeks }: Making, market: Market): readonly RateCard[] => {
  const changed = addDays(start, dice.whole(-30, weeks * 7 + 20));
  const card = (id: string, from: Day, until: Day | null): RateCard => ({
    id,
    program: 'amazon',
    market,
    currency: marketCurrency[market],
    from,
    until,
    rates: categories.slice(0, 3).map(category => ({
      category,
      ppm: dice.whole(5_000, 100_000),
      ...dice.maybe(0.4, () => ({ indirectPpm: dice.whole(5_000, 60_000) })),
    })),
    otherPpm: dice.whole(10_000, 60_000),
    provenance: { kind: 'guess', note: 'made for tests' },
  });
  return [card('before', day('2010-01-01'), changed), card('after', changed, null)];
};

const randomContent = (making: Making): Scenario['content'] => {
  const { dice, make, even, busy, start, weeks } = making;
  const spread = (value: number) => (even ? certain(0) : make.positive(value));
  const peak = () => {
    const from = addDays(start, dice.whole(-10, weeks * 7));
    return {
      label: 'Peak',
      from,
      to: addDays(from, dice.whole(0, 12)),
      factor: dice.around(0.3, 4),
      ...dice.maybe(0.5, () => ({ programs: dice.some(['amazon', 'tiktok-shop', 'storefront'] as const) })),
    };
  };
  const uneven = dice.chance(0.6);
  return {
    videosPerWeek: dice.chance(0.5)
      ? certain(busy ? dice.whole(4, 14) : dice.whole(1, 14))
      : make.positive(dice.between(busy ? 4 : 0.3, 12)),
    videoCount: dice.one(['fixed', 'poisson'] as const),
    viewsPerVideo: make.positive(busy ? dice.around(15_000, 60_000) : dice.around(300, 60_000)),
    viewsLogSd: dice.chance(0.2) ? certain(0) : spread(dice.between(0.1, busy ? 0.7 : 1.2)),
    viewsTail: dice.chance(0.6)
      ? null
      : busy || dice.chance(0.5)
        ? make.positive(dice.between(4.5, 8))
        : certain(dice.one([1.3, 1.7, 2.5])),
    viewsCorrelation: dice.chance(0.4) ? certain(dice.between(-0.5, 0.7)) : certain(0),
    levelDrift: dice.chance(0.5) ? certain(0) : spread(dice.between(0.01, busy ? 0.06 : 0.12)),
    growthPerYear: dice.chance(0.3)
      ? certain(0)
      : even || dice.chance(0.5)
        ? certain(dice.between(-0.5, 1))
        : quantity({ kind: 'normal', mean: 0.1, sd: 0.2, min: -0.6 }),
    season: {
      factors: Array.from({ length: 53 }, () => (uneven ? dice.around(0.5, 2.5) : 1)),
      provenance: { kind: 'guess', note: 'made for tests' },
    },
    marketFactor: dice.chance(0.4) ? certain(1) : make.positive(dice.between(0.7, 1.3)),
    ...dice.maybe(0.4, () => ({
      arrival: {
        fastShare: make.share(dice.between(0.2, 0.9)),
        fastDays: make.positive(dice.between(0.5, 4)),
        slowDays: make.positive(dice.between(5, 40)),
      },
    })),
    ...dice.maybe(0.3, () => ({ boostedShare: make.share(dice.between(0.02, 0.4)) })),
    ...dice.maybe(0.4, () => ({
      lives: {
        perWeek: dice.chance(0.5) ? certain(dice.whole(1, 4)) : make.positive(dice.between(0.2, 5)),
        count: dice.one(['fixed', 'poisson'] as const),
        viewers: make.positive(dice.around(50, 5000)),
        viewersLogSd: spread(dice.between(0.1, 0.8)),
      },
    })),
    ...dice.maybe(0.4, () => ({ peaks: Array.from({ length: dice.whole(1, 3) }, peak) })),
  };
};

const randomPrograms = ({ dice, make, even, start, weeks }: Making, unit: number): Scenario['programs'] => {
  const returnDelayWeeks = () =>
    dice.chance(0.7) ? certain(dice.whole(0, 6)) : make.positive(dice.between(0.3, 6));
  const threshold = () => certain(dice.chance(0.3) ? 0 : Math.round(dice.around(1, 300)) * unit);
  const days = (most: number) =>
    dice.chance(0.6) ? certain(dice.whole(0, most)) : make.positive(dice.between(1, most));
  const factor = () => ({ orderFactor: make.positive(dice.between(0.5, 1.6)) });
  return {
    amazon: {
      baseShare: dice.chance(0.5) ? certain(1) : make.positive(dice.between(0.7, 1)),
      paymentDelayDays: days(70),
      paymentThreshold: threshold(),
      returnDelayWeeks: returnDelayWeeks(),
      ...dice.maybe(0.4, factor),
      ...dice.maybe(0.6, () => ({ shippingLagDays: dice.whole(0, 28) })),
      ...dice.maybe(0.4, () => ({
        bounties: {
          perClick: make.share(dice.around(0.001, 0.05)),
          amount: make.positive(dice.between(1, 10) * unit),
        },
      })),
    },
    tiktokShop: {
      settlementDelayDays: days(50),
      paymentThreshold: threshold(),
      agencyShare: dice.chance(0.6) ? certain(0) : make.share(dice.between(0.05, 0.4)),
      ...dice.maybe(0.4, factor),
      ...dice.maybe(0.7, () => ({ returnDelayWeeks: returnDelayWeeks() })),
      ...dice.maybe(0.4, () => ({ rateLockDays: dice.whole(0, 90) })),
    },
    ...dice.maybe(0.6, () => ({
      storefront: {
        baseShare: make.positive(dice.between(0.7, 1)),
        paymentDelayDays: days(60),
        paymentThreshold: threshold(),
        returnDelayWeeks: returnDelayWeeks(),
        ...dice.maybe(0.4, factor),
        ...dice.maybe(0.7, () => ({
          endsOn: dice.chance(0.6) ? null : addDays(start, dice.whole(-10, weeks * 7)),
        })),
      },
    })),
    ...dice.maybe(0.3, () => ({
      onAmazon: {
        perWeek: make.positive(dice.between(5, 80) * unit),
        logSd: even ? certain(0) : make.positive(dice.between(0.1, 0.6)),
      },
    })),
  };
};

const randomCosts = ({ dice, make }: Making, unit: number) => ({
  costs: {
    perVideo: make.positive(dice.between(0.5, 20) * unit),
    perWeek: make.positive(dice.between(0.5, 50) * unit),
    feePerVideo: {
      ...dice.maybe(0.5, () => ({ amazon: make.positive(dice.between(1, 30) * unit) })),
      ...dice.maybe(0.5, () => ({ tiktokShop: make.positive(dice.between(1, 30) * unit) })),
      ...dice.maybe(0.3, () => ({ storefront: make.positive(dice.between(1, 30) * unit) })),
    },
  },
});

/** Pairs of quantities that every scenario has, each named once: never contradictory. */
const randomCorrelations = (dice: Dice, products: Scenario['products']) => ({
  correlations: [
    { a: 'content.marketFactor', b: 'content.viewsPerVideo', rank: dice.between(-0.9, 0.9) },
    {
      a: `products.${products[0]!.id}.price`,
      b: 'programs.amazon.orderFactor',
      rank: dice.between(-0.9, 0.9),
    },
  ],
});

const randomStart = (dice: Dice): Day => {
  const year = dice.whole(2019, 2031);
  if (dice.chance(0.2))
    return day(dice.one([`${year}-01-01`, `${year}-12-31`, '2024-02-29', `${year}-03-31`]));
  return addDays(day(`${year}-01-01`), dice.whole(0, 364));
};

/** The scenario with this number: any feature on or off, 4 to 104 weeks, 1 to 6 products. It passes schema and check. */
export const randomCase = (index: number, kind: RandomKind = {}): RandomCase => {
  const dice = diceOf(index);
  const { even = false, busy = false, trials = dice.whole(100, 180) } = kind;
  const weeks = dice.chance(0.7) ? dice.whole(4, 30) : dice.whole(4, 104);
  const make = quantityMaker(dice, even ? 0 : dice.one([0.15, 0.5, 0.9]));
  const making: Making = { dice, make, even, busy, start: randomStart(dice), weeks };
  const market = dice.one(markets);
  // Prices of a currency without minor units are a hundred times as large, so that rounding matters as little.
  const unit = ['JPY', 'VND'].includes(marketCurrency[market]) ? 100 : 1;
  const products = Array.from({ length: dice.whole(1, 6) }, (_, p) => randomProduct(making, p, unit));
  const policy = dice.chance(0.75) ? randomPolicy(making) : [];
  const strategies = randomStrategies(making, products, policy);
  const [a, b] = dice.chance(0.5) ? [0, 1] : [1, 0];
  const written = {
    format: 'forkcast-scenario',
    version: 1,
    name: `Random ${index}`,
    market,
    currency: marketCurrency[market],
    start: making.start,
    weeks,
    trials,
    seed: dice.whole(0, 0xffff_ffff),
    content: randomContent(making),
    products,
    programs: randomPrograms(making, unit),
    overDispersion: dice.chance(0.4)
      ? certain(0)
      : dice.chance(0.5)
        ? certain(dice.one(busy ? [0.5, 1.5, 3] : [0.5, 1.5, 8, 25]))
        : make.positive(dice.around(0.2, busy ? 4 : 25)),
    ...(even ? { counts: 'expected' } : dice.maybe(0.05, () => ({ counts: 'expected' }))),
    adoption: dice.chance(0.5)
      ? []
      : Array.from({ length: dice.whole(1, 3) }, (_, i) => ({
          week: i * 20 + dice.whole(0, 15),
          factor: dice.around(0.5, 2),
        })),
    ...dice.maybe(0.3, () => ({ adoptionFactor: make.positive(dice.between(0.6, 1.4)) })),
    ...dice.maybe(0.3, () => ({
      adoptionCurve: {
        midpointWeeks: even ? certain(dice.between(-50, 80)) : quantity({ kind: 'normal', mean: 20, sd: 15 }),
        riseWeeks: make.positive(dice.between(80, 200)),
        calibratedOn: addDays(making.start, dice.whole(-200, 200)),
      },
    })),
    policy,
    strategies,
    headline: { a: strategies[a]!.id, b: strategies[b]!.id },
    monthlyFloor: dice.chance(0.5) ? null : Math.round(dice.around(10, 3000)) * unit,
    ...dice.maybe(0.4, () => randomCosts(making, unit)),
    ...dice.maybe(0.5, () => ({
      goals: Array.from({ length: dice.whole(1, 3) }, (_, i) => ({
        label: `Goal ${i}`,
        amount: dice.around(50, 50_000) * unit,
        of: dice.one(['earned', 'paid'] as const),
        ...dice.maybe(0.6, () => ({ by: addDays(making.start, dice.whole(-5, weeks * 7 + 30)) })),
      })),
    })),
  };
  const correlated = even
    ? written
    : { ...written, ...dice.maybe(0.3, () => randomCorrelations(dice, products)) };
  const scenario = scenarioSchema.parse(correlated);
  const rates = { cards: randomCards(making, market), categoryNames };
  const problems = checkScenario(scenario, rates.cards, rates.categoryNames);
  if (problems.length > 0) throw new Error(`random scenario ${index}: ${JSON.stringify(problems)}`);
  return { index, scenario, rates };
};
