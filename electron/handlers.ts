import type { AppInfo } from '../shared/contract/contract.ts';
import type { Handlers } from './answer.ts';
import { normaliseName } from './importers/header.ts';
import type { createComparisons } from './services/comparisons.ts';
import type { createDocuments } from './services/documents.ts';
import type { Imports } from './services/imports.ts';
import type { createLibrary } from './services/library.ts';
import type { createReplays } from './services/replays.ts';
import type { createSample } from './services/sample.ts';
import type { createScenarios } from './services/scenarios.ts';
import type { createSettings } from './services/settings.ts';

export interface Services {
  readonly info: AppInfo;
  /** The file behind an offered id; throws a failure for an id that was never offered. */
  readonly offered: (id: string) => { readonly name: string; readonly path: string };
  readonly imports: Imports;
  readonly library: ReturnType<typeof createLibrary>;
  readonly sample: ReturnType<typeof createSample>;
  readonly scenarios: ReturnType<typeof createScenarios>;
  readonly comparisons: ReturnType<typeof createComparisons>;
  readonly replays: ReturnType<typeof createReplays>;
  readonly documents: ReturnType<typeof createDocuments>;
  readonly settings: ReturnType<typeof createSettings>;
}

/** One line per request. */
export const createHandlers = (services: Services): Handlers => {
  const { imports, library, sample, scenarios, comparisons, replays, documents, settings } = services;
  const offeredFiles = async (ids: readonly string[]) => {
    const offered = ids.map(services.offered);
    await sample.refuseToMix(offered.map(file => file.name));
    return offered;
  };
  return {
    'app.info': () => services.info,
    'report.preview': async ({ files, answers, run, look }) =>
      imports.preview(await offeredFiles(files), { answers, run, look }),
    'report.commit': ({ token, run }) => imports.commit(token, { run }),
    'report.take': async ({ files, answers, run }) =>
      imports.take(await offeredFiles(files), { answers, run }),
    'report.cancel': ({ run }) => imports.cancel(run),
    'mapping.list': () => imports.mappings(),
    'mapping.save': template => {
      // Whoever sends it may know the header as it stands in a file; templates are found by its normalised names.
      imports.saveMapping({ ...template, header: template.header.map(normaliseName) });
      return { saved: true };
    },
    'mapping.remove': ({ header }) => imports.removeMapping(header),
    'report.list': () => imports.list(),
    'report.history': query => library.history(query),
    'report.rows': query => library.rows(query),
    'report.breakdown': query => library.breakdown(query),
    'report.undo': ({ importId }) => imports.undo(importId),
    'sample.open': () => sample.open(),
    'scenario.list': () => scenarios.list(),
    'scenario.get': ({ id }) => scenarios.get(id),
    'scenario.save': ({ id, scenario }) => scenarios.save(id, scenario),
    'scenario.create': request => scenarios.create(request),
    'scenario.remove': ({ id }) => scenarios.remove(id),
    'scenario.schema': () => scenarios.schema(),
    'comparison.quick': ({ scenario }) => comparisons.quick(scenario),
    'comparison.run': request => comparisons.run(request),
    'comparison.cancel': ({ run }) => comparisons.cancel(run),
    'comparison.latest': ({ scenarioId }) => comparisons.latest(scenarioId),
    'replay.options': () => replays.options(),
    'replay.run': ({ program, terms }) => replays.run(program, terms),
    'document.content': ({ comparisonId }) => documents.content(comparisonId),
    'document.pdf': ({ comparisonId }) => documents.pdf(comparisonId),
    'settings.get': () => settings.get(),
    'settings.set': chosen => settings.set(chosen),
  };
};
