import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { FailureError } from '../../shared/contract/answer.ts';
import type { ReportHistory } from '../../shared/contract/contract.ts';
import type { MappingTemplate } from '../../shared/domain/column-mapping.ts';
import type { ImportOutcome, ImportPlan, ReportPlan } from '../../shared/domain/import-plan.ts';
import type { ImportAnswers, ImportQuestion } from '../../shared/domain/import-question.ts';
import type { Aggregate } from '../../shared/domain/aggregate.ts';
import type { StoredOrder } from '../../shared/domain/order.ts';
import type { Program } from '../../shared/domain/program.ts';
import type { ImportedReport, Problem } from '../../shared/domain/report.ts';
import { openReport } from '../importers/open-report.ts';
import { readTables } from '../importers/read-table/read-tables.ts';
import { fileProblem, TableError, type FileBytes, type TextTable } from '../importers/read-table/table.ts';
import type { Database } from '../storage/database.ts';
import { createImportStore } from '../storage/import-store.ts';
import { createMappingStore } from '../storage/mapping-store.ts';
import type { Staging } from '../storage/staging.ts';
import { storageFailure } from '../storage/storage-failure.ts';
import { readReport } from './read-report.ts';

/** A file the person chose: what to call it and where it lies. */
export interface ChosenFile {
  readonly name: string;
  readonly path: string;
}

export interface PreviewOptions {
  /** Answers to the questions of an earlier preview. */
  readonly answers?: ImportAnswers | undefined;
}

export interface Imports {
  /** Reads files and plans their import. Writes nothing to the library. */
  preview(files: readonly ChosenFile[], options?: PreviewOptions): Promise<ImportPlan>;
  /** Writes exactly the plan. Throws `plan-expired` when it is unknown or the library has changed since. */
  commit(token: string): Promise<ImportOutcome>;
  list(): readonly ImportedReport[];
  history(): ReportHistory;
  undo(importId: number): { readonly removed: number };
  /** Streams stored orders for learning and replay, in an order that does not depend on when they were imported. */
  orders(filter?: { readonly program?: Program }): IterableIterator<StoredOrder>;
  /** What summed-up reports say (clicks, views, category totals): beside the orders, never added to them. */
  aggregates(): readonly Aggregate[];
}

const shownProblems = 200;
const keptPlans = 3;
const chunkBytes = 1 << 20;

const onDisk = async ({ name, path }: ChosenFile): Promise<FileBytes> => ({
  name,
  size: (await stat(path)).size,
  stream: () => createReadStream(path, { highWaterMark: chunkBytes }),
});

const digestOf = async (file: FileBytes): Promise<Buffer> => {
  const digest = createHash('sha256');
  for await (const chunk of file.stream()) digest.update(chunk);
  return digest.digest();
};

const createProblems = () => {
  const problems: Problem[] = [];
  let count = 0;
  return {
    tell: (problem: Problem): void => {
      count += 1;
      if (problems.length < shownProblems) problems.push(problem);
    },
    all: () => ({ problems, problemCount: count }),
  };
};

type Tell = (problem: Problem) => void;

/** Runs a step of reading; a table that cannot be read becomes a problem. */
const orProblem = async <Value>(step: () => Promise<Value>, tell: Tell): Promise<Value | undefined> => {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    tell(error.problem);
    return undefined;
  }
};

/** What a preview gathers besides plans. */
interface Findings {
  readonly tell: Tell;
  readonly ask: (question: ImportQuestion) => void;
  readonly answers: ImportAnswers;
  readonly templates: readonly MappingTemplate[];
}

interface TableInFile {
  readonly table: TextTable;
  readonly fileDigest: Buffer;
}

const planTable = async ({ table, fileDigest }: TableInFile, staging: Staging, findings: Findings) => {
  const { tell, ask, answers, templates } = findings;
  const key = `${fileDigest.toString('hex')}\n${table.sheet ?? ''}\n${table.entry ?? ''}`;
  const opened = await openReport({ table, key, answers }, templates);
  if (opened.kind === 'report')
    return readReport({ table, opened: opened.report, fileDigest, tell }, staging);
  if (opened.kind === 'problem') tell(opened.problem);
  else if (opened.kind === 'questions') opened.questions.forEach(ask);
  return undefined;
};

const planFile = async (
  chosen: ChosenFile,
  staging: Staging,
  findings: Findings,
): Promise<readonly ReportPlan[]> => {
  const { tell } = findings;
  const file = await onDisk(chosen).catch(() => {
    tell(fileProblem('unreadable-file', chosen.name));
    return undefined;
  });
  const tables = file && (await orProblem(() => readTables(file), tell));
  if (!file || !tables) return [];
  const fileDigest = await digestOf(file);
  const plans: ReportPlan[] = [];
  for (const table of tables) {
    const plan = await orProblem(() => planTable({ table, fileDigest }, staging, findings), tell);
    if (plan) plans.push(plan);
  }
  return plans;
};

const totalOf = (plan: ImportPlan): Omit<ImportOutcome, 'importId'> => {
  const add = (count: (report: ReportPlan) => number): number =>
    plan.reports.reduce((total, report) => total + count(report), 0);
  return {
    new: add(report => report.new),
    changed: add(report => report.changed),
    same: add(report => report.same),
    refused: add(report => report.refused),
  };
};

/** Reads reports, plans what they would change, and writes a plan once the person agrees. */
export const createImports = ({
  database,
  now,
}: {
  readonly database: Database;
  readonly now: () => Date;
}): Imports => {
  const store = createImportStore(database);
  const mappings = createMappingStore(database);
  const plans = new Map<string, { readonly plan: ImportPlan; readonly staging: Staging }>();

  const forget = (token: string): void => {
    plans.get(token)?.staging.discard();
    plans.delete(token);
  };
  const guarded = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (error) {
      throw storageFailure(error, database.file);
    }
  };

  const preview = async (files: readonly ChosenFile[], options: PreviewOptions = {}): Promise<ImportPlan> => {
    const staging = guarded(() => store.stage());
    const { tell, all } = createProblems();
    const reports: ReportPlan[] = [];
    const questions: ImportQuestion[] = [];
    const ask = (question: ImportQuestion): void => void questions.push(question);
    const findings = { tell, ask, answers: options.answers ?? {}, templates: mappings.list() };
    try {
      for (const file of files) reports.push(...(await planFile(file, staging, findings)));
    } catch (error) {
      staging.discard();
      throw storageFailure(error, database.file);
    }
    const plan: ImportPlan = { token: randomUUID(), reports, questions, ...all() };
    plans.set(plan.token, { plan, staging });
    for (const token of [...plans.keys()].slice(0, -keptPlans)) forget(token);
    return plan;
  };

  const commit = async (token: string): Promise<ImportOutcome> => {
    const planned = plans.get(token);
    if (!planned) throw new FailureError({ kind: 'plan-expired' });
    try {
      const importId = guarded(() => planned.staging.commit(now().toISOString()));
      return { importId, ...totalOf(planned.plan) };
    } finally {
      forget(token);
    }
  };

  return {
    preview,
    commit,
    list: () => store.list(),
    history: () => store.history(),
    undo: importId => ({ removed: guarded(() => store.undo(importId)) }),
    orders: filter => store.orders(filter ?? {}),
    aggregates: () => store.aggregates(),
  };
};
