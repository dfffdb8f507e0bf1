import { describe, expect, it } from 'vitest';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { plantedErrors } from '../../../helpers/planted-errors.ts';
import { failingChecks } from '../../../trust/failing-checks.ts';
import { failuresWith } from '../../../trust/plant-error.ts';

describe('checks of the engine', () => {
  it('all hold for the engine: on paper, and 67 closed forms within 4 standard errors', {
    timeout: 60_000,
  }, () => {
    expect(failingChecks(simulate, 10)).toEqual([]);
  });

  it.each(plantedErrors)('notice $name', { timeout: 60_000 }, error => {
    expect(failuresWith(error, 5)).toContain(error.caughtBy);
  });
});
