import { describe, expect, it } from 'vitest';
import { monthTicks } from '../../../../renderer/charts/month-ticks.ts';
import { addDays, day } from '../../../../shared/domain/day.ts';

const weeksFrom = (start: string, weeks: number): readonly string[] =>
  Array.from({ length: weeks }, (_, week) => addDays(day(start), 7 * week + 6));

const monthNumber = (on: string): number => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7));

describe('monthTicks', () => {
  it('names months in even steps, with room for each, at any width', () => {
    for (const start of ['2026-11-01', '2026-11-24', '2027-02-03'])
      for (const weeks of [1, 8, 26, 52, 260])
        for (let width = 40; width <= 1600; width += 40) {
          const days = weeksFrom(start, weeks);
          const ticks = monthTicks(days, width);
          expect(ticks.length).toBeGreaterThan(0);
          const months = ticks.map(at => monthNumber(days[at]!));
          expect(new Set(months.slice(1).map((month, place) => month - months[place]!)).size).toBeLessThan(2);
          const pixels = ticks.map(at => (at / days.length) * width);
          expect(pixels.slice(1).every((x, place) => x - pixels[place]! >= 75.99)).toBe(true);
        }
  });

  it('names each month where there is room; of one whose end alone is there, the name gives way', () => {
    const days = weeksFrom('2026-11-24', 20);
    const named = (width: number) => monthTicks(days, width).map(at => days[at]!.slice(0, 7));
    const all = ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04'];
    expect(named(1600)).toEqual(all);
    expect(named(800)).toEqual(all.slice(1));
  });
});
