import { breakdownChart } from '../../../../shared/charts/breakdown-chart.ts';
import { describe, expect, it } from 'vitest';
import { cashChart } from '../../../../shared/charts/cash-chart.ts';
import { differenceChart } from '../../../../shared/charts/difference-chart.ts';
import { fanChart } from '../../../../shared/charts/fan-chart.ts';
import { historyCurrencies, monthsBetween, monthsChart } from '../../../../shared/charts/months-chart.ts';
import { strategyTones } from '../../../../shared/charts/strategy-tone.ts';
import type { ReportHistory } from '../../../../shared/contract/contract.ts';
import { minor } from '../../../../shared/domain/money.ts';
import { cannedComparison } from '../../../helpers/canned-comparison.ts';
import { cannedScenario } from '../../../helpers/canned-scenario.ts';

const comparison = cannedComparison(cannedScenario);
const tones = strategyTones(cannedScenario.strategies);

const row = (month: string, commission: number, change = {}) => ({
  month,
  program: 'amazon' as const,
  currency: 'USD' as const,
  orders: 1,
  commission: minor(commission),
  pending: minor(0),
  base: minor(0),
  ...change,
});

describe('fanChart', () => {
  it('draws bands for the headline’s pair alone, the widest first', () => {
    const { series } = fanChart(comparison, { tones });
    expect(series.map(({ id, bands }) => [id, bands.length])).toEqual([
      ['amazon', 2],
      ['shop', 2],
      ['mix', 0],
      ['switch', 0],
    ]);
    for (const { bands, median } of series) {
      for (const week of bands.length ? median.keys() : []) {
        const [wide, narrow] = [bands[0]!, bands[1]!];
        expect(wide.low[week]!).toBeLessThanOrEqual(narrow.low[week]!);
        expect(narrow.low[week]!).toBeLessThanOrEqual(median[week]!);
        expect(median[week]!).toBeLessThanOrEqual(narrow.high[week]!);
        expect(narrow.high[week]!).toBeLessThanOrEqual(wide.high[week]!);
      }
    }
  });

  it('draws only what is shown, each in its program’s tone', () => {
    const { series } = fanChart(comparison, { tones, shown: ['shop', 'amazon'] });
    expect(series.map(({ id, tone }) => [id, tone])).toEqual([
      ['amazon', 'amazon'],
      ['shop', 'tiktok-shop'],
    ]);
  });

  it('marks when an event may start, and leaves out one that never does', () => {
    const { marks, spans } = fanChart(comparison, { tones });
    expect(marks).toEqual([{ index: 29, label: 'External-link ban (in 35 of 100 futures)' }]);
    expect(spans).toEqual([{ from: 12, to: 47, label: 'External-link ban' }]);
    const [ban] = comparison.events;
    const assumed = fanChart({ ...comparison, events: [{ ...ban!, assumed: 0.127 }] }, { tones }).marks;
    expect(assumed[0]!.label).toBe('External-link ban (in 13 of 100 futures)');
    const events = [{ id: 'ban', label: 'External-link ban', share: 0, weeks: null }];
    expect(fanChart({ ...comparison, events }, { tones }).marks).toEqual([]);
  });
});

describe('differenceChart', () => {
  it('accounts for every future and names both sides', () => {
    const pair = comparison.pairs[0]!;
    const chart = differenceChart(comparison, pair, tones);
    expect(chart.total).toBe(pair.histogram.counts.reduce((sum, count) => sum + count, 0));
    expect(chart.below).toEqual({ label: 'Amazon links ahead', tone: 'amazon' });
    expect(chart.above).toEqual({ label: 'TikTok Shop ahead', tone: 'tiktok-shop' });
    expect(chart.marks.map(mark => mark.value)).toEqual([
      pair.difference.quantiles[1],
      pair.difference.quantiles[3],
    ]);
  });
});

describe('cashChart', () => {
  it('carries earned and paid of each shown strategy', () => {
    const chart = cashChart(comparison, { tones, shown: ['shop'] });
    expect(chart.series).toHaveLength(1);
    expect(chart.series[0]!.paid).toBe(comparison.strategies[1]!.weekly.paid);
  });
});

describe('monthsChart', () => {
  it('keeps a month without a report apart from one with zero', () => {
    const history: ReportHistory = { months: [row('2026-03', 500), row('2025-12', 0)] };
    const chart = monthsChart(history, 'USD');
    expect(chart.months).toEqual(['2025-12', '2026-01', '2026-02', '2026-03']);
    expect(chart.series[0]!.values).toEqual([0, null, null, 500]);
  });

  it('never adds currencies together', () => {
    const history: ReportHistory = {
      months: [row('2026-01', 100), row('2026-01', 90, { currency: 'GBP' }), row('2026-02', 100)],
    };
    expect(historyCurrencies(history)).toEqual(['USD', 'GBP']);
    expect(monthsChart(history, 'GBP').series[0]!.values).toEqual([90]);
    expect(monthsChart({ months: [] }, 'USD').months).toEqual([]);
  });

  it('counts over the turn of a year', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });
});

describe('breakdownChart', () => {
  it('leaves a month without rows empty and names what has no name', () => {
    const chart = breakdownChart({
      by: 'category',
      currency: 'USD',
      parts: [
        { key: 'Kitchen', label: 'Kitchen', others: false, orders: 3, commission: minor(500) },
        { key: null, label: null, others: false, orders: 1, commission: minor(90) },
        { key: null, label: null, others: true, orders: 9, commission: minor(40) },
      ],
      months: [
        { month: '2026-01', commission: [minor(300), minor(0), minor(40)] },
        { month: '2026-03', commission: [minor(200), minor(90), minor(0)] },
      ],
    });
    expect(chart.months).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(chart.series.map(({ label }) => label)).toEqual(['Kitchen', 'no category given', 'All others']);
    expect(chart.series.map(({ values }) => values[1])).toEqual([null, null, null]);
    expect(chart.series[1]!.values).toEqual([0, null, 90]);
  });

  it('marks only what is left over, never a sixth part that has a name', () => {
    const part = (key: string | null) => ({
      key,
      label: key,
      others: key === null,
      orders: 1,
      commission: minor(1),
    });
    const restsOf = (keys: readonly (string | null)[]) =>
      breakdownChart({ by: 'category', currency: 'USD', parts: keys.map(part), months: [] }).series.map(
        ({ rest }) => rest,
      );
    expect(restsOf(['a', 'b', 'c', 'd', 'e', 'f'])).toEqual([false, false, false, false, false, false]);
    expect(restsOf(['a', null])).toEqual([false, true]);
  });
});
