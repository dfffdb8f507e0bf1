import { saidBy } from '../../shared/domain/account.ts';
import type { Aggregate } from '../../shared/domain/aggregate.ts';
import type { CorrectedRow, PreviewRow, RefusedRow, ReportPlan } from '../../shared/domain/import-plan.ts';
import { minor } from '../../shared/domain/money.ts';
import type { Problem } from '../../shared/domain/report.ts';
import type { RowReading } from '../importers/importer.ts';
import type { OpenReport } from '../importers/open-report.ts';
import type { ReadReportRow } from '../importers/read-rows.ts';
import { fileProblem, TableError, type TextTable } from '../importers/read-table/table.ts';
import { createRowKeys, shortHash } from '../importers/row-key.ts';
import { layoutOf } from '../storage/order-columns.ts';
import { accountOf } from '../storage/planned-report.ts';
import { createBatchBuilder } from '../storage/row-batch.ts';
import type { RowSink, StagedReport } from '../storage/staging.ts';
import { ReportTotals } from './report-totals.ts';

const previewRows = 20;
/** A page of them is enough to see what is wrong with all. */
const shownRefused = 100;

export interface ReportSource {
  readonly table: TextTable;
  readonly opened: OpenReport;
  readonly fileDigest: Buffer;
  readonly tell: (problem: Problem) => void;
  /** Lines that the person leaves out. */
  readonly leaveOut?: ReadonlySet<number>;
  /** Called after every batch with its number of rows; may throw to end the reading. */
  readonly hear: (rows: number) => void;
}

const locate = (
  table: TextTable,
  line: number | null,
  faults: readonly Omit<Problem, 'file' | 'sheet' | 'line'>[],
) => faults.map((fault): Problem => ({ file: table.file, sheet: table.sheet, line, ...fault }));

/** Rows of two accounts that can be equal have keys of their own; those of an account without a name keep the keys of earlier versions. */
const keySpaceOf = ({ importer, accountKey }: OpenReport): string => {
  const space = importer.keySpace ?? importer.kind;
  return accountKey === null ? space : `${space} of ${accountKey}`;
};

/** Reports of two accounts that say the same are two reports where their rows are told apart. */
const digestKind = ({ importer, accountKey }: OpenReport): string =>
  accountKey === null ? importer.kind : `${importer.kind} of ${accountKey}`;

/** Takes in one row after another: keys, totals, problems, and the row itself into the staging area. */
const createIntake = ({ table, opened, tell, leaveOut = new Set() }: ReportSource, staged: StagedReport) => {
  const { importer } = opened;
  const totals = new ReportTotals();
  const keyOf = createRowKeys(keySpaceOf(opened), importer.identity);
  const figures: Aggregate[] = [];
  const rows = createBatchBuilder(layoutOf(importer.program));
  const first: Omit<PreviewRow, 'fate'>[] = [];
  const refused: RefusedRow[] = [];
  const corrected: CorrectedRow[] = [];

  const takeOrder = (line: number, reading: Extract<RowReading, { kind: 'order' }>): void => {
    const { order, identity, warnings } = reading;
    const key = keyOf(identity);
    const rowHash = importer.identity === 'cells' ? key : shortHash(`${identity}\n${saidBy(order)}`);
    const { direct } = order;
    const beyond = importer.hasDirectApart === true && direct !== null ? 1 + Number(direct) : 0;
    totals.add(order, rowHash, beyond);
    totals.warnings += warnings.length;
    if (warnings.length > 0) locate(table, line, warnings).forEach(tell);
    if (first.length < previewRows) first.push({ line, order });
    rows.add(key, line, order);
  };

  const takeAggregate = (line: number, reading: Extract<RowReading, { kind: 'aggregate' }>): void => {
    const { aggregate, identity, warnings } = reading;
    const key = keyOf(identity);
    totals.addAggregate(aggregate, shortHash(`${identity}\n${saidBy(aggregate)}`));
    totals.warnings += warnings.length;
    locate(table, line, warnings).forEach(tell);
    if (figures.length < previewRows) figures.push(aggregate);
    staged.addAggregate({ key, line, aggregate });
  };

  /** A warning, too, for the same reason as a row left out. */
  const takeCorrected = (row: CorrectedRow): void => {
    corrected.push(row);
    totals.warnings += 1;
  };

  const take = ({ line, reading, cells = [], corrections }: ReadReportRow): void => {
    if (leaveOut.has(line)) totals.leaveOut();
    else if (reading.kind === 'order') takeOrder(line, reading);
    else if (reading.kind === 'aggregate') takeAggregate(line, reading);
    else if (reading.kind === 'refused') {
      totals.refused += 1;
      locate(table, line, reading.faults).forEach(tell);
      if (refused.length < shownRefused) refused.push({ line, cells, faults: reading.faults });
    }
    if (corrections && !leaveOut.has(line) && (reading.kind === 'order' || reading.kind === 'aggregate'))
      takeCorrected({
        line,
        cells,
        corrections,
        ...(reading.kind === 'order' ? { order: reading.order } : {}),
      });
  };
  const takeAll = (batch: readonly ReadReportRow[]): void => {
    batch.forEach(take);
    if (rows.size > 0) staged.add(rows.take());
  };
  return { takeAll, totals, first, figures, refused, corrected };
};

