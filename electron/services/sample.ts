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

/**
 * The shipped sample creator: its reports imported, and the scenario learned from them. Opening it again changes nothing. Its orders
 * never mix with the person's own, whichever comes first.
 */
export const createSample = ({ folder, imports, scenarios }: SampleParts) => {
  const sampleFiles = async (): Promise<readonly string[]> =>
    (await readdir(folder)).filter(name => /\.(?:xlsx|csv|zip)$/.test(name)).toSorted();

  return {
    open: async (): Promise<{ readonly scenarioId: number }> => {
      const names = await sampleFiles();
      if (imports.list().some(report => !names.includes(report.file))) {
        throw new FailureError({ kind: 'library-in-use' });
      }
      const plan = await imports.preview(names.map(name => ({ name, path: join(folder, name) })));
      await imports.commit(plan.token);
      const known = scenarios.list().find(entry => entry.name === sampleName);
      if (known) return { scenarioId: known.id };
      const made = await scenarios.create({ from: 'reports', market: 'US', save: true, name: sampleName });
      return { scenarioId: made.id! };
    },

    /** Throws `sample-in-library` where one of these files would join the sample's reports. */
    refuseToMix: async (files: readonly string[]): Promise<void> => {
      const names = await sampleFiles();
      const inLibrary = imports.list().filter(report => names.includes(report.file));
      if (inLibrary.length === 0 || files.every(file => names.includes(file))) return;
      const importIds = [...new Set(inLibrary.map(report => report.importId))];
      throw new FailureError({ kind: 'sample-in-library', importIds });
    },
  };
};
