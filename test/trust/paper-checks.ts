import type { Comparison } from '../../shared/domain/comparison.ts';
import { day } from '../../shared/domain/day.ts';
import type { RateCard } from '../../shared/domain/rate-card.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import { certain, sampleCards, sampleScenario } from '../helpers/scenario.ts';
import { certainEvent, zeroSpreadScenario } from '../helpers/zero-spread-scenario.ts';

/** An engine to be checked: ours, or a copy with an error planted in it. */
export type Simulate = (
  scenario: Scenario,
  rates: { cards: readonly RateCard[]; categoryNames: Record<string, string> },
) => Comparison;

/** Names of checks that an engine fails. */
export type Check = readonly [name: string, holds: (simulate: Simulate) => boolean];

const names = {};
const run = (simulate: Simulate, change: Partial<Scenario>, cards = sampleCards): Comparison =>
  simulate(zeroSpreadScenario({ weeks: 16, ...change }), { cards, categoryNames: names });

const same = (actual: readonly number[], expected: readonly number[]): boolean =>
  expected.every((value, i) => Math.abs(actual[i]! - value) < 1e-6);

const weekly = (comparison: Comparison, index: number) => comparison.strategies[index]!.weekly;

const cut = (): readonly RateCard[] => [
  { ...sampleCards[0]!, until: day('2026-01-22') },
  { ...sampleCards[0]!, id: 'cut', from: day('2026-01-22'), rates: [{ category: 'Kitchen', ppm: 20_000 }] },
];

const shipping = (simulate: Simulate): boolean => {
  const { programs, products } = zeroSpreadScenario();
  const amazon = { ...programs.amazon, shippingLagDays: 2, returnDelayWeeks: certain(0) };
  const product = { ...products[0]!, amazon: { ...products[0]!.amazon!, rate: null } };
  const comparison = run(simulate, { products: [product], programs: { ...programs, amazon } }, cut());
  return same(weekly(comparison, 0).earned, [2025, 2025, 1061, 900, 900]);
};

const ban = (simulate: Simulate): boolean => {
  const policy = [certainEvent('external-link-ban', '2026-01-29', { amazon: 0.1, tiktokShop: 1 })];
  const { earned } = weekly(run(simulate, { policy }), 0);
  // Three of seven days of week 3 are whole: 2000 × (3 + 0.4)/7 = 971; returns follow two weeks later.
  return same(earned, [2000, 2000, 1800, 771, 0, 103]);
};

const reaction = (simulate: Simulate): boolean => {
  const policy = [certainEvent('external-link-ban', '2026-01-26', { amazon: 0.1, tiktokShop: 1 })];
  const { strategies } = zeroSpreadScenario();
  const late = {
    id: 's',
    label: 'S',
    kind: 'switch-at-event',
    event: 'external-link-ban',
    reactionWeeks: 1,
  } as const;
  const comparison = run(simulate, { policy, strategies: [...strategies, late] });
  return same(weekly(comparison, 2).earned, [2000, 2000, 1800, 0, 4300, 3580, 3600]);
};

/** Stages that share a week with what follows them share it by days. */
const stages = (simulate: Simulate): boolean => {
  const reach = { amazonReach: certain(0.5), tiktokShopReach: certain(1) };
  const policy = [
    {
      ...certainEvent('external-link-ban', '2026-01-12', { amazon: 0.1, tiktokShop: 1 }),
      stages: [{ label: 'bio links', weeks: certain(10 / 7), ...reach }],
    },
  ];
  const { earned } = weekly(run(simulate, { policy }), 0);
  // Week 2: three days at a half, four at a tenth; returns of weeks 0, 1 and 2 follow two weeks later.
  return same(earned, [
    2000,
    1000,
    Math.round((2000 * 1.9) / 7) - 200,
    200 - 100,
    200 - Math.round((200 * 1.9) / 7),
  ]);
};

/** A lowered rate waits 30 days for a TikTok Shop creator, and none for an Amazon one. */
const lock = (simulate: Simulate): boolean => {
  const change = certainEvent('commission-change', '2026-01-12', { amazon: 1, tiktokShop: 1 });
  const policy = [{ ...change, amazonRate: certain(0.5), tiktokShopRate: certain(0.5) }];
  const comparison = run(simulate, { policy });
  // 12 January + 30 days = Wednesday 11 February, two days into week 5.
  return (
    same(weekly(comparison, 0).earned, [2000, 1000, 800]) &&
    same(weekly(comparison, 1).earned.slice(4, 7), [3600, Math.round((4500 * 4.5) / 7) - 900, 1671])
  );
};

/** 1,100 futures, all different, with the mean of each 256 alike and no two blocks the same. */
const independentBlocks = (simulate: Simulate): boolean => {
  const comparison = simulate(sampleScenario({ trials: 1100, weeks: 8 }), {
    cards: sampleCards,
    categoryNames: names,
  });
  const [first, second] = [100, 1100].map(trials =>
    simulate(sampleScenario({ trials, weeks: 8 }), { cards: sampleCards, categoryNames: names }),
  );
  return (
    second!.strategies[0]!.totalEarned.mean === comparison.strategies[0]!.totalEarned.mean &&
    first!.strategies[0]!.totalEarned.mean !== second!.strategies[0]!.totalEarned.mean &&
    isFresh(simulate)
  );
};

/** Whether 1,024 futures of a scenario without events are more than the first 256 four times over. */
const isFresh = (simulate: Simulate): boolean => {
  const { content, policy } = sampleScenario();
  const mean = (trials: number): number =>
    simulate(
      sampleScenario({
        trials,
        weeks: 4,
        seed: 5,
        content: { ...content, videosPerWeek: certain(10) },
        policy: policy.map(event => ({ ...event, probability: certain(0) })),
      }),
      { cards: sampleCards, categoryNames: names },
    ).strategies[1]!.totalEarned.mean;
  // Repeated, their mean would move by a few rare draws alone: 0.02 %; fresh, by the standard error of 256: 4 %.
  return Math.abs(mean(1024) / mean(256) - 1) > 2e-3;
};

/** Checks that need no statistics: the books on paper. */
export const paperChecks: readonly Check[] = [
  [
    'Amazon on paper',
    simulate => {
      const { earned, paid } = weekly(run(simulate, {}), 0);
      return (
        same(earned, [2000, 2000, 1800, 1800, 1800]) &&
        same(paid, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7343, 0, 0, 0])
      );
    },
  ],
  [
    'TikTok Shop on paper',
    simulate => {
      const { earned, paid } = weekly(run(simulate, {}), 1);
      return same(earned, [4500, 3600, 3600]) && same(paid, [0, 0, 1543, 3600, 3600]);
    },
  ],
  ['the rate of the shipping day', shipping],
  ['the ban works from its day', ban],
  ['the switch waits for its reaction', reaction],
  ['stages share a week by days', stages],
  ['a lowered rate waits for the lock', lock],
  ['blocks are independent', independentBlocks],
];
