import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/domain/day.ts';
import { minor, ppm } from '../../../../shared/domain/money.ts';
import type { Replay, ReplayLine } from '../../../../shared/domain/replay.ts';
import {
  coverageSentence,
  pricedOrders,
  replaySentence,
  skippedSentences,
} from '../../../../shared/words/replay.ts';
import { replayChart } from '../../../../shared/charts/replay-chart.ts';

const line = (orders: number, replayed: number | null): ReplayLine =>
  ({
    category: 'Kitchen',
    categorySource: 'report',
    matchedTo: replayed === null ? null : 'Kitchen',
    ratePpm: replayed === null ? null : ppm(45_000),
    orders,
    items: orders,
    base: minor(0),
    actual: minor(0),
    replayed: replayed === null ? null : minor(replayed),
    suggestion: null,
    productId: null,
  }) satisfies ReplayLine;

const replay = (change: Partial<Replay> = {}): Replay => ({
  program: 'tiktok-shop',
  terms: { kind: 'amazon-card', cardId: 'us' },
  termsLabel: 'Amazon US rate card of 2020-04-21',
  currency: 'USD',
  from: day('2026-01-01'),
  to: day('2026-03-31'),
  orders: 100,
  actual: minor(90_000),
  actualMatched: minor(90_000),
  replayed: minor(45_000),
  lines: [line(100, 45_000)],
  unmatched: [],
  months: [
    { month: '2026-01', actual: minor(60_000), replayed: minor(30_000) },
    { month: '2026-03', actual: minor(30_000), replayed: minor(15_000) },
  ],
  skipped: {
    pending: { rows: 0, estimatedCommission: minor(0) },
    onsite: { rows: 0, commission: minor(0) },
    bounties: { rows: 0, commission: minor(0) },
    unpaid: 0,
    otherCurrency: 0,
  },
  band: { low: minor(30_000), high: minor(60_000), drivers: [] },
  ...change,
});

describe('replaySentence', () => {
  it('compares to the cent when every order can be priced', () => {
    expect(replaySentence(replay())).toBe(
      'Your TikTok Shop orders earned $900.00; under Amazon US rate card of 2020-04-21 they would have earned $450.00, 50\u00a0% less.',
    );
  });

  it('says the band at once when the other program would have sold them', () => {
    const driver = {
      name: 'conversion',
      lowFactor: 0.4,
      highFactor: 2.5,
      low: minor(18_000),
      high: minor(112_500),
      provenance: { kind: 'guess', note: 'Nobody has published it' },
    } as const;
    const band = { low: minor(18_000), high: minor(112_500), drivers: [driver] };
    expect(replaySentence(replay({ band }))).toBe(
      'Your TikTok Shop orders earned $900.00; under Amazon US rate card of 2020-04-21 the very same orders pay $450.00, 50\u00a0% less. But Amazon would not have brought the same orders: expect between $180 and $1,125 (80\u00a0%).',
    );
  });

  it('says first how many orders it speaks of when some cannot be priced', () => {
    const some = replay({ lines: [line(40, 45_000)], unmatched: [line(60, null)] });
    expect(pricedOrders(some)).toBe(40);
    expect(replaySentence(some)).toMatch(
      /^40 of your 100 TikTok Shop orders can be priced: they earned \$900\.00 of \$900\.00;/,
    );
  });

  it('does not compare what could not be priced at all', () => {
    const none = replay({
      lines: [],
      unmatched: [line(100, null)],
      replayed: minor(0),
      actualMatched: minor(0),
    });
    expect(replaySentence(none)).toMatch(/^None of your TikTok Shop orders can be priced/);
    expect(replaySentence(replay({ replayed: minor(90_000) }))).toContain('exactly the same');
  });
});

describe('coverageSentence', () => {
  const open = line(60, null);
  const guessed = { ...open, suggestion: { category: 'Kitchen', productName: 'Pan' } };
  const partly = (unmatched: readonly ReplayLine[], where: 'window' | 'terminal' = 'window') =>
    coverageSentence(replay({ actual: minor(600_000), actualMatched: minor(120_000), unmatched }), where);

  it('says nothing when everything is priced', () => {
    expect(coverageSentence(replay(), 'window')).toBeNull();
  });

  it('names the money, and offers the likeliest categories only where there are some', () => {
    expect(partly([open])).toBe(
      'Priced: $1,200.00 of $6,000.00 (20\u00a0%). For the rest no category is known: choose the categories below.',
    );
    expect(partly([open, guessed])).toContain('accept the likeliest categories');
  });

  it('sends the reader of a terminal to the window, where categories can be chosen', () => {
    expect(partly([open], 'terminal')).toMatch(/choose the categories on the Replay page of the window\.$/);
    expect(partly([open, guessed], 'terminal')).toMatch(/of the window, which knows the likeliest\.$/);
  });
});

describe('skippedSentences', () => {
  it('names only what was left out', () => {
    expect(skippedSentences(replay())).toEqual([]);
    const { skipped } = replay();
    const sentences = skippedSentences(
      replay({
        skipped: { ...skipped, pending: { rows: 22, estimatedCommission: minor(7_055) }, unpaid: 1 },
      }),
    );
    expect(sentences).toEqual([
      'Left out: 22 pending rows with an estimated $70.55: not settled yet.',
      'Left out: 1 ineligible or frozen row.',
    ]);
  });
});

describe('replayChart', () => {
  it('leaves a month without orders empty', () => {
    const chart = replayChart(replay());
    expect(chart.months).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(chart.series.map(series => series.values)).toEqual([
      [60_000, null, 30_000],
      [30_000, null, 15_000],
    ]);
    expect(chart.series.map(series => series.tone)).toEqual(['tiktok-shop', 'amazon']);
  });
});
