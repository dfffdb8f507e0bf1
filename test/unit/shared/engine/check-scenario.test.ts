import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/domain/day.ts';
import { checkScenario } from '../../../../shared/engine/check-scenario.ts';
import type { Scenario } from '../../../../shared/domain/scenario.ts';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { certain, quantity, sampleCards, sampleScenario } from '../../../helpers/scenario.ts';

const problems = (change: Partial<Scenario>) => checkScenario(sampleScenario(change), sampleCards, {});

describe('checking a scenario', () => {
  it('finds nothing wrong with the sample', () => {
    expect(problems({})).toEqual([]);
  });

  it('says which parameter of which quantity is impossible', () => {
    const overDispersion = quantity({ kind: 'triangular', low: 1, mode: 9, high: 3 });
    expect(problems({ overDispersion })).toEqual([
      { path: 'overDispersion', message: 'the most likely value 9 is not between 1 and 3' },
    ]);
  });

  it('allows a thin tail outside the range and refuses a thick one', () => {
    const { programs } = sampleScenario();
    const share = (high: number) => ({
      ...programs,
      tiktokShop: {
        ...programs.tiktokShop,
        agencyShare: quantity({ kind: 'interval', low: 0.1, high, level: 0.8, share: false }),
      },
    });
    expect(problems({ programs: share(0.3) })).toEqual([]);
    expect(problems({ programs: share(0.9) })).toEqual([
      {
        path: 'programs.tiktokShop.agencyShare',
        message: expect.stringMatching(/^is above 1 with a chance of 8(\.\d)? %$/),
      },
    ]);
  });

  it('finds names that do not exist or exist twice', () => {
    const [first, ...rest] = sampleScenario().strategies;
    const lost = { id: 'x', label: 'X', kind: 'switch-at-event', event: 'war', reactionWeeks: 0 } as const;
    expect(
      problems({ strategies: [first!, first!, ...rest, lost], headline: { a: 'amazon', b: 'gone' } }),
    ).toEqual([
      { path: 'strategies.1.id', message: 'the name "amazon" is used twice' },
      { path: 'headline.b', message: 'there is no strategy "gone"' },
      { path: 'strategies.5.event', message: 'there is no policy event "war"' },
    ]);
  });

  it.each([
    [{ currency: 'EUR' }, 'currency', 'the programs of US pay in USD, not in EUR'],
    [{ start: day('2014-12-31') }, 'start', 'the year 2014 is not between 2015 and 2100'],
    [{ start: day('2101-01-01') }, 'start', 'the year 2101 is not between 2015 and 2100'],
  ] as const)('refuses %j', (change, path, message) => {
    expect(problems(change)).toContainEqual({ path, message });
  });

  it('refuses views that nobody has, and a plan without any video', () => {
    const { content } = sampleScenario();
    const views = (value: number) => problems({ content: { ...content, viewsPerVideo: certain(value) } });
    expect(views(1e10)).toEqual([]);
    expect(views(1.01e10).map(({ path }) => path)).toEqual(['content.viewsPerVideo']);
    const silent = { ...content, videosPerWeek: certain(0) };
    expect(problems({ content: silent })[0]!.message).toContain('nothing to compare');
    const one = certain(1);
    const lives = { perWeek: one, count: 'fixed', viewers: one, viewersLogSd: certain(0.5) } as const;
    expect(problems({ content: { ...silent, lives } })).toEqual([]);
  });

  it('refuses a category without a rate and a market without a card', () => {
    const [product] = sampleScenario().products;
    const stamps = { ...product!, amazon: { ...product!.amazon!, category: 'Postage stamps' } };
    expect(problems({ products: [stamps] })[0]!.message).toMatch(
      /^no Amazon rate for "Postage stamps" in US on 2026-01-06/,
    );
    expect(problems({ market: 'JP', currency: 'JPY' })).toHaveLength(4);
    expect(problems({ start: day('2019-01-07') })).toHaveLength(4);
  });

  it('refuses a year in whose middle no rate card is in force', () => {
    const scenario = sampleScenario();
    const card = sampleCards.find(each => each.market === scenario.market && each.until === null);
    const until = day('2026-06-01');
    const found = (from: string) =>
      checkScenario(
        scenario,
        [
          { ...card!, until },
          { ...card!, id: 'later', from: day(from) },
        ],
        {},
      );
    expect(found('2026-06-01')).toEqual([]);
    expect(found('2026-06-03')[0]).toEqual({
      path: 'products.0.amazon.category',
      message: expect.stringMatching(/ in US on 2026-06-01: choose another category or set the rate$/),
    });
  });

  it('finds a correlated quantity by its product’s id, whatever its place, and misses one that was removed', () => {
    const [pan, block, ...rest] = sampleScenario().products;
    const correlations = [
      { a: 'products.p1.amazon.clickRate', b: 'content.marketFactor', rank: 0.9 },
      { a: 'policy.ban.amazonReach', b: 'products.p1.tiktokShop.rate', rank: 0.2 },
    ];
    const all = [pan!, block!, ...rest];
    expect(problems({ correlations, products: all })).toEqual([]);
    expect(problems({ correlations, products: [block!, ...rest] })).toEqual([]);
    expect(problems({ correlations, products: [pan!, ...rest] })).toEqual([
      { path: 'correlations', message: expect.stringMatching(/^there is no quantity "products\.p1\.amazon/) },
    ]);
    // The same bits under both names, and others once the place stands for another product.
    const total = (change: Partial<Scenario>) =>
      simulate(sampleScenario({ trials: 100, weeks: 8, ...change }), {
        cards: sampleCards,
        categoryNames: {},
      }).strategies[0]!.totalEarned.sd;
    const byPlace = [{ ...correlations[0]!, a: 'products.1.amazon.clickRate' }];
    expect(total({ correlations: [correlations[0]!] })).toBe(total({ correlations: byPlace }));
    const shorter = [block!, ...rest];
    expect(total({ correlations: [correlations[0]!], products: shorter })).not.toBe(
      total({ correlations: byPlace, products: shorter }),
    );
  });

  it('refuses a run that would not fit in memory', () => {
    expect(problems({ trials: 1_000_000 })[0]!.path).toBe('trials');
  });

  it('refuses impossible dates', () => {
    const [ban] = sampleScenario().policy;
    const backwards = {
      ...ban!,
      date: { kind: 'window', from: day('2026-05-01'), to: day('2026-04-01') },
    } as const;
    const shrinking = {
      ...ban!,
      id: 'e',
      date: { kind: 'elicited', within6: 0.5, within12: 0.2, within24: 0.6 },
    } as const;
    const found = problems({
      policy: [backwards, shrinking],
      strategies: sampleScenario().strategies.slice(0, 3),
    });
    expect(found.map(each => each.path)).toEqual(['policy.0.date', 'policy.1.date']);
  });

  it('accepts certain shares at both ends', () => {
    const { programs } = sampleScenario();
    for (const value of [0, 1])
      expect(
        problems({
          programs: { ...programs, tiktokShop: { ...programs.tiktokShop, agencyShare: certain(value) } },
        }),
      ).toEqual([]);
  });
});
