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
  const effective = `SELECT o.id, o.report_id, o.line, r.program, r.kind, r.measure, r.as_of, ${orderColumns.map(name => `o.${name}`).join(', ')}
     FROM orders o JOIN reports r ON r.id = o.report_id`;
  const ofKey = connection.prepare<[Buffer], OrderRow & { as_of: Day | null }>(
    `${effective} WHERE o.row_key = ?`,
  );
  const ofId = connection.prepare<[number], OrderRow>(`${effective} WHERE o.id = ?`);
  const insert = connection.prepare(
    'INSERT OR IGNORE INTO sightings (order_id, report_id, line, payload) VALUES (?, ?, ?, ?)',
  );
  const spellOut = connection.prepare(
    `UPDATE sightings SET payload = json_set(?, '$.report', (SELECT kind FROM reports WHERE id = report_id))
     WHERE order_id = ? AND payload IS NULL`,
  );
  const shorten = connection.prepare(
    `UPDATE sightings SET payload = NULL WHERE order_id = ? AND json_extract(payload, '$.direct') IS ?`,
  );
  const update = connection.prepare(`UPDATE orders SET ${setColumns} WHERE id = ?`);

  const put = (orderId: number, { reportId, line, order }: SightedRow): void =>
    void insert.run(orderId, reportId, line, JSON.stringify(order));

  /** Makes a sighting the one that counts. */
  const promote = (orderId: number, { reportId, line, order }: SightedRow): void =>
    void update.run(reportId, line, ...orderValues(order), orderId);

  /**
   * Takes the word that counts from `known` to another. Where cells are the identity, sightings that say what counts have no words of
   * their own: those that said the same as `known` are given them, those that say the same as `added` lose them.
   */
  const replace = (orderId: number, known: Order, added: SightedRow): void => {
    spellOut.run(JSON.stringify(known), orderId);
    promote(orderId, added);
    const { orderId: vendorId, direct } = added.order;
    if (vendorId === null) shorten.run(orderId, direct === null ? null : Number(direct));
  };

  return {
    /** The sighting that counts for a row key. */
    current: (key: Buffer): (SightedRow & { readonly orderId: number }) | undefined => {
      const row = ofKey.get(key);
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
    /** What counts of an order. */
    counting: (orderId: number): Order => orderFromRow(ofId.get(orderId)!),
    replace,
    /** Adds a sighting of a known order; the later word counts, the other is kept beside it. */
    add: (orderId: number, known: SightedRow, added: SightedRow): void => {
      if (comparePrecedence(added, known) > 0) {
        put(orderId, known);
        replace(orderId, known.order, added);
      } else put(orderId, added);
    },
  };
};
