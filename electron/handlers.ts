import type { AppInfo } from '../shared/contract/contract.ts';
import type { Handlers } from './answer.ts';
import { normaliseName } from './importers/header.ts';
import type { Offers } from './offers.ts';
import type { createComparisons } from './services/comparisons.ts';
import type { createDocuments } from './services/documents.ts';
import type { Imports } from './services/imports.ts';
import type { createLibrary } from './services/library.ts';
import type { createSample } from './services/sample.ts';
import type { createScenarios } from './services/scenarios.ts';
import type { createSettings } from './services/settings.ts';

export interface Services {
  readonly info: AppInfo;
  readonly offers: Pick<Offers, 'get' | 'release'>;
  readonly imports: Imports;
  readonly library: ReturnType<typeof createLibrary>;
  readonly sample: ReturnType<typeof createSample>;
  readonly scenarios: ReturnType<typeof createScenarios>;
  readonly comparisons: ReturnType<typeof createComparisons>;
  readonly documents: ReturnType<typeof createDocuments>;
  readonly settings: ReturnType<typeof createSettings>;
}

const mostPlans = 64;

/** Which files each plan was made of, the newest plans only. */
const createPlannedFiles = () => {
  const plans = new Map<string, readonly string[]>();
  return {
    set: (token: string, files: readonly string[]): void => {
      plans.set(token, files);
      const [oldest] = plans.keys();
      if (plans.size > mostPlans && oldest !== undefined) plans.delete(oldest);
    },
    take: (token: string): readonly string[] => {
      const files = plans.get(token) ?? [];
      plans.delete(token);
      return files;
    },
  };
};

/** One line per request, or a few. */
export const createHandlers = (services: Services): Handlers => {
  const { imports, library, sample, scenarios, comparisons, documents, settings, offers } = services;
  const planned = createPlannedFiles();
  /** Writes of this thread wait for an import's in its own: SQLite would hold the window meanwhile, and in the end refuse. */
  const whenIdle =
    <Input, Output>(handle: (input: Input) => Output | Promise<Output>) =>
    async (input: Input): Promise<Output> => {
      await imports.idle();
      return handle(input);
    };
  const offeredFiles = async (ids: readonly string[]) => {
    const offered = ids.map(id => offers.get(id));
    await sample.refuseToMix(offered.map(file => file.name));
    return offered;
  };
  return {
    'app.info': () => services.info,
    'report.preview': async ({ files, answers, run, look }) => {
      const plan = await imports.preview(await offeredFiles(files), { answers, run, look });
      if (!look) planned.set(plan.token, files);
      return plan;
    },
    'report.commit': async ({ token, run }) => {
      const outcome = await imports.commit(token, { run });
      await offers.release(planned.take(token));
      return outcome;
    },
    'report.problems': async ({ token, offset, limit }) => ({
      problems: await imports.problems(token, { offset, limit }),
    }),
    'report.take': async ({ files, answers, run }) => {
      const taken = await imports.take(await offeredFiles(files), { answers, run });
      if (taken.outcome) await offers.release(files);
      return taken;
    },
    'report.release': async ({ files }) => ({ released: await offers.release(files) }),
    'report.cancel': ({ run }) => imports.cancel(run),
    'mapping.list': () => imports.mappings(),
    'mapping.save': whenIdle(template => {
      // Whoever sends it may know the header as it stands in a file; templates are found by its normalised names.
      imports.saveMapping({ ...template, header: template.header.map(normaliseName) });
      return { saved: true };
    }),
    'mapping.remove': whenIdle(({ header }) => imports.removeMapping(header)),
    'report.list': () => imports.list(),
    'report.history': query => library.history(query),
    'report.pending': query => library.pending(query),
    'report.breaks': () => library.breaks(),
    'report.rows': query => library.rows(query),
    'report.breakdown': query => library.breakdown(query),
    'account.name': whenIdle(({ network, name }) => imports.nameAccount(network, name)),
    'report.undo': ({ importId }) => imports.undo(importId),
    'sample.open': () => sample.open(),
    'scenario.list': () => scenarios.list(),
    'scenario.get': ({ id }) => scenarios.get(id),
    'scenario.save': whenIdle(({ id, scenario }) => scenarios.save(id, scenario)),
    'scenario.create': request => scenarios.create(request),
    'scenario.remove': whenIdle(({ id }) => scenarios.remove(id)),
    'scenario.schema': () => scenarios.schema(),
    'comparison.quick': ({ scenario }) => comparisons.quick(scenario),
    'comparison.run': request => comparisons.run(request),
    'comparison.cancel': ({ run }) => comparisons.cancel(run),
    'comparison.latest': ({ scenarioId }) => comparisons.latest(scenarioId),
    'comparison.future': ({ scenario, future }) => comparisons.future(scenario, future),
    'replay.options': () => library.replayOptions(),
    'replay.run': request => library.replay(request),
    'document.content': ({ comparisonId }) => documents.content(comparisonId),
    'document.pdf': ({ comparisonId }) => documents.pdf(comparisonId),
    'settings.get': () => settings.get(),
    'settings.set': whenIdle(chosen => settings.set(chosen)),
  };
};
