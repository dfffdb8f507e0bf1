import type Sqlite from 'better-sqlite3';
import type { Day } from '../../shared/domain/day.ts';
import type { Order } from '../../shared/domain/order.ts';
import { comparePrecedence } from '../../shared/domain/order-precedence.ts';
import { orderColumns, orderFromRow, orderValues, type OrderRow } from './order-columns.ts';

/** One report's row about a sale. */
export interface SightedRow {
  readonly reportId: number;
  readonly line: number;
  readonly order: Order;
  readonly asOf: Day | null;
}

const setColumns = ['report_id', 'line', ...orderColumns].map(name => `${name} = ?`).join(', ');

/** The sightings behind each order of reports that tell more of the same order line from one export to the next. */
export const createSightings = (connection: Sqlite.Database) => {
  const effective = connection.prepare<[Buffer], OrderRow & { as_of: Day | null }>(
    `SELECT o.id, o.report_id, o.line, r.program, r.kind, r.measure, r.as_of, ${orderColumns.map(name => `o.${name}`).join(', ')}
     FROM orders o JOIN reports r ON r.id = o.report_id WHERE o.row_key = ?`,
  );
  const insert = connection.prepare(
    'INSERT OR IGNORE INTO sightings (order_id, report_id, line, payload) VALUES (?, ?, ?, ?)',
  );
  const update = connection.prepare(`UPDATE orders SET ${setColumns} WHERE id = ?`);

  const put = (orderId: number, { reportId, line, order }: SightedRow): void =>
    void insert.run(orderId, reportId, line, JSON.stringify(order));

  /** Makes a sighting the one that counts. */
  const promote = (orderId: number, { reportId, line, order }: SightedRow): void =>
    void update.run(reportId, line, ...orderValues(order), orderId);

  return {
    /** The sighting that counts for a row key. */
    current: (key: Buffer): (SightedRow & { readonly orderId: number }) | undefined => {
      const row = effective.get(key);
      return (
        row && {
          orderId: row.id,
          reportId: row.report_id,
          line: row.line,
          order: orderFromRow(row),
          asOf: row.as_of,
        }
      );
    },
    promote,
    /** Adds a sighting of a known order; the later word counts, the other is kept beside it. */
    add: (orderId: number, known: SightedRow, added: SightedRow): void => {
      if (comparePrecedence(added, known) > 0) {
        put(orderId, known);
        promote(orderId, added);
      } else put(orderId, added);
    },
  };
};
