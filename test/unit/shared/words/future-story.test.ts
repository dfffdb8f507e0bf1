import { describe, expect, it } from 'vitest';
import { futureDraws, futureWeeks } from '../../../../shared/document/future-tables.ts';
import { day } from '../../../../shared/domain/day.ts';
import type { FutureStory } from '../../../../shared/domain/future-story.ts';
import { futureSentences } from '../../../../shared/words/future-story.ts';
import { sampleScenario } from '../../../helpers/scenario.ts';

const strategy = (id: string, label: string, earned: number[], paid: number[]) => {
  let left = 0;
  const waiting = earned.map((each, week) => (left += each - paid[week]!));
  return { id, label, earned, paid, waiting, orders: 12.4, returned: 1, products: [] };
};

const story: FutureStory = {
  future: 4210,
  currency: 'USD',
  start: day('2026-01-05'),
  weekEnds: [day('2026-01-11'), day('2026-01-18')],
  draws: [
    { path: 'products.0.amazon.conversion', value: 0.0912, rank: 0.031 },
    { path: 'content.marketFactor', value: 1.07, rank: 0.63 },
    { path: 'nowhere.to.be.found', value: 3, rank: 0.9999 },
  ],
  events: [
    { id: 'ban', label: 'External links are banned', on: day('2026-01-14') },
    { id: 'cut', label: 'Rates are cut', on: null },
  ],
  views: 100,
  strategies: [
    strategy('amazon', 'All Amazon', [20_000, 10_000], [0, 5_000]),
    strategy('shop', 'All TikTok Shop', [45_000, 36_000], [0, 15_000]),
    strategy('mix', 'Half and half', [1, 1], [0, 0]),
  ],
};

describe('a future in words', () => {
  it('says who earns more and by how much, what happened when, and what is still to come', () => {
    expect(futureSentences(story, ['amazon', 'shop'])).toEqual([
      'Future 4,211: All TikTok Shop earns $810.00, All Amazon $300.00, $510.00 less.',
      'External links are banned: 14 January 2026. Rates are cut: not in this future.',
      'All Amazon: 12 orders, 1 of them sent back; $50.00 is paid by the end, $250.00 still to come.',
      'All TikTok Shop: 12 orders, 1 of them sent back; $150.00 is paid by the end, $660.00 still to come.',
    ]);
  });

  it('says so where both earn the same and nothing can happen', () => {
    const same = {
      ...story,
      events: [],
      strategies: [story.strategies[0]!, { ...story.strategies[0]!, id: 'shop' }],
    };
    const [lead, events] = futureSentences(same, ['amazon', 'shop']);
    expect(lead).toContain('the same.');
    expect(events).toBe('No policy event is part of this scenario.');
  });
});

describe('a future in tables', () => {
  it('has a row a week for the two strategies asked for, with what begins in it', () => {
    const table = futureWeeks(story, ['amazon', 'shop']);
    expect(table.columns.map(({ title }) => title)).toEqual([
      'Week until',
      'All Amazon: earned',
      'paid',
      'waiting',
      'All TikTok Shop: earned',
      'paid',
      'waiting',
      'What begins',
    ]);
    expect(table.rows).toEqual([
      ['11 Jan 2026', '$200.00', '$0.00', '$200.00', '$450.00', '$0.00', '$450.00', ''],
      [
        '18 Jan 2026',
        '$100.00',
        '$50.00',
        '$250.00',
        '$360.00',
        '$150.00',
        '$660.00',
        'External links are banned',
      ],
    ]);
    expect(futureWeeks({ ...story, events: [] }, ['mix']).columns).toHaveLength(4);
  });

  it('names what was drawn in its unit, and never an end of its law', () => {
    const { rows } = futureDraws(story, sampleScenario())!;
    expect(rows[2]).toEqual(['Pan set, Amazon: orders per click', '9.12\u00a0%', 'higher than in 3 of 100']);
    expect(rows[0]![1]).toBe('×1.07');
    expect(rows[1]).toEqual(['nowhere.to.be.found', '3', 'higher than in 99 of 100']);
    expect(futureDraws({ ...story, draws: [] }, sampleScenario())).toBeNull();
  });
});
