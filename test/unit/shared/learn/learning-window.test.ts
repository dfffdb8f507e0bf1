import { describe, expect, it } from 'vitest';
import { lastDayOfRun } from '../../../../shared/learn/learning-window.ts';

const run = (from: number, days: number) =>
  Array.from({ length: days }, (_, i) => ({ day: from + i, orders: 1 }));

describe('lastDayOfRun', () => {
  it('is the last day of sales that go on, also through a quiet season', () => {
    expect(lastDayOfRun([])).toBeNull();
    expect(lastDayOfRun(run(1000, 300))).toBe(1299);
    expect(lastDayOfRun([...run(1000, 100), ...run(1300, 40)])).toBe(1339);
  });

  it('does not follow stray dates, be they one, or two far apart', () => {
    expect(lastDayOfRun([...run(1000, 300), { day: 40_000, orders: 1 }])).toBe(1299);
    expect(lastDayOfRun([...run(1000, 300), { day: 2000, orders: 1 }, { day: 40_000, orders: 2 }])).toBe(
      1299,
    );
  });

  it('keeps a last sale that came a little late, and a new beginning after a long pause', () => {
    expect(lastDayOfRun([...run(1000, 300), { day: 1380, orders: 1 }])).toBe(1380);
    expect(lastDayOfRun([...run(1000, 300), ...run(2500, 40)])).toBe(2539);
  });

  it('never lets added stray dates move the day, wherever they lie', () => {
    for (let late = 91; late < 3000; late += 37)
      expect(lastDayOfRun([...run(1000, 300), { day: 1299 + late, orders: 1 }])).toBe(1299);
  });
});
