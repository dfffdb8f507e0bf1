import type Sqlite from 'better-sqlite3';
import type { Aggregate } from '../../shared/domain/aggregate.ts';
import { compareAggregates } from '../../shared/domain/aggregate-precedence.ts';
import type { Fate, ReportFates } from './planned-report.ts';

export interface AggregateRow {
  readonly key: Buffer;
  readonly line: number;
  readonly aggregate: Aggregate;
}

const latestOf = (documents: readonly Aggregate[]): Aggregate | undefined =>
  documents.reduce<Aggregate | undefined>(
    (best, one) => (best === undefined || compareAggregates(one, best) > 0 ? one : best),
    undefined,
  );

const fateAfter = (known: readonly Aggregate[], added: Aggregate): Fate => {
  const before = latestOf(known);
  if (before === undefined) return 'new';
  return compareAggregates(added, before) > 0 ? 'changed' : 'same';
};

const parse = (document: string): Aggregate => JSON.parse(document) as Aggregate;

interface StoredRow {
  readonly row_key: Buffer;
  readonly document: string;
  /** Of its report. */
  readonly account: string | null;
}

/** A row is its report's where it names no account itself: the report's may have been given its name after the import. */
const owned = ({ document, account }: StoredRow): Aggregate => ({
  ...(account === null ? {} : { account }),
  ...parse(document),
});

/** The rows of summed-up reports. */
export const createAggregateStore = (connection: Sqlite.Database) => {
  const ofKey = connection
    .prepare<[Buffer], string>('SELECT document FROM aggregates WHERE row_key = ?')
    .pluck();
  const insert = connection.prepare(
    'INSERT INTO aggregates (row_key, report_id, line, document) VALUES (?, ?, ?, ?)',
  );
  return {
    /** What adding rows after those of `planned` would do. */
    fates: (rows: readonly AggregateRow[], planned: readonly AggregateRow[]): ReportFates => {
      const before = new Map<string, Aggregate[]>();
      const knownOf = (key: Buffer): Aggregate[] => {
        const hex = key.toString('hex');
        const known = before.get(hex) ?? ofKey.all(key).map(parse);
        before.set(hex, known);
        return known;
      };
      for (const { key, aggregate } of planned) knownOf(key).push(aggregate);
      const first = rows.map(({ key, aggregate }) => {
        const known = knownOf(key);
        const fate = fateAfter(known, aggregate);
        known.push(aggregate);
        return fate;
      });
      const count = (fate: Fate): number => first.filter(one => one === fate).length;
      return { counts: { new: count('new'), changed: count('changed'), same: count('same') }, first };
    },
    write: (reportId: number, rows: readonly AggregateRow[]): void => {
      for (const { key, line, aggregate } of rows) insert.run(key, reportId, line, JSON.stringify(aggregate));
    },
    /** The word that counts about each subject and its days, in an order that depends on these alone. */
    all: (): readonly Aggregate[] => {
      const rows = connection
        .prepare<[], StoredRow>(
          `SELECT a.row_key, a.document, r.account FROM aggregates a JOIN reports r ON r.id = a.report_id
           ORDER BY a.row_key`,
        )
        .all();
      const latest = new Map<string, Aggregate>();
      for (const row of rows) {
        const hex = row.row_key.toString('hex');
        const known = latest.get(hex);
        latest.set(hex, latestOf([...(known ? [known] : []), owned(row)])!);
      }
      return [...latest.values()];
    },
  };
};
