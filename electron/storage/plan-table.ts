import type Sqlite from 'better-sqlite3';
import type { Day } from '../../shared/domain/day.ts';
import { comparePrecedence, type Sighting } from '../../shared/domain/order-precedence.ts';
import { layoutOf, orderColumns, orderFromRow, type OrderRow, type RowValues } from './order-columns.ts';
import type { Fate, PlannedReport, ReportFates, ReportHead } from './planned-report.ts';
import { createSightings } from './sighting-store.ts';

/** `odd` rows differ from what is known of their order until the report's end tells which is the later word. */
export const fateCode = { new: 0, same: 1, changed: 2, older: 3, odd: 4 } as const;
type Code = (typeof fateCode)[keyof typeof fateCode];

const fateOfCode: readonly Fate[] = ['new', 'same', 'changed', 'same', 'same'];
const shownFates = 50;

interface StagedRow extends OrderRow {
  readonly seq: number;
  readonly report: number;
  readonly row_key: Buffer;
}

/** The rows of one plan and what each would do to the library. */
export const createPlanTable = (connection: Sqlite.Database, bareName: string) => {
  const name = `temp.${bareName}`;
  connection.exec(`CREATE TABLE ${name} (seq INTEGER PRIMARY KEY, report INTEGER NOT NULL, fate INTEGER NOT NULL,
    row_key BLOB NOT NULL, line INTEGER NOT NULL, ${orderColumns.join(', ')})`);
  const inserting = (columns: readonly string[]) => {
    const names = ['seq', 'report', 'fate', 'row_key', 'line', ...columns];
    return connection.prepare(
      `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    );
  };
  const inStore = connection.prepare<[Buffer], number>('SELECT 1 FROM orders WHERE row_key = ?').pluck();
  const storeIsEmpty = connection.prepare('SELECT 1 FROM orders LIMIT 1').get() === undefined;
  const sightings = createSightings(connection);
  let sequence = 0;
  let lookUp: Sqlite.Statement<[Buffer], number> | undefined;

  const index = (): void => {
    if (lookUp) return;
    connection.exec(`CREATE INDEX ${name}_key ON ${bareName} (row_key)`);
    lookUp = connection.prepare<[Buffer], number>(`SELECT 1 FROM ${name} WHERE row_key = ?`).pluck();
  };
  const isKnown = (key: Buffer): boolean =>
    (!storeIsEmpty && inStore.get(key) === 1) || lookUp?.get(key) === 1;

  /** Settles the odd rows of the report that has just ended. */
  const settle = (report: number, head: ReportHead, asOfReport: (report: number) => Day | null): Code[] => {
    const odd = connection.prepare<[number], StagedRow>(
      `SELECT * FROM ${name} WHERE report = ? AND fate = ${fateCode.odd} ORDER BY seq`,
    );
    const before = connection.prepare<[Buffer, number], StagedRow>(
      `SELECT * FROM ${name} WHERE row_key = ? AND seq < ? AND fate IN (${fateCode.new}, ${fateCode.changed})
       ORDER BY seq DESC LIMIT 1`,
    );
    const setFate = connection.prepare(`UPDATE ${name} SET fate = ? WHERE seq = ?`);
    const read = (row: StagedRow): Sighting => ({
      order: orderFromRow({ ...row, program: head.program, kind: head.kind, measure: head.measure }),
      asOf: asOfReport(row.report),
    });
    return odd.all(report).map(row => {
      const added = read(row);
      const staged = before.get(row.row_key, row.seq);
      const known = staged ? read(staged) : sightings.current(row.row_key)!;
      const isSame = JSON.stringify(known.order) === JSON.stringify(added.order);
      const isLater = comparePrecedence(added, known) > 0;
      const code = isSame ? fateCode.same : isLater ? fateCode.changed : fateCode.older;
      setFate.run(code, row.seq);
      return code;
    });
  };

  /** Begins a report after `planned`. */
  const begin = (head: ReportHead, planned: readonly PlannedReport[]) => {
    if (sequence > 0 || head.identity === 'order') index();
    const report = planned.length;
    const first = sequence + 1;
    const counts = { new: 0, changed: 0, same: 0 };
    let odd = 0;
    const insert = inserting(layoutOf(head.program).columns);
    return {
      first,
      last: (): number => sequence,
      add: (key: Buffer, line: number, values: RowValues): void => {
        sequence += 1;
        const known = isKnown(key);
        const code = known ? (head.identity === 'order' ? fateCode.odd : fateCode.same) : fateCode.new;
        if (code === fateCode.odd) odd += 1;
        else counts[fateOfCode[code]!] += 1;
        insert.run(sequence, report, code, key, line, ...values);
      },
      end: (asOf: Day | null): ReportFates => {
        const asOfReport = (of: number): Day | null => (of === report ? asOf : planned[of]!.tail.asOf);
        if (odd > 0) for (const code of settle(report, head, asOfReport)) counts[fateOfCode[code]!] += 1;
        const codes = connection
          .prepare<[number], number>(
            `SELECT fate FROM ${name} WHERE seq >= ? ORDER BY seq LIMIT ${shownFates}`,
          )
          .pluck()
          .all(first);
        return { counts, first: codes.map(code => fateOfCode[code]!) };
      },
      remove: (): void => {
        connection.prepare(`DELETE FROM ${name} WHERE seq >= ?`).run(first);
        sequence = first - 1;
      },
    };
  };

  return { name, begin, drop: () => void connection.exec(`DROP TABLE IF EXISTS ${name}`) };
};
