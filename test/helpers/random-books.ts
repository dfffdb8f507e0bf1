import { addDays, day, type Day } from '../../shared/domain/day.ts';
import { nextUnit, openStream } from '../../shared/engine/random-stream.ts';

/** Commission of a random program, with months, thresholds and delays of every size. */
export interface RandomBooks {
  readonly start: Day;
  readonly gross: Float64Array;
  readonly reversed: Float64Array;
  readonly delay: number;
  readonly days: number;
  readonly threshold: number;
}

/** The `index`-th random set of books; amounts up to a billion minor units, many of them zero. */
export const randomBooks = (index: number): RandomBooks => {
  const state = new Int32Array(4);
  openStream(state, 99, index, 1);
  const below = (limit: number): number => Math.floor(nextUnit(state) * limit);
  const weeks = 4 + below(100);
  const size = 10 ** below(10);
  const gross = Float64Array.from({ length: weeks }, () => (below(4) === 0 ? 0 : below(size)));
  return {
    start: addDays(day('2019-01-01'), below(4000)),
    gross,
    reversed: gross.map(each => below(each + 1)),
    delay: below(12),
    days: below(120),
    threshold: below(3) === 0 ? 0 : below(4 * size),
  };
};
