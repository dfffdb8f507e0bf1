import type Sqlite from 'better-sqlite3';
import type { Day } from '../../shared/domain/day.ts';
import { comparePrecedence, isSameWord, type Sighting } from '../../shared/domain/order-precedence.ts';
import { KeyTable } from '../../shared/domain/key-table.ts';
import { createBulkInsert } from './bulk-insert.ts';
import { layoutOf, orderColumns, orderFromRow, type OrderRow } from './order-columns.ts';
import type { Fate, PlannedReport, ReportFates, ReportHead } from './planned-report.ts';
import { eachOf, keyAt, keysOf, sameFor, valueAt, type RowBatch } from './row-batch.ts';
import { createSightings } from './sighting-store.ts';

/** `odd` rows differ from what is known of their order until the report's end tells which is the later word. */
export const fateCode = { new: 0, same: 1, changed: 2, older: 3, odd: 4 } as const;
type Code = (typeof fateCode)[keyof typeof fateCode];

const fateOfCode: readonly Fate[] = ['new', 'same', 'changed', 'same', 'same'];
const shownFates = 50;
const pageRows = 2000;

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
  const bulkInsert = createBulkInsert(connection, name);
  const inStore = connection
    .prepare<[Buffer], number | null>('SELECT direct FROM orders WHERE row_key = ?')
    .pluck();
  const storeIsEmpty = connection.prepare('SELECT 1 FROM orders LIMIT 1').get() === undefined;
  const sightings = createSightings(connection);
  let sequence = 0;
  /** Keys of the plan so far; gathered once a second row with one of them can come. */
  let planned: KeyTable | undefined;

  const gatherKeys = (): KeyTable => {
    const keys = new KeyTable();
    const stored = connection.prepare<[], Buffer>(`SELECT row_key FROM ${name}`).pluck();
    for (const key of stored.iterate()) keys.add(key);
    return keys;
  };
  const codeOf = (key: Buffer, { identity }: ReportHead, direct: unknown): Code => {
    if (planned !== undefined && planned.add(key) > 1) return fateCode.odd;
    const known = storeIsEmpty ? undefined : inStore.get(key);
    if (known === undefined) return fateCode.new;
    return identity === 'cells' && known === direct ? fateCode.same : fateCode.odd;
  };

  /** Settles the odd rows of the report that has just ended. */
  const settle = (report: number, head: ReportHead, asOfReport: (report: number) => Day | null): Code[] => {
    connection.exec(`CREATE INDEX IF NOT EXISTS ${name}_key ON ${bareName} (row_key)`);
    const odd = connection.prepare<[number, number], StagedRow>(
      `SELECT * FROM ${name} WHERE report = ? AND seq > ? AND fate = ${fateCode.odd} ORDER BY seq LIMIT ${pageRows}`,
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
    const settleRow = (row: StagedRow): Code => {
      const added = read(row);
      const staged = before.get(row.row_key, row.seq);
      const known = staged ? read(staged) : sightings.current(row.row_key)!;
      const isLater = comparePrecedence(added, known) > 0;
      const code = isSameWord(known.order, added.order)
        ? fateCode.same
        : isLater
          ? fateCode.changed
          : fateCode.older;
      setFate.run(code, row.seq);
      return code;
    };
    const codes: Code[] = [];
    for (let after = 0; ; ) {
      const rows = odd.all(report, after);
      for (const row of rows) codes.push(settleRow(row));
      if (rows.length < pageRows) return codes;
      after = rows.at(-1)!.seq;
    }
  };

  /** Begins a report after `planned`. */
  const begin = (head: ReportHead, before: readonly PlannedReport[]) => {
    if (sequence > 0 || head.identity === 'order') planned ??= gatherKeys();
    const report = before.length;
    const first = sequence + 1;
    const counts = { new: 0, changed: 0, same: 0 };
    let odd = 0;
    const { columns } = layoutOf(head.program);
    const directAt = columns.indexOf('direct');
    const count = (code: Code): Code => {
      if (code === fateCode.odd) odd += 1;
      else counts[fateOfCode[code]!] += 1;
      return code;
    };
    return {
      first,
      last: (): number => sequence,
      add: (batch: RowBatch): void => {
        const direct = batch.columns[directAt]!;
        const codes = batch.lines.map((_, row) =>
          count(codeOf(keyAt(batch.keys, row), head, valueAt(direct, row))),
        );
        const rows = codes.length;
        const isPlain = codes.every(code => code === fateCode.new);
        const given = [
          { name: 'report', column: sameFor(report) },
          { name: 'fate', column: isPlain ? sameFor(fateCode.new) : eachOf(codes) },
          { name: 'row_key', column: eachOf(keysOf(batch.keys)) },
          { name: 'line', column: eachOf(batch.lines) },
          ...columns.map((column, at) => ({ name: column, column: batch.columns[at]! })),
        ];
        bulkInsert(given, rows, ({ from, to, inserted }) => {
          if (inserted !== to - from) throw new Error('A row of the plan lacks what every row has');
        });
        sequence += rows;
      },
      end: (asOf: Day | null): ReportFates => {
        const asOfReport = (of: number): Day | null => (of === report ? asOf : before[of]!.tail.asOf);
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
        planned &&= gatherKeys();
      },
    };
  };

  return { name, begin, drop: () => void connection.exec(`DROP TABLE IF EXISTS ${name}`) };
};
