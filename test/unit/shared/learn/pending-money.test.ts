import { describe, expect, it } from 'vitest';
import type { Aggregate } from '../../../../shared/domain/aggregate.ts';
import { addDays, day, monthEnd } from '../../../../shared/domain/day.ts';
import { minor } from '../../../../shared/domain/money.ts';
import { openSummaries } from '../../../../shared/learn/open-summaries.ts';
import { pendingMoney, type OpenRows, type PendingInput } from '../../../../shared/learn/pending-money.ts';
import { pendingLines, pendingRuleSentence } from '../../../../shared/words/pending.ts';
import { loadReference } from '../../../../electron/reference.ts';

const { terms } = loadReference('resources');
const asOf = day('2026-11-21');

const open = (change: Partial<OpenRows>): OpenRows => ({
  network: 'tiktok-shop',
  account: null,
  currency: 'USD',
  stream: 'offsite',
  status: 'pending',
  day: day('2026-11-10'),
  amount: minor(1000),
  rows: 1,
  ...change,
});

const pending = (rows: readonly OpenRows[], change: Partial<PendingInput> = {}) =>
  pendingMoney({ open: rows, lags: [], files: ['orders.xlsx'], terms, asOf, ...change });

describe('money on its way', () => {
  it('of TikTok Shop is estimated, and expected as many days after the order as its rule says', () => {
    const { entries, rules } = pending([open({})]);
    expect(entries).toEqual([
      expect.objectContaining({
        kind: 'estimated',
        state: 'expected',
        expected: { on: '2026-11-30', from: '2026-11-28', to: '2026-12-18' },
        amount: 1000,
      }),
    ]);
    expect(rules).toEqual([expect.objectContaining({ provenance: expect.objectContaining({ grade: 'A' }) })]);
    expect(pendingRuleSentence(rules[0]!)).toMatch(
      /^TikTok Shop: 20 days after the order \(18 to 38\)\. .*grade A/,
    );
  });

  it('of Amazon is earned, and expected about sixty days after the month of shipping', () => {
    const shipped = open({ network: 'amazon', status: 'earned', day: day('2026-10-03') });
    const { entries } = pending([shipped, { ...shipped, day: day('2026-10-30'), amount: minor(-300) }]);
    expect(entries).toEqual([
      expect.objectContaining({
        kind: 'earned',
        expected: expect.objectContaining({ on: addDays(monthEnd(day('2026-10-01')), 60) }),
        amount: 700,
        rows: 2,
      }),
    ]);
  });

  it('is paid once Amazon’s latest day has passed, and not a day sooner', () => {
    const ofAugust = open({ network: 'amazon', status: 'earned', day: day('2026-08-31') });
    expect(pending([ofAugust], { asOf: day('2026-11-02') }).entries).toHaveLength(1);
    expect(pending([ofAugust], { asOf: day('2026-11-03') }).entries).toEqual([]);
  });

  it('never adds what is earned to what is estimated, one currency to another, or one account to another', () => {
    const rows = [
      open({}),
      open({ currency: 'GBP' }),
      open({ account: '@anna' }),
      open({ network: 'amazon', status: 'earned', day: day('2026-10-01') }),
      open({ network: 'amazon', status: 'earned', stream: 'onsite', day: day('2026-10-01') }),
      open({ amount: minor(500) }),
    ];
    const { entries } = pending(rows);
    expect(entries.map(({ amount }) => amount).toSorted((a, b) => a - b)).toEqual([
      1000, 1000, 1000, 1000, 1500,
    ]);
  });

  it('says so where it is late, frozen or of a network without a rule', () => {
    const { entries, rules } = pending([
      open({ day: day('2026-09-01') }),
      open({ status: 'frozen' }),
      open({ network: 'mapped' }),
    ]);
    expect(entries.map(({ state }) => state).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'frozen',
      'overdue',
      'unknown',
    ]);
    expect(rules).toHaveLength(1);
  });

  it('goes by the person’s own settled rows once thirty tell how long it takes', () => {
    const lag = (days: number, rows: number) => ({
      currency: 'USD' as const,
      days,
      rows,
      from: day('2026-01-01'),
      to: day('2026-03-01'),
    });
    const few = pending([open({})], { lags: [lag(9, 29)] });
    expect(few.rules[0]?.provenance.kind).toBe('publication');
    const { rules, entries } = pending([open({})], { lags: [lag(9, 10), lag(12, 10), lag(30, 10)] });
    expect(rules[0]).toMatchObject({
      days: { low: 9, mode: 12, high: 30 },
      provenance: { kind: 'report', rows: 30 },
    });
    expect(entries[0]?.expected?.on).toBe('2026-11-22');
    expect(
      pending([open({})], { lags: [{ ...lag(9, 90), currency: 'GBP' }] }).rules[0]?.provenance.kind,
    ).toBe('publication');
  });

  it('is shown by week once there are many days, and the sums stay', () => {
    const many = Array.from({ length: 40 }, (_, at) => open({ day: addDays(day('2026-10-20'), at) }));
    const money = pending(many);
    const lines = pendingLines(money, 'USD');
    expect(lines.length).toBeLessThan(12);
    expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(40_000);
    expect(lines[0]?.when).toMatch(/^week of/);
  });
});

const summary = (change: Partial<Aggregate>): Aggregate => ({
  program: 'amazon',
  report: 'amazon.category',
  subject: 'category',
  subjectId: 'Kitchen',
  name: 'Kitchen',
  from: day('2026-10-01'),
  to: day('2026-10-31'),
  currency: 'USD',
  category: 'Kitchen',
  views: null,
  impressions: null,
  clicks: null,
  orders: null,
  itemsOrdered: null,
  itemsShipped: null,
  itemsReturned: null,
  orderedRevenue: null,
  base: null,
  commission: minor(500),
  ...change,
});

describe('what summed-up reports say was earned', () => {
  it('is the month’s sum of one report, never of two that tell of the same money', () => {
    const rows = openSummaries(
      [
        summary({}),
        summary({ subjectId: 'Other', commission: minor(70) }),
        summary({ report: 'amazon.tracking-id', commission: minor(570) }),
        summary({ to: day('2026-10-15'), commission: minor(200) }),
      ],
      [],
    );
    expect(rows).toEqual([expect.objectContaining({ amount: 570, day: '2026-10-31', rows: 2 })]);
  });

  it('gives way to rows of a finer report of the month, and leaves out windows that span months', () => {
    const finer = open({ network: 'amazon', status: 'earned', day: day('2026-10-05') });
    expect(openSummaries([summary({})], [finer])).toEqual([]);
    expect(openSummaries([summary({ from: day('2026-09-15') })], [])).toEqual([]);
    expect(openSummaries([summary({ account: 'garden-20' })], [finer])).toHaveLength(1);
  });
});
