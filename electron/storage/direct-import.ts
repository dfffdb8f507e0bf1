import { randomBytes } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import type { Order } from '../../shared/domain/order.ts';
import { comparePrecedence, isSameWord } from '../../shared/domain/order-precedence.ts';
import { createAggregateStore, type AggregateRow } from './aggregate-store.ts';
import { createCorrectionStore } from './correction-store.ts';
import type { Database } from './database.ts';
import { createBulkInsert, type NamedColumn } from './bulk-insert.ts';
import { createDeferredIndexes } from './deferred-indexes.ts';
import { layoutOf, orderFromValues } from './order-columns.ts';
import {
  accountOf,
  namesOf,
  type Fate,
  type ReportFates,
  type ReportHead,
  type ReportTail,
} from './planned-report.ts';
import { eachOf, keyAt, keysOf, sameFor, valueAt, type RowBatch } from './row-batch.ts';
import { createSightings } from './sighting-store.ts';
import type { RowSink, StagedReport } from './staging.ts';

const shownFates = 50;

/** An import that reads and writes in one transaction, for callers that have nothing to look at or to answer in between. */
export interface DirectImport extends RowSink {
  /** Commits; null when nothing was new, and then nothing is kept. `beforeEnd` is called right before and may throw. */
  finish(beforeEnd: () => void): number | null;
  /** Takes everything back. */
  abandon(): void;
}

interface OddRow {
  readonly key: Buffer;
  readonly line: number;
  readonly order: Order;
}

const tailSql = `UPDATE reports SET currency = ?, first_day = ?, last_day = ?, as_of = ?, rows = ?, refused = ?, warnings = ?,
  commission = ?, file_digest = ?, content_digest = ?, account = ?, row_accounts = ?, tracking_ids = ? WHERE id = ?`;

const createStatements = (connection: Sqlite.Database) => {
  const insertInto = (columns: readonly string[]) =>
    connection.prepare(
      `INSERT INTO orders (row_key, report_id, line, ${columns.join(', ')}) VALUES (?, ?, ?, ${columns.map(() => '?').join(', ')})
       ON CONFLICT (row_key) DO NOTHING`,
    );
  return {
    insertInto,
    addImport: connection.prepare('INSERT INTO imports (imported_at) VALUES (?)'),
    addReport: connection.prepare(
      `INSERT INTO reports (import_id, kind, program, measure, file, sheet, file_digest, content_digest, rows, refused, warnings)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0)`,
    ),
    addSighting: connection.prepare(
      'INSERT OR IGNORE INTO sightings (order_id, report_id, line) SELECT id, ?, ? FROM orders WHERE row_key = ? AND direct IS ?',
    ),
    setTail: connection.prepare(tailSql),
    sameContent: connection
      .prepare<[Buffer, number], number>('SELECT 1 FROM reports WHERE content_digest = ? AND id <> ?')
      .pluck(),
    takeBack: connection.prepare('DELETE FROM orders WHERE id BETWEEN ? AND ?'),
    dropRows: (['sightings', 'aggregates', 'orders'] as const).map(table =>
      connection.prepare(`DELETE FROM ${table} WHERE report_id = ?`),
    ),
    dropReport: connection.prepare('DELETE FROM reports WHERE id = ?'),
  };
};

