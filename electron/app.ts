import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { AppEvent } from '../shared/contract/contract.ts';
import { engineVersion } from '../shared/engine/engine-version.ts';
import { answer } from './answer.ts';
import type { App, AppOptions, OpenApp } from './app-types.ts';
import { createPool } from './compute/pool.ts';
import { createHandlers } from './handlers.ts';
import { createOffers } from './offers.ts';
import { loadReference } from './reference.ts';
import { createComparisons } from './services/comparisons.ts';
import { createDocuments } from './services/documents.ts';
import { createImports } from './services/imports.ts';
import { createLibrary } from './services/library.ts';
import { createSample } from './services/sample.ts';
import { createScenarios } from './services/scenarios.ts';
import { createSettings } from './services/settings.ts';
import { createComparisonStore } from './storage/comparison-store.ts';
import { openDatabase } from './storage/database.ts';
import { createScenarioStore } from './storage/scenario-store.ts';
import { createSettingStore } from './storage/setting-store.ts';
import { storageFailure } from './storage/storage-failure.ts';

const createEvents = () => {
  const listeners = new Set<(event: AppEvent) => void>();
  return {
    tell: (event: AppEvent): void => listeners.forEach(hear => hear(event)),
    listen: (hear: (event: AppEvent) => void) => {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
};

const openServices = (options: AppOptions, app: () => App) => {
  const { home, resources, version, door, now } = options;
  mkdirSync(home, { recursive: true });
  const reference = loadReference(resources);
  const file = join(home, 'forkcast.db');
  const database = openDatabase(file, now);
  /** Errors of SQLite itself speak of the library's file; those of other files are explained where they are used. */
  const explain = (error: unknown): unknown =>
    error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')
      ? storageFailure(error, file)
      : error;
  const pool = createPool({ threads: options.threads ?? availableParallelism() });
  const events = createEvents();
  const offers = createOffers();
  const imports = createImports({
    database,
    now,
    onProgress: (run, progress) => events.tell({ kind: 'progress', run, stage: 'import', ...progress }),
  });
  const library = createLibrary({ database, reference, now });
  const scenarios = createScenarios({
    store: createScenarioStore(database, now),
    learn: library.learn,
    reports: () => imports.list(),
    reference,
    now,
    ready: () => imports.idle(),
  });
  const comparisons = createComparisons({
    store: createComparisonStore(database),
    pool,
    reference,
    now,
    ready: () => imports.idle(),
    explain,
    onProgress: (run, done, total) => events.tell({ kind: 'progress', run, stage: 'simulate', done, total }),
  });
  const handlers = createHandlers({
    info: { version, engine: engineVersion, door, dataFolder: home, sqlite: database.sqliteVersion },
    offers,
    imports,
    library,
    sample: createSample({ folder: join(resources, 'samples'), imports, scenarios }),
    scenarios,
    comparisons,
    documents: createDocuments({
      version,
      comparison: comparisons.get,
      print: id => options.printer.print(id, app()),
      saveAs: options.saveAs,
    }),
    settings: createSettings(createSettingStore(database)),
  });
  const close = async (): Promise<void> => {
    try {
      await Promise.all([pool.close(), imports.close(), library.close()]);
    } finally {
      database.close();
    }
  };
  return { handlers, offers, events, close, explain };
};

/** The one backend behind every door: opens the database and the engine's workers, and answers requests until closed. */
export const openApp: OpenApp = async options => {
  const { handlers, offers, events, close, explain } = openServices(options, () => app);
  const app: App = {
    ask: (name, input) => answer(handlers, { name, input }, { explain, report: options.report }),
    offer: (path, name, discard) => offers.add(path, name, discard),
    listen: events.listen,
    close,
  };
  return app;
};
