import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomCase } from '../../../helpers/random-scenario.ts';
import { saidOf } from '../../../trust/plant-error.ts';
import { engineIn } from '../../../trust/random/engine.ts';
import { plantedForProperties } from '../../../trust/random/planted.ts';
import { agreement, failuresOf, properties } from '../../../trust/random/properties.ts';

const engine = await engineIn(join(import.meta.dirname, '../../../../shared'));

// A few of the thousands that `npm run trust -- scenarios` looks at.
describe('whatever the scenario', () => {
  it.each(properties)('$name', property => {
    const count = property.kind.even ? 4 : 2;
    expect(failuresOf(property, engine, { from: 100, count }).flatMap(each => each.found)).toEqual([]);
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

  it('notice one', () => {
    const [error] = plantedForProperties;
    expect(saidOf(error!, 'test/trust/random/check-copy.ts', [error!.caughtBy, '30'])).toBe(true);
  });
});
