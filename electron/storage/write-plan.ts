import type Sqlite from 'better-sqlite3';
import { createAggregateStore } from './aggregate-store.ts';
import { createCorrectionStore } from './correction-store.ts';
import { createDeferredIndexes } from './deferred-indexes.ts';
import { orderColumns, orderFromRow, type OrderRow } from './order-columns.ts';
import { fateCode } from './plan-table.ts';
import { accountOf, namesOf, type PlannedReport } from './planned-report.ts';
import { createSightings } from './sighting-store.ts';

export interface PlanToWrite {
  /** The TEMP table of its rows. */
  readonly table: string;
  readonly reports: readonly PlannedReport[];
  readonly importedAt: string;
  readonly hear: (rows: number, total: number) => void;
}

/** Rows between two looks at whether the person still wants it. */
const chunkRows = 4000;

const insertReport = (connection: Sqlite.Database, importId: number, { head, tail }: PlannedReport): number =>
  Number(
    connection
      .prepare(
        `INSERT INTO reports (import_id, kind, program, measure, file, sheet, account, file_digest, content_digest, currency,
           first_day, last_day, as_of, rows, refused, warnings, commission, row_accounts, tracking_ids)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        importId,
        head.kind,
        head.program,
        head.measure,
        head.file,
        head.sheet,
        accountOf(head, tail),
        tail.fileDigest,
        tail.contentDigest,
        tail.currency,
        tail.from,
        tail.to,
        tail.asOf,
        tail.rows,
        tail.refused,
        tail.warnings,
        tail.commission,
        ...namesOf(tail),
      ).lastInsertRowid,
  );

/** Adds the rows about known orders: those that say the same as a mark, the others by their word's precedence. */
const writeKnown = (
  connection: Sqlite.Database,
  table: string,
  report: PlannedReport & { readonly id: number },
): void => {
  const { head, tail, first, last, id } = report;
  if (head.identity === 'cells') {
    connection
      .prepare(
        `INSERT OR IGNORE INTO sightings (order_id, report_id, line, payload)
         SELECT o.id, ?, p.line, NULL FROM ${table} p CROSS JOIN orders o ON o.row_key = p.row_key
         WHERE p.seq BETWEEN ? AND ? AND p.fate <> ${fateCode.new} AND o.direct IS p.direct`,
      )
      .run(id, first, last);
  }
  const sightings = createSightings(connection);
  const other =
    head.identity === 'cells'
      ? 'NOT EXISTS (SELECT 1 FROM orders o WHERE o.row_key = p.row_key AND o.direct IS p.direct)'
      : 'TRUE';
  const page = connection.prepare<[number, number], OrderRow & { seq: number; row_key: Buffer }>(
    `SELECT * FROM ${table} p WHERE seq BETWEEN ? AND ? AND fate <> ${fateCode.new} AND ${other}
     ORDER BY seq LIMIT ${chunkRows}`,
  );
  for (let from = first; ; ) {
    const rows = page.all(from, last);
    for (const row of rows) {
      const { orderId, ...known } = sightings.current(row.row_key)!;
      const order = orderFromRow({ ...row, program: head.program, kind: head.kind, measure: head.measure });
      sightings.add(orderId, known, { reportId: id, line: row.line, order, asOf: tail.asOf });
    }
    if (rows.length < chunkRows) return;
    from = rows.at(-1)!.seq + 1;
  }
};

/** Writes a plan's reports and rows; the caller holds the transaction. Returns the new import's id. */
export const writePlan = (
  connection: Sqlite.Database,
  { table, reports, importedAt, hear }: PlanToWrite,
): number => {
  const { lastInsertRowid } = connection
    .prepare('INSERT INTO imports (imported_at) VALUES (?)')
    .run(importedAt);
  const importId = Number(lastInsertRowid);
  const columns = orderColumns.join(', ');
  const insertNew = connection.prepare(
    `INSERT OR ROLLBACK INTO orders (report_id, row_key, line, ${columns})
     SELECT ?, row_key, line, ${columns} FROM ${table} WHERE seq BETWEEN ? AND ? AND fate = ${fateCode.new} ORDER BY seq`,
  );
  const written = reports.map(report => ({ ...report, id: insertReport(connection, importId, report) }));
  const total = reports.at(-1)?.last ?? 0;
  const indexes = createDeferredIndexes(connection);
  for (const { id, first, last } of written)
    for (let from = first; from <= last; from += chunkRows) {
      const to = Math.min(from + chunkRows - 1, last);
      indexes.add(insertNew.run(id, from, to).changes);
      hear(to, total);
    }
  indexes.restore();
  const { write } = createAggregateStore(connection);
  const corrections = createCorrectionStore(connection);
  for (const report of written) {
    writeKnown(connection, table, report);
    write(report.id, report.aggregates);
    corrections.write(report.id, report.tail.corrections);
  }
  connection.prepare('UPDATE ledger SET generation = generation + 1').run();
  return importId;
};
