import { FailureError } from '../../shared/contract/answer.ts';
import { createAggregateStore, type AggregateRow } from './aggregate-store.ts';
import type { Database } from './database.ts';
import type { RowBatch } from './row-batch.ts';
import { createPlanTable } from './plan-table.ts';
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
}

/** Rows that wait for the person's word. */
export interface Staging extends RowSink {
  /** Writes exactly what was staged, in one transaction; `hear` is told after every few thousand rows and may throw to take all back. Throws `plan-expired` when the library has changed since. */
  commit(importedAt: string, hear?: (rows: number, total: number) => void): number | null;
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
    commit: (importedAt, hear = () => undefined) =>
      connection
        .transaction((): number | null => {
          if (generation.get() !== before) throw new FailureError({ kind: 'plan-expired' });
          return reports.length === 0
            ? null
            : writePlan(connection, { table: plan.name, reports, importedAt, hear });
        })
        .immediate(),
    discard: plan.drop,
  };
};
