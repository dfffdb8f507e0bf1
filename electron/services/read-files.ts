import { stat } from 'node:fs/promises';
import type { KnownAccount } from '../../shared/domain/account.ts';
import type { MappingTemplate } from '../../shared/domain/column-mapping.ts';
import type { ImportPlan, ReportPlan, UnknownTable } from '../../shared/domain/import-plan.ts';
import type { ImportAnswers, ImportQuestion } from '../../shared/domain/import-question.ts';
import { minor } from '../../shared/domain/money.ts';
import type { ImportedReport, Problem } from '../../shared/domain/report.ts';
import { openReport } from '../importers/open-report.ts';
import { questionId } from '../importers/question-id.ts';
import { readTables } from '../importers/read-table/read-tables.ts';
import { fileProblem, TableError, type TextTable } from '../importers/read-table/table.ts';
import type { RowSink } from '../storage/staging.ts';
import { digestOf, openChosenFile } from './chosen-file.ts';
import { createMeter } from './reading-meter.ts';
import { readReport } from './read-report.ts';
import { createProblems } from './told-problems.ts';

/** A file the person chose: what to call it and where it lies. */
export interface ChosenFile {
  readonly name: string;
  readonly path: string;
}

/** How far an import is: bytes read, or rows written, and the rows so far. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
  readonly rows: number;
}

/** What a long step tells and asks while it runs. */
export interface Watch {
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** True once the person no longer wants it; the step then ends with a `cancelled` failure and leaves nothing. */
  readonly isCancelled?: (() => boolean) | undefined;
  /** Asked once, right before what was done becomes final: false when it was cancelled; from then on a cancel comes too late. */
  readonly mayFinish?: (() => boolean) | undefined;
}

/** What reading needs besides the files. */
export interface ReadingAids {
  readonly answers: ImportAnswers;
  readonly templates: readonly MappingTemplate[];
  readonly accounts: readonly KnownAccount[];
  readonly zones: Readonly<Record<string, string>>;
  /** Reports stored from a file of this digest. */
  readonly ofFile: (fileDigest: Buffer) => readonly ImportedReport[] | Promise<readonly ImportedReport[]>;
  readonly watch: Watch;
}

/** What was found in files; their rows have gone into the sink. */
export type Readings = Omit<ImportPlan, 'token'>;

/** Reads files into a sink, here or in another thread. */
export type ReadFiles = (files: readonly ChosenFile[], aids: ReadingAids, sink: RowSink) => Promise<Readings>;

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
  readonly assume: (question: ImportQuestion) => void;
  readonly notKnow: (table: UnknownTable) => void;
  readonly templates: readonly MappingTemplate[];
  readonly accounts: readonly KnownAccount[];
  readonly zones: ReadingAids['zones'];
  readonly ofFile: ReadingAids['ofFile'];
  /** Called after every batch of rows with their number; ends the step when it was cancelled. */
  readonly hear: (rows: number) => void;
  readonly hearBytes: (bytes: number) => void;
}

interface TableInFile {
  readonly table: TextTable;
  readonly fileDigest: Buffer;
  /** Reports stored from the same file. */
  readonly stored: readonly ImportedReport[];
}

const planTable = async ({ table, fileDigest, stored }: TableInFile, sink: RowSink, findings: Findings) => {
  const { tell, ask, assume, answers, accounts, zones, templates, hear } = findings;
  const fileKey = fileDigest.toString('hex');
  const key = `${fileKey}\n${table.sheet ?? ''}\n${table.entry ?? ''}`;
  const rowsId = questionId(key, 'rows');
  const answer = answers[rowsId];
  const rows = answer?.kind === 'rows' ? answer : undefined;
  const given = {
    table,
    fixes: new Map(rows?.fixed?.map(({ line, cells }) => [line, cells])),
    key,
    fileKey,
    answers,
    accounts,
    zones,
    previous: stored.filter(({ sheet }) => sheet === table.sheet),
  };
  const opened = await openReport(given, templates);
  if (opened.kind === 'report') {
    opened.report.assumed.forEach(assume);
    const leaveOut = new Set(rows?.leaveOut);
    const source = { table, opened: opened.report, fileDigest, tell, hear, leaveOut };
    const plan = await readReport(source, sink);
    return plan && { ...plan, rowsId };
  }
  if (opened.kind === 'problem') {
    tell(opened.problem);
    if (opened.unknown) findings.notKnow(opened.unknown);
  } else if (opened.kind === 'questions') opened.questions.forEach(ask);
  return undefined;
};

