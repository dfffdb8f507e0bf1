import { describe, expect, it } from 'vitest';
import { coverageOf, spanDays } from '../../../../shared/charts/coverage.ts';
import { addDays, day } from '../../../../shared/domain/day.ts';
import type { ImportedReport } from '../../../../shared/domain/report.ts';

const report = (
  from: string | null,
  to: string | null,
  change: Partial<ImportedReport> = {},
): ImportedReport => ({
  id: 1,
  importId: 1,
  kind: 'amazon.fee-earnings',
  program: 'amazon',
  file: 'a.csv',
  sheet: null,
  account: null,
  importedAt: '2026-11-01T00:00:00Z',
  from: from === null ? null : day(from),
  to: to === null ? null : day(to),
  currency: 'USD',
  rows: 1,
  refused: 0,
  warnings: 0,
  commission: null,
  ...change,
});

describe('coverageOf', () => {
  it('finds the days without a report and those in two of them', () => {
    const { lanes, from, to } = coverageOf([
      report('2026-03-01', '2026-03-31'),
      report('2026-01-01', '2026-01-31'),
      report('2026-03-20', '2026-04-10'),
    ])!;
    expect([from, to]).toEqual(['2026-01-01', '2026-04-10']);
    expect(lanes).toHaveLength(1);
    expect(lanes[0]!.gaps).toEqual([{ from: '2026-02-01', to: '2026-02-28' }]);
    expect(lanes[0]!.overlaps).toEqual([{ from: '2026-03-20', to: '2026-03-31' }]);
  });

  it('covers, misses and counts every day between its ends exactly once', () => {
    const start = day('2026-01-01');
    for (let seed = 1; seed <= 40; seed += 1) {
      const reports = Array.from({ length: 5 }, (_, index) => {
        const first = (seed * 37 * (index + 1)) % 200;
        return report(addDays(start, first), addDays(start, first + ((seed * (index + 3)) % 40)));
      });
      const { lanes, ...whole } = coverageOf(reports)!;
      const { covered, gaps } = lanes[0]!;
      const days = [...covered, ...gaps].reduce((sum, span) => sum + spanDays(span), 0);
      expect(days).toBe(spanDays(whole));
      for (const gap of gaps)
        expect(reports.some(({ from, to }) => from! <= gap.to && to! >= gap.from)).toBe(false);
    }
  });

  it('keeps programs, kinds and currencies apart, and takes a quiet weekend for no gap', () => {
    const coverage = coverageOf([
      report('2026-01-01', '2026-01-30'),
      report('2026-02-02', '2026-02-27'),
      report('2026-01-01', '2026-01-31', { currency: 'GBP' }),
      report('2026-01-01', '2026-01-31', { kind: 'tiktok.creator-orders', program: 'tiktok-shop' }),
      report(null, null),
    ])!;
    expect(coverage.lanes.map(({ id }) => id)).toHaveLength(3);
    expect(coverage.lanes.every(({ gaps }) => gaps.length === 0)).toBe(true);
    expect(coverageOf([report(null, null)])).toBeNull();
  });
});
