import { provenanceSchema } from './provenance.ts';
import type { Scenario } from './scenario.ts';

/** Files of the person's reports behind any number of a scenario, in the order of their first mention. */
export const reportFiles = (scenario: Scenario): readonly string[] => {
  const files = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('kind' in value && value.kind === 'report') {
      const provenance = provenanceSchema.safeParse(value);
      if (provenance.success && provenance.data.kind === 'report')
        for (const file of provenance.data.files) files.add(file);
    } else for (const part of Object.values(value)) look(part);
  };
  look(scenario);
  return [...files];
};
