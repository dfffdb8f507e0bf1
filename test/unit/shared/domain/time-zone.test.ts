import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/domain/day.ts';
import { homeZone, inZone, momentOf, postedAt, timeZoneSchema } from '../../../../shared/domain/time-zone.ts';

const clock = (text: string) => ({ day: day(text.slice(0, 10)), time: text.slice(11) });

describe('the clocks of time zones', () => {
  it.each([
    ['2026-09-01 02:30:00', 'UTC', 'America/Los_Angeles', '2026-08-31 19:30:00'],
    ['2026-01-01 07:59:59', 'UTC', 'America/Los_Angeles', '2025-12-31 23:59:59'],
    ['2026-08-31 23:30:00', 'Asia/Jakarta', 'UTC', '2026-08-31 16:30:00'],
    ['2026-08-31 20:00:00', 'UTC', 'Asia/Kolkata', '2026-09-01 01:30:00'],
    ['2026-03-08 10:30:00', 'UTC', 'America/Los_Angeles', '2026-03-08 03:30:00'],
  ])('%s in %s is in %s %s', (text, from, to, expected) => {
    const found = inZone(clock(text), from, to);
    expect(`${found.day} ${found.time}`).toBe(expected);
  });

  it('go there and back on every hour of a year, but for the hour that a clock change leaves out or repeats', () => {
    let odd = 0;
    for (let hour = 0; hour < 24 * 365; hour += 1) {
      const text = new Date(Date.UTC(2026, 0, 1, hour)).toISOString();
      const there = inZone(clock(`${text.slice(0, 10)} ${text.slice(11, 19)}`), 'America/New_York', 'UTC');
      const back = inZone(there, 'UTC', 'America/New_York');
      if (`${back.day}T${back.time}` !== text.slice(0, 19)) odd += 1;
    }
    expect(odd).toBeLessThanOrEqual(1);
  });

  it('know a moment', () => {
    expect(momentOf(clock('2026-07-01 12:00:00'), 'Europe/London')).toBe(Date.UTC(2026, 6, 1, 11));
  });

  it('take only zones that exist', () => {
    expect(
      ['Europe/Berlin', 'UTC', 'Mars/Base', ''].map(zone => timeZoneSchema.safeParse(zone).success),
    ).toEqual([true, true, false, false]);
    expect(homeZone('KWD')).toBe('UTC');
  });
});

describe('when a video was posted', () => {
  it('stands in the upper half of its id', () => {
    const seconds = BigInt(Date.UTC(2026, 2, 4, 21, 0, 0) / 1000);
    expect(postedAt(String((seconds << 32n) + 77n))).toBe(Date.UTC(2026, 2, 4, 21));
    expect(postedAt('/')).toBeNull();
    expect(postedAt('12345')).toBeNull();
  });
});
