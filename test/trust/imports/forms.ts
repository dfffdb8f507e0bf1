import { createHash } from 'node:crypto';
import type { Database } from '../../../electron/storage/database.ts';
import { hostileFiles } from '../hostile/hostile-files.ts';
import { openBench, type Check } from './check.ts';

/** Everything stored but where it stood in its file: rows and the report's digest. */
const storedHash = ({ connection }: Database): string => {
  const orders = connection.prepare('SELECT * FROM orders ORDER BY row_key').all() as Record<
    string,
    unknown
  >[];
  const reports = connection
    .prepare('SELECT kind, currency, first_day, last_day, rows, commission, hex(content_digest) FROM reports')
    .all();
  const words = orders.map(({ id: _id, report_id: _report, line: _line, row_key, ...rest }) => [
    (row_key as Buffer).toString('hex'),
    rest,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([words, reports]))
    .digest('hex');
};

/** Every form of the one base report that must be stored exactly. */
export const sameForms = () =>
  hostileFiles().filter(({ base, fate, loose }) => base === 'amazon' && fate === 'same' && loose !== true);

/** I9: one logical report in many forms leaves one database. */
export const checkForms = async (): Promise<Check> => {
  const forms = sameForms();
  const hashes = new Map<string, string[]>();
  for (const { name, bytes } of forms) {
    const bench = openBench();
    const plan = await bench.imports.preview([bench.write(bytes)]);
    await bench.imports.commit(plan.token);
    const found = storedHash(bench.database);
    hashes.set(found, [...(hashes.get(found) ?? []), name]);
    await bench.close();
  }
  const [, ...others] = [...hashes.values()].toSorted((a, b) => b.length - a.length);
  return {
    id: 'I9',
    promise: 'one logical report in at least 60 forms: one database hash',
    tried: forms.length,
    faults: others.flat(),
  };
};
