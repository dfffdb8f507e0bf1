import { FailureError } from '../../shared/contract/answer.ts';
import { createAggregateStore, type AggregateRow } from './aggregate-store.ts';
import type { Database } from './database.ts';
import type { RowBatch } from './row-batch.ts';
import type { Problem } from '../../shared/domain/report.ts';
import { createPlanTable } from './plan-table.ts';
import { createProblemTable } from './problem-table.ts';
import type { PlannedReport, ReportFates, ReportHead, ReportTail } from './planned-report.ts';
import { writePlan } from './write-plan.ts';

export interface StagedReport {
  /** Adds rows by the columns of their program's layout, in one step of SQLite. */
  add(batch: RowBatch): void;
  addAggregate(row: AggregateRow): void;
  end(tail: ReportTail): ReportFates | Promise<ReportFates>;
  /** Forgets the report and its rows. */
  abandon(): void;
}

/** Where the rows of reports go while they are read. */
export interface RowSink {
  report(head: ReportHead): StagedReport;
  /** Keeps what was wrong with the files. */
  tell(problems: readonly Problem[]): void;
}

/** Either may throw to take all back. */
export interface WriteWatch {
  /** Told after every few thousand rows. */
  readonly hear: (rows: number, total: number) => void;
  /** Called once, when all that is left is to make it final. */
  readonly beforeEnd: () => void;
}

const unwatched: WriteWatch = { hear: () => undefined, beforeEnd: () => undefined };

/** Rows that wait for the person's word. */
export interface Staging extends RowSink {
  /** Writes exactly what was staged, in one transaction. Throws `plan-expired` when the library has changed since. */
  commit(importedAt: string, watch?: WriteWatch): number | null;
  /** Some of the problems that were told, in their order. */
  problems(offset: number, limit: number): readonly Problem[];
  discard(): void;
}

let plans = 0;

/**
 * A plan's rows wait in a TEMP table of this connection: SQLite keeps it in its own unlinked file, outside the database and its
 * transactions, and takes it along when the process ends, however it ends.
 */
export const createStaging = ({ connection }: Database): Staging => {
  plans += 1;
  const plan = createPlanTable(connection, `plan_${plans}`);
  const problems = createProblemTable(connection, `problems_${plans}`);
  const generation = connection.prepare<[], number>('SELECT generation FROM ledger').pluck();
  const before = generation.get();
  const aggregates = createAggregateStore(connection);
  const reports: PlannedReport[] = [];
  const sameContent = connection
    .prepare<[Buffer], number>('SELECT 1 FROM reports WHERE content_digest = ?')
    .pluck();

  const isKnown = ({ contentDigest }: ReportTail): boolean =>
    sameContent.get(contentDigest) === 1 ||
    reports.some(report => report.tail.contentDigest.equals(contentDigest));

  const stageReport = (head: ReportHead): StagedReport => {
    const rows = plan.begin(head, reports);
    const summed: AggregateRow[] = [];
    const planned = (): readonly AggregateRow[] => reports.flatMap(report => report.aggregates);
    return {
      add: batch => connection.transaction(rows.add)(batch),
      addAggregate: row => void summed.push(row),
      end: tail => {
        const isSummed = head.measure === 'aggregate';
        const fates = isSummed ? aggregates.fates(summed, planned()) : rows.end(tail.asOf);
        if (isKnown(tail)) rows.remove();
        else reports.push({ head, tail, first: rows.first, last: rows.last(), aggregates: summed });
        return fates;
      },
      abandon: rows.remove,
    };
  };

  return {
    report: stageReport,
    tell: problems.add,
    problems: problems.page,
    commit: (importedAt, { hear, beforeEnd } = unwatched) =>
      connection
        .transaction((): number | null => {
          if (generation.get() !== before) throw new FailureError({ kind: 'plan-expired' });
          const importId =
            reports.length === 0
              ? null
              : writePlan(connection, { table: plan.name, reports, importedAt, hear });
          beforeEnd();
          return importId;
        })
        .immediate(),
    discard: () => {
      plan.drop();
      problems.drop();
    },
  };
};