/** Below this a known file is read again, so that its rows can be shown. */
const largeBytes = 4 * 1024 * 1024;

/** A large file whose every table was stored without a refusal need not be read again to know that all its rows are known. */
const knownPlans = (
  reports: readonly ImportedReport[],
  file: { readonly name: string; readonly tables: number },
): readonly ReportPlan[] | undefined => {
  if (reports.length !== file.tables || reports.some(({ refused, warnings }) => refused + warnings > 0)) {
    return undefined;
  }
  return reports.map(
    ({ sheet, kind, program, account, rowAccounts, from, to, currency, rows, commission }) => ({
      file: file.name,
      sheet,
      kind,
      program,
      account,
      ...(rowAccounts ? { rowAccounts } : {}),
      from,
      to,
      currency: currency ?? 'USD',
      new: 0,
      changed: 0,
      same: rows,
      refused: 0,
      commission: commission ?? minor(0),
      estimatedCommission: minor(0),
      preview: [],
    }),
  );
};

const planFile = async (
  chosen: ChosenFile,
  sink: RowSink,
  findings: Findings,
): Promise<readonly ReportPlan[]> => {
  const { tell } = findings;
  const file = await openChosenFile(chosen, findings.hearBytes).catch(() => {
    tell(fileProblem('unreadable-file', chosen.name));
    return undefined;
  });
  if (!file) return [];
  const fileDigest = await orProblem(() => digestOf(file), tell);
  const tables = fileDigest && (await orProblem(() => readTables(file), tell));
  if (!fileDigest || !tables) return [];
  const isLarge = file.size >= largeBytes;
  const stored = await findings.ofFile(fileDigest);
  const known = isLarge ? knownPlans(stored, { name: file.name, tables: tables.length }) : undefined;
  if (known) return known;
  const plans: ReportPlan[] = [];
  for (const table of tables) {
    const plan = await orProblem(() => planTable({ table, fileDigest, stored }, sink, findings), tell);
    if (plan) plans.push(plan);
  }
  return plans;
};

const sizeOf = async ({ path }: ChosenFile): Promise<{ readonly size: number }> =>
  stat(path).catch(() => ({ size: 0 }));

/** A report of an archive whose last day is in no column most likely sums up the days of its neighbours. */
const sharingWindows = (questions: readonly ImportQuestion[]): readonly ImportQuestion[] =>
  questions.map(question => {
    if (question.kind !== 'window' || question.proposed !== null) return question;
    const archive = question.file.split(' › ')[0];
    const neighbour = questions.find(
      other => other.kind === 'window' && other.proposed !== null && other.file.split(' › ')[0] === archive,
    );
    return neighbour?.kind === 'window' ? { ...question, proposed: neighbour.proposed } : question;
  });

/** Takes each question once, however many tables raise it. */
const once =
  (list: ImportQuestion[]) =>
  (question: ImportQuestion): void => {
    if (!list.some(({ id }) => id === question.id)) list.push(question);
  };

/** Reads every table of every file; a file that cannot be read becomes a problem. Throws `cancelled`. */
export const readFiles: ReadFiles = async (files, aids, sink) => {
  const { answers, templates, accounts, zones, ofFile, watch } = aids;
  const { tell, all } = createProblems(sink);
  const reports: ReportPlan[] = [];
  const questions: ImportQuestion[] = [];
  const assumed: ImportQuestion[] = [];
  const unknown: UnknownTable[] = [];
  const [ask, assume] = [once(questions), once(assumed)];
  const notKnow = (table: UnknownTable): void => void unknown.push(table);
  const meter = createMeter(await Promise.all(files.map(sizeOf)), watch);
  const findings = { tell, ask, assume, notKnow, answers, templates, accounts, zones, ofFile, ...meter };
  for (const file of files) reports.push(...(await planFile(file, sink, findings)));
  meter.hear(0);
  return { reports, questions: sharingWindows(questions), assumed, unknown, ...all() };
};
