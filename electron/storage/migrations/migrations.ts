import { reportsAndScenarios } from './0010-reports-and-scenarios.ts';
import { aggregatesAndMappings } from './0020-aggregates-and-mappings.ts';
import { accountsAndCorrections } from './0030-accounts-and-corrections.ts';

/** One step of the schema. Never edited after its release; the next one is ten higher. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** 'FkCt' in the file's header says that a database is ours. */
export const applicationId = 0x466b4374;

/** In order of version. */
export const migrations: readonly Migration[] = [
  { version: 10, sql: reportsAndScenarios },
  { version: 20, sql: aggregatesAndMappings },
  { version: 30, sql: accountsAndCorrections },
];

export const latestVersion = migrations.at(-1)!.version;
