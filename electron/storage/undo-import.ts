import type Sqlite from 'better-sqlite3';
import type { Day } from '../../shared/domain/day.ts';
import type { Order } from '../../shared/domain/order.ts';
import { comparePrecedence } from '../../shared/domain/order-precedence.ts';
import type { ReportKind } from '../../shared/domain/report.ts';
import { createSightings, type SightedRow } from './sighting-store.ts';

const ofImport = 'SELECT id FROM reports WHERE import_id = :import';

interface Remaining {
  readonly order_id: number;
  readonly report_id: number;
  readonly line: number;
  readonly payload: string | null;
  readonly kind: ReportKind;
  readonly as_of: Day | null;
}

/** Orders that this import's rows stand for and that another import has seen too. */
const remainingSql = `
SELECT s.order_id, s.report_id, s.line, s.payload, r.kind, r.as_of
FROM orders o JOIN sightings s ON s.order_id = o.id JOIN reports r ON r.id = s.report_id
WHERE o.report_id IN (${ofImport}) AND s.report_id NOT IN (${ofImport})
ORDER BY s.order_id, s.report_id, s.line`;

/** A sighting without words of its own says the same as the one that counted. */
const sighted = (row: Remaining, counted: Order): SightedRow => ({
  reportId: row.report_id,
  line: row.line,
  order: row.payload === null ? { ...counted, report: row.kind } : (JSON.parse(row.payload) as Order),
  asOf: row.as_of,
});

const handOver = (connection: Sqlite.Database, rows: readonly Remaining[]): void => {
  const { replace, counting } = createSightings(connection);
  const move = connection.prepare('UPDATE orders SET report_id = ?, line = ? WHERE id = ?');
  const remove = connection.prepare(
    'DELETE FROM sightings WHERE order_id = ? AND report_id = ? AND line = ?',
  );
  let start = 0;
  for (let end = 1; end <= rows.length; end += 1) {
    if (rows[end]?.order_id === rows[start]!.order_id) continue;
    const heirs = rows.slice(start, end);
    start = end;
    if (heirs.every(({ payload }) => payload === null)) {
      const [heir] = heirs as [Remaining];
      move.run(heir.report_id, heir.line, heir.order_id);
      remove.run(heir.order_id, heir.report_id, heir.line);
      continue;
    }
    const orderId = heirs[0]!.order_id;
    const counted = counting(orderId);
    const heir = heirs
      .map(row => sighted(row, counted))
      .reduce((best, row) => (comparePrecedence(row, best) > 0 ? row : best));
    replace(orderId, counted, heir);
    remove.run(orderId, heir.reportId, heir.line);
  }
};

/** Takes back one import; orders that other imports have seen pass to them. Undefined when there is no such import. */
export const undoImport = (connection: Sqlite.Database, importId: number): number | undefined => {
  const by = { import: importId };
  return connection
    .transaction((): number | undefined => {
      const reports = connection.prepare(`SELECT count(*) FROM reports WHERE id IN (${ofImport})`).pluck();
      if (reports.get(by) === 0) return undefined;
      handOver(connection, connection.prepare<[{ import: number }], Remaining>(remainingSql).all(by));
      connection.prepare(`DELETE FROM sightings WHERE report_id IN (${ofImport})`).run(by);
      const { changes } = connection.prepare(`DELETE FROM orders WHERE report_id IN (${ofImport})`).run(by);
      const summed = connection.prepare(`DELETE FROM aggregates WHERE report_id IN (${ofImport})`).run(by);
      connection.prepare(`DELETE FROM corrections WHERE report_id IN (${ofImport})`).run(by);
      connection.prepare('DELETE FROM reports WHERE import_id = :import').run(by);
      connection.prepare('DELETE FROM imports WHERE id = :import').run(by);
      connection.prepare('UPDATE ledger SET generation = generation + 1').run();
      return changes + summed.changes;
    })
    .immediate();
};