/** Stages all rows of a report and says what committing them would do; undefined when it holds no row to store or refuse. */
export const readReport = async (source: ReportSource, sink: RowSink): Promise<ReportPlan | undefined> => {
  const { table, opened, fileDigest, tell, hear } = source;
  const { kind, program, measure, identity } = opened.importer;
  const { file, sheet } = table;
  const { account } = opened;
  const staged = sink.report({ kind, program, measure, identity, file, sheet, account });
  const { takeAll, totals, first, figures, refused, corrected } = createIntake(source, staged);
  try {
    for await (const rows of opened.rows()) {
      takeAll(rows);
      if (!totals.isExact) throw new TableError(fileProblem('sum-too-large', file, sheet));
      hear(rows.length);
    }
  } catch (error) {
    staged.abandon();
    throw error;
  }
  if (totals.isMixed) {
    const text = totals.currency;
    locate(table, null, [{ column: null, text, reason: 'mixed-currency', weight: 'warning' }]).forEach(tell);
  }
  if (totals.rows === 0) {
    staged.abandon();
    const noRows = { column: null, text: null, reason: 'header-without-rows', weight: 'refused' } as const;
    if (totals.refused + totals.leftOut === 0) {
      locate(table, null, [noRows]).forEach(tell);
      return undefined;
    }
  }
  const names = opened.names();
  const corrections = corrected.flatMap(({ line, corrections: cells }) =>
    cells.map(cell => ({ line, ...cell })),
  );
  const tail = { ...totals.tail(digestKind(opened), { fileDigest, names }), corrections };
  const fates =
    totals.rows === 0 ? { counts: { new: 0, changed: 0, same: 0 }, first: [] } : await staged.end(tail);
  return {
    file,
    sheet,
    kind,
    program,
    account: accountOf({ account }, tail),
    ...(tail.rowAccounts === null ? {} : { rowAccounts: tail.rowAccounts }),
    from: tail.from,
    to: tail.to,
    currency: totals.currency ?? opened.currency ?? 'USD',
    ...fates.counts,
    refused: totals.refused,
    ...(totals.leftOut > 0 ? { leftOut: totals.leftOut } : {}),
    commission: minor(totals.commission),
    estimatedCommission: minor(totals.estimated),
    preview: first.map((row, index) => ({ ...row, fate: fates.first[index]! })),
    ...(figures.length > 0 ? { figures } : {}),
    ...(refused.length + corrected.length > 0 ? { header: opened.header } : {}),
    ...(refused.length > 0 ? { refusedRows: refused } : {}),
    ...(corrected.length > 0 ? { correctedRows: corrected } : {}),
    ...(opened.zones === null ? {} : { zones: opened.zones }),
  };
};
