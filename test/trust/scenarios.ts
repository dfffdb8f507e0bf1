import { join } from 'node:path';
import { saidOf } from './plant-error.ts';
import { engineIn } from './random/engine.ts';
import { plantedForProperties } from './random/planted.ts';
import { agreement, failuresOf, properties, type Stretch } from './random/properties.ts';

const ours = join(import.meta.dirname, '../../shared');

/** What fails of the properties over a stretch of random scenarios, in words, and how many scenarios were looked at. */
export const measureProperties = async (
  stretch: Stretch,
  agreeing: number,
): Promise<{ readonly looked: number; readonly found: readonly string[] }> => {
  const engine = await engineIn(ours);
  const failures = [
    ...properties.flatMap(property => failuresOf(property, engine, stretch)),
    ...failuresOf(agreement, engine, { from: stretch.from, count: agreeing }),
  ];
  return {
    looked: properties.length * stretch.count + agreeing,
    found: failures.flatMap(each => each.found),
  };
};

/** Planted errors that their property does not notice within some scenarios. */
export const missedByProperties = (): string[] =>
  plantedForProperties.flatMap(error => {
    const count = error.caughtBy === agreement.name ? 4 : 30;
    const script = 'test/trust/random/check-copy.ts';
    return saidOf(error, script, [error.caughtBy, String(count)]) === true ? [] : [error.name];
  });

/** npm run trust -- scenarios [COUNT [FROM]]: the properties over more random scenarios than `numbers` looks at. */
export const run = async ([count = '200', from = '0']: readonly string[]): Promise<boolean> => {
  const stretch = { from: Number(from), count: Number(count) };
  const { looked, found } = await measureProperties(stretch, Math.ceil(stretch.count / 10));
  for (const text of found) console.log(text);
  console.log(`${looked} answers to random scenarios looked at, ${found.length} failures`);
  return found.length === 0;
};
