import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/domain/day.ts';
import { seriesNotes, type MetricBreak, type SeriesReport } from '../../../../shared/domain/series-notes.ts';
import { seriesNoteSentence } from '../../../../shared/words/series-note.ts';

const redefined: MetricBreak = {
  program: 'tiktok-shop',
  measure: 'orders',
  on: day('2023-11-16'),
  text: 'TikTok’s analytics redefine “orders”.',
  provenance: { kind: 'publication', source: 'TikTok analytics notes', date: '2023-11-16', grade: 'C' },
};

const report = (from: string, to: string, change: Partial<SeriesReport> = {}): SeriesReport => ({
  program: 'tiktok-shop',
  kind: 'tiktok.creator-orders',
  account: null,
  currency: 'USD',
  from: day(from),
  to: day(to),
  ...change,
});

describe('a series of reports', () => {
  it('is announced as broken where a metric was redefined within it, in one report or between two', () => {
    const one = seriesNotes([report('2023-11-01', '2023-11-30')], [redefined]);
    expect(one).toEqual([{ kind: 'metric-break', network: 'tiktok-shop', broken: redefined }]);
    const two = [report('2023-10-01', '2023-10-31'), report('2023-12-01', '2023-12-31')];
    expect(seriesNotes(two, [redefined])).toHaveLength(1);
    expect(seriesNoteSentence(one[0]!)).toMatch(/orders before and after 16 Nov(?:ember)? 2023 .*grade C/);
  });

  it('is whole on either side of the break, and for other programs', () => {
    expect(seriesNotes([report('2023-10-01', '2023-11-15')], [redefined])).toEqual([]);
    expect(seriesNotes([report('2023-11-16', '2023-12-01')], [redefined])).toEqual([]);
    const amazon = report('2023-10-01', '2023-12-31', { program: 'amazon', kind: 'amazon.fee-earnings' });
    expect(seriesNotes([amazon], [redefined])).toEqual([]);
  });

  it('announces a change of currency from one report of an account to the next, in whichever order they are given', () => {
    const before = report('2026-01-01', '2026-01-31', { account: '@anna' });
    const after = report('2026-02-01', '2026-02-28', { account: '@anna', currency: 'GBP' });
    const notes = seriesNotes([after, before], []);
    expect(notes).toEqual([
      {
        kind: 'currency-change',
        report: 'tiktok.creator-orders',
        account: '@anna',
        before: 'USD',
        until: '2026-01-31',
        after: 'GBP',
        since: '2026-02-01',
      },
    ]);
    expect(seriesNoteSentence(notes[0]!)).toContain('in USD up to 31 Jan');
  });

  it('takes two accounts or two kinds of report for two series', () => {
    const dollars = report('2026-01-01', '2026-01-31', { account: '@anna' });
    const pounds = { ...dollars, from: day('2026-02-01'), currency: 'GBP' as const };
    expect(seriesNotes([dollars, { ...pounds, account: '@ben' }], [])).toEqual([]);
    expect(seriesNotes([dollars, { ...pounds, kind: 'tiktok.video-list' }], [])).toEqual([]);
    expect(seriesNotes([dollars, { ...pounds, currency: null }], [])).toEqual([]);
  });
});
