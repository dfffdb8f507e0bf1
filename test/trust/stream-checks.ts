import { nextDraw, openStream } from '../../shared/engine/random-stream.ts';
import { upperGamma } from '../../shared/engine/special/incomplete-gamma.ts';

type Open = (state: Int32Array, seed: number, trial: number, use: number) => void;

/** Two streams that the engine must be able to treat as independent, by the number of a pair. */
interface Neighbours {
  readonly name: string;
  readonly first: (pair: number) => readonly [seed: number, trial: number, use: number];
  readonly second: (pair: number) => readonly [seed: number, trial: number, use: number];
}

const neighbours: readonly Neighbours[] = [
  { name: 'futures', first: i => [7, 2 * i, 1], second: i => [7, 2 * i + 1, 1] },
  { name: 'far futures', first: i => [7, i, 5], second: i => [7, i + 65_536, 5] },
  { name: 'purposes', first: i => [7, i, 16], second: i => [7, i, 17] },
  { name: 'a purpose and its rare draws', first: i => [7, i, 16], second: i => [7, i, 16 + 1024] },
  { name: 'lanes of a row', first: i => [7, i, 16], second: i => [7, i, 16 + 2 ** 24] },
  { name: 'outer lanes', first: i => [7, i, 16], second: i => [7, i, 16 + 3 * 2 ** 24] },
  { name: 'seeds', first: i => [i, 3, 5], second: i => [i + 1, 3, 5] },
];

const cells = 32;
const looked = 4;

/** χ² of the first draws of two streams over a grid of 32 × 32: their first draw, then their second, … */
const pairsTest = ({ first, second }: Neighbours, pairs: number, open: Open): number => {
  const [a, b] = [new Int32Array(4), new Int32Array(4)];
  const counts = new Float64Array(cells * cells);
  for (let i = 0; i < pairs; i++) {
    open(a, ...first(i));
    open(b, ...second(i));
    for (let k = 0; k < looked; k++) {
      const at = (nextDraw(a) >>> 27) * cells + (nextDraw(b) >>> 27);
      counts[at] = counts[at]! + 1;
    }
  }
  const expected = (pairs * looked) / counts.length;
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return upperGamma((counts.length - 1) / 2, statistic / 2);
};

/** Probability of a dependence at least as strong between independent streams, for each kind of neighbours. */
export const streamPValues = (
  pairs: number,
  open: Open = openStream,
): { readonly name: string; readonly p: number }[] =>
  neighbours.map(each => ({ name: each.name, p: pairsTest(each, pairs, open) }));

/** Streams of which one in a hundred pairs is one and the same: an error of seeding that the check must notice. */
export const sharedStreams: Open = (state, seed, trial, use) =>
  openStream(state, seed, trial % 200 === 1 ? trial - 1 : trial, use);
