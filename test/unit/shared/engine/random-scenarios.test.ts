import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomCase, type RandomKind } from '../../../helpers/random-scenario.ts';
import { saidOf } from '../../../trust/plant-error.ts';
import { engineIn } from '../../../trust/random/engine.ts';
import { plantedForProperties } from '../../../trust/random/planted.ts';
import { agreement, failuresOf, properties } from '../../../trust/random/properties.ts';

const shared = join(import.meta.dirname, '../../../../shared');
const engine = await engineIn(shared);

/** Numbers of the first short scenarios of a kind. */
const shortOnes = (kind: RandomKind, count: number): number[] => {
  const found: number[] = [];
  for (let index = 100; found.length < count; index++)
    if (randomCase(index, kind).scenario.weeks <= 12) found.push(index);
  return found;
};

// A few of the thousands that `npm run trust -- scenarios` looks at.
describe('whatever the scenario', () => {
  it.each(properties)('$name', property => {
    const found = shortOnes(property.kind, 2).flatMap(from =>
      failuresOf(property, engine, { from, count: 1 }),
    );
    expect(found.flatMap(each => each.found)).toEqual([]);
  });

  it('what ships over a month’s end is not paid before it is booked, whatever the payday', () => {
    // A payday on the month's last day, and twelve days from order to shipping: found by chance.
    const paid = properties.find(({ name }) => name === 'what is paid was earned')!;
    expect(failuresOf(paid, engine, { from: 7033, count: 1 })).toEqual([]);
  });

  it('is made the same by the same number, and otherwise by another', () => {
    expect(randomCase(7)).toEqual(randomCase(7));
    expect(randomCase(7).scenario).not.toEqual(randomCase(8).scenario);
  });
});

describe('the properties', () => {
  it('have an error each that they must notice', () => {
    const caught = new Set(plantedForProperties.map(each => each.caughtBy));
    expect(caught).toEqual(new Set([...properties, agreement].map(each => each.name)));
  });

  it.each(plantedForProperties)('have a place for $name', ({ file, find }) => {
    expect(readFileSync(join(shared, 'engine', file), 'utf8').split(find).length).toBe(2);
  });

  it('notice one', () => {
    const [error] = plantedForProperties;
    expect(saidOf(error!, 'test/trust/random/check-copy.ts', [error!.caughtBy, '30'])).toBe(true);
  });
});
