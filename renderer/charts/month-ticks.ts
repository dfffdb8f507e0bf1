/** Pixels that a month's name and the gap to the next one take. */
const roomPerName = 76;

/** Months between two names. */
const steps = [1, 2, 3, 4, 6, 12, 24, 60];

/**
 * Where on an axis of days, `width` pixels wide, months are named: at the first day of every month, or of every second, third … where
 * there is no room for all. A month of a few days at the start goes unnamed where its name would touch the next.
 */
export const monthTicks = (days: readonly string[], width: number): readonly number[] => {
  const begins = days.flatMap((day, at) => (day.slice(0, 7) === days[at - 1]?.slice(0, 7) ? [] : [at]));
  const gap = (roomPerName * days.length) / Math.max(width, 1);
  for (const step of steps) {
    for (const first of [0, 1]) {
      const ticks = begins.filter((_, month) => month >= first && (month - first) % step === 0);
      if (ticks.every((at, place) => place === 0 || at - ticks[place - 1]! >= gap)) return ticks;
    }
  }
  return begins.slice(0, 1);
};
