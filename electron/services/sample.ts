import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError } from '../../shared/contract/answer.ts';
import type { Imports } from './imports.ts';
import type { createScenarios } from './scenarios.ts';

export interface SampleParts {
  readonly folder: string;
  readonly imports: Imports;
  readonly scenarios: ReturnType<typeof createScenarios>;
}

const sampleName = 'Hearth & Pan (sample creator)';

/** The shipped sample creator: its reports imported, and the scenario learned from them. Opening it again changes nothing. */
export const createSample = ({ folder, imports, scenarios }: SampleParts) => ({
  open: async (): Promise<{ readonly scenarioId: number }> => {
    const names = (await readdir(folder)).filter(name => /\.(?:xlsx|csv|zip)$/.test(name)).toSorted();
    const library = imports.list();
    if (library.some(report => !names.includes(report.file)))
      throw new FailureError({ kind: 'library-in-use' });
    const plan = await imports.preview(names.map(name => ({ name, path: join(folder, name) })));
    await imports.commit(plan.token);
    const known = scenarios.list().find(entry => entry.name === sampleName);
    if (known) return { scenarioId: known.id };
    const made = scenarios.create({ from: 'reports', market: 'US', save: true, name: sampleName });
    return { scenarioId: made.id! };
  },
});
