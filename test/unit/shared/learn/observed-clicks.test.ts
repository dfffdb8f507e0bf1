import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../../electron/reference.ts';
import type { Aggregate } from '../../../../shared/domain/aggregate.ts';
import { day, toEpochDay } from '../../../../shared/domain/day.ts';
import { observedTiktokClicks } from '../../../../shared/learn/observed-clicks.ts';
import { scenarioFromOrders } from '../../../../shared/learn/scenario-from-orders.ts';
import { weekOfYear } from '../../../../shared/learn/season-of.ts';
import { expectedYearOf, m } from './expected-year.ts';
import { pastYear, tiktokYear } from './past-year.ts';

const video = (over: Partial<Aggregate>): Aggregate => ({
  program: 'tiktok-shop',
  report: 'tiktok.video-list',
  subject: 'video',
  subjectId: '1',
  name: '1',
  from: day('2026-09-01'),
  to: day('2026-09-30'),
  currency: null,
  category: null,
  views: 10_000,
  impressions: 4000,
  clicks: 300,
  orders: 9,
  itemsOrdered: null,
  itemsShipped: null,
  itemsReturned: null,
  orderedRevenue: null,
  base: null,
  commission: null,
  ...over,
});
const summaries = (...rows: readonly Aggregate[]) => ({ rows, files: ['videos.xlsx'] });

describe('clicks that a video list shows', () => {
  it('are clicks over views of the rows of the last year that state both', () => {
    const observed = observedTiktokClicks(
      summaries(
        video({}),
        video({ views: 30_000, clicks: 100 }),
        video({ views: null }),
        video({ clicks: null }),
        video({ from: day('2024-09-01'), to: day('2024-09-30'), clicks: 9000 }),
        video({ report: 'instagram.insights', subject: 'post', clicks: 9000 }),
      ),
    );
    expect(observed?.rate).toBe(400 / 40_000);
    expect(observed?.provenance).toMatchObject({ kind: 'report', files: ['videos.xlsx'], rows: 2 });
  });

  it('are left to the published rate where there are too few, none, or more than views', () => {
    for (const row of [video({ clicks: 99 }), video({ views: 0 }), video({ views: 200, clicks: 200 })])
      expect(observedTiktokClicks(summaries(row))).toBeNull();
    expect(observedTiktokClicks(summaries())).toBeNull();
  });

  it('set the click rate of a scenario and leave its expected orders as they were', () => {
    const reference = loadReference(join(import.meta.dirname, '../../../../resources'));
    const season = (on: string) => reference.seasons.US!.factors[weekOfYear(toEpochDay(day(on)))]!;
    const orders = tiktokYear({ ...pastYear, season });
    const learn = (rows: readonly Aggregate[]) =>
      scenarioFromOrders(orders, reference, {
        market: 'US',
        name: 'Test',
        reports: [{ id: 1, file: 'orders.csv' }],
        summaries: summaries(...rows),
      });
    const [without, withClicks] = [learn([]), learn([video({})])];
    const rateOf = (scenario: typeof without) => scenario.products[0]!.tiktokShop!.clickRate;
    expect([rateOf(without).provenance.kind, rateOf(withClicks).provenance.kind]).toEqual([
      'guess',
      'report',
    ]);
    expect(m(rateOf(withClicks))).toBeCloseTo(0.03, 6);
    const year = expectedYearOf(reference);
    const [a, b] = [without, withClicks].map(scenario => year(scenario, 'tiktokShop', 1).orders);
    expect(b! / a!).toBeCloseTo(1, 2);
  });
});