/** Begins an import whose rows go straight into the library; the connection's transaction is open until it ends. */
export const beginDirectImport = ({ connection }: Database, importedAt: string): DirectImport => {
  const sql = createStatements(connection);
  const sightings = createSightings(connection);
  const aggregates = createAggregateStore(connection);
  const bulkInsert = createBulkInsert(connection, 'orders');
  const corrections = createCorrectionStore(connection);
  connection.exec('BEGIN IMMEDIATE');
  const indexes = createDeferredIndexes(connection);
  const importId = Number(sql.addImport.run(importedAt).lastInsertRowid);
  let kept = 0;

  const settle = (id: number, { key, line, order }: OddRow, tail: ReportTail): Fate => {
    const { orderId, ...known } = sightings.current(key)!;
    const added = { reportId: id, line, order, asOf: tail.asOf };
    const isSame = isSameWord(known.order, order);
    const isLater = comparePrecedence(added, known) > 0;
    sightings.add(orderId, known, added);
    return !isSame && isLater ? 'changed' : 'same';
  };

  const report = (head: ReportHead): StagedReport => {
    const { kind, program, measure, file, sheet } = head;
    const provisional = randomBytes(32);
    const id = Number(
      sql.addReport.run(importId, kind, program, measure, file, sheet, provisional, provisional)
        .lastInsertRowid,
    );
    const { columns: names } = layoutOf(program);
    const directAt = names.indexOf('direct');
    const insert = sql.insertInto(names);
    const counts: Record<Fate, number> = { new: 0, changed: 0, same: 0 };
    const first: (Fate | OddRow)[] = [];
    const odd: OddRow[] = [];
    const summed: AggregateRow[] = [];
    const forget = (): void => {
      for (const drop of sql.dropRows) drop.run(id);
      sql.dropReport.run(id);
    };
    const takeKnown = (key: Buffer, line: number, values: readonly unknown[]): Fate | OddRow => {
      const isSeen =
        head.identity === 'cells' && sql.addSighting.run(id, line, key, values[directAt]).changes === 1;
      if (!isSeen) {
        const row = { key, line, order: orderFromValues(head, values) };
        odd.push(row);
        return row;
      }
      counts.same += 1;
      return 'same';
    };
    const show = (fate: Fate | OddRow): void => {
      if (first.length < shownFates) first.push(fate);
    };
    const takeNew = (rows: number): void => {
      counts.new += rows;
      indexes.add(rows);
      for (let row = 0; row < rows && first.length < shownFates; row += 1) show('new');
    };
    const takeOne = ({ keys, lines, columns }: RowBatch, row: number): void => {
      const [key, line] = [keyAt(keys, row), lines[row]!];
      const values = columns.map(column => valueAt(column, row));
      if (insert.run(key, id, line, ...values).changes === 1) takeNew(1);
      else show(takeKnown(key, line, values));
    };
    return {
      add: batch => {
        const given: readonly NamedColumn[] = [
          { name: 'row_key', column: eachOf(keysOf(batch.keys)) },
          { name: 'report_id', column: sameFor(id) },
          { name: 'line', column: eachOf(batch.lines) },
          ...names.map((name, at) => ({ name, column: batch.columns[at]! })),
        ];
        bulkInsert(given, batch.lines.length, ({ from, to, inserted, lastId }) => {
          if (inserted === to - from) return takeNew(inserted);
          // Some are known: one by one it shows which.
          if (inserted > 0) sql.takeBack.run(lastId - inserted + 1, lastId);
          for (let row = from; row < to; row += 1) takeOne(batch, row);
        });
      },
      addAggregate: row => void summed.push(row),
      end: (tail): ReportFates => {
        const isKnown = sql.sameContent.get(tail.contentDigest, id) === 1;
        sql.setTail.run(
          tail.currency,
          tail.from,
          tail.to,
          tail.asOf,
          tail.rows,
          tail.refused,
          tail.warnings,
          tail.commission,
          tail.fileDigest,
          isKnown ? provisional : tail.contentDigest,
          accountOf(head, tail),
          ...namesOf(tail),
          id,
        );
        const settled = new Map(odd.map(row => [row, settle(id, row, tail)]));
        for (const fate of settled.values()) counts[fate] += 1;
        const summedFates = aggregates.fates(summed, []);
        for (const fate of ['new', 'changed', 'same'] as const) counts[fate] += summedFates.counts[fate];
        aggregates.write(id, summed);
        if (!isKnown) corrections.write(id, tail.corrections);
        if (isKnown) forget();
        else kept += 1;
        return { counts, first: first.map(fate => (typeof fate === 'string' ? fate : settled.get(fate)!)) };
      },
      abandon: forget,
    };
  };

  const abandon = (): void => {
    if (connection.inTransaction) connection.exec('ROLLBACK');
  };

  return {
    report,
    // Nobody can ask for the problems of an import that is written at once, beyond those that its plan shows.
    tell: () => undefined,
    finish: beforeEnd => {
      if (kept === 0) {
        abandon();
        return null;
      }
      indexes.restore();
      beforeEnd();
      connection.exec('UPDATE ledger SET generation = generation + 1; COMMIT');
      return importId;
    },
    abandon,
  };
};
