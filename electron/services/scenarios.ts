import { z } from 'zod';
import { FailureError } from '../../shared/contract/answer.ts';
import type { KeptScenario, ScenarioEntry } from '../../shared/contract/contract.ts';
import { localDay } from '../../shared/domain/local-day.ts';
import type { Market } from '../../shared/domain/market.ts';
import type { ImportedReport } from '../../shared/domain/report.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import { reportFiles } from '../../shared/domain/report-files.ts';
import { scenarioSchema, type Scenario } from '../../shared/domain/scenario.ts';
import { scenarioFromPriors } from '../../shared/learn/scenario-from-priors.ts';
import type { createLibrary } from './library.ts';
import type { ScenarioStore } from '../storage/scenario-store.ts';

export interface ScenarioParts {
  readonly store: ScenarioStore;
  readonly learn: ReturnType<typeof createLibrary>['learn'];
  readonly reports: () => readonly ImportedReport[];
  readonly reference: Reference;
  readonly now: () => Date;
  /** When the library can be written without waiting. */
  readonly ready: () => Promise<void>;
}

export interface CreateScenario {
  readonly from: 'reports' | 'priors';
  readonly market: Market;
  readonly save: boolean;
  readonly name?: string;
}

/** The person's scenarios: kept, and made anew from reports or from published priors. */
export const createScenarios = ({ store, learn, reports, reference, now, ready }: ScenarioParts) => {
  const today = () => localDay(now());

  const make = async ({ from, market, name }: CreateScenario): Promise<Scenario> =>
    from === 'reports'
      ? learn({ market, name: name ?? 'From my reports', today: today() })
      : scenarioFromPriors(reference, { market, start: today(), name: name ?? 'From published figures' });

  return {
    list: (): readonly ScenarioEntry[] => store.list(),

    get: (id: number): KeptScenario => {
      const scenario = store.get(id);
      if (!scenario) throw new FailureError({ kind: 'not-found', what: 'scenario', id: String(id) });
      const here = new Set(reports().map(({ file }) => file));
      return { id, scenario, missingReports: reportFiles(scenario).filter(file => !here.has(file)) };
    },

    save: (id: number | null, scenario: Scenario): { readonly id: number } => ({
      id: store.save(id, scenario),
    }),

    create: async (
      request: CreateScenario,
    ): Promise<{ readonly id: number | null; readonly scenario: Scenario }> => {
      const scenario = scenarioSchema.parse(await make(request));
      if (!request.save) return { id: null, scenario };
      // Learning takes seconds, in which an import may have begun.
      await ready();
      return { id: store.save(null, scenario), scenario };
    },

    remove: (id: number): { readonly removed: boolean } => ({ removed: store.remove(id) }),

    /** JSON Schema of the scenario document, as people write it (defaults may be left out). */
    schema: (): Readonly<Record<string, unknown>> =>
      z.toJSONSchema(scenarioSchema, { io: 'input', unrepresentable: 'any' }),
  };
};
