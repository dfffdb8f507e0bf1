import type { ImportPlan } from '../../../shared/domain/import-plan.ts';
import type { StoredOrder } from '../../../shared/domain/order.ts';
import { openLibrary, tablesOf, type Library } from '../../integration/library.ts';
import { amazonTable, textOf, utf8, type HostileFile } from './base.ts';
import { hostileTiktok } from './tiktok.ts';

type Words = Omit<StoredOrder, 'id' | 'reportId' | 'line'>;

const wordsOf = ({ id: _id, reportId: _report, line: _line, ...words }: StoredOrder): Words => words;

const moneyOf = (order: Words): string =>
  [
    order.base,
    order.commission,
    order.estimatedCommission,
    order.items,
    order.returned,
    order.shippedOn?.slice(0, 4),
  ].join(' ');

const stored = (library: Library, loose: boolean): readonly string[] =>
  [...library.imports.orders()]
    .map(order => (loose ? moneyOf(wordsOf(order)) : JSON.stringify(wordsOf(order))))
    .toSorted();

const bases = new Map<string, Promise<readonly string[]>>();

const baseOf = (base: HostileFile['base'], loose: boolean): Promise<readonly string[]> => {
  const key = `${base} ${loose}`;
  const known = bases.get(key) ?? importBase(base, loose);
  bases.set(key, known);
  return known;
};

const importBase = async (base: HostileFile['base'], loose: boolean): Promise<readonly string[]> => {
  const library = openLibrary();
  const bytes = base === 'amazon' ? utf8(textOf(amazonTable)) : hostileTiktok()[0]!.bytes;
  await library.take(library.write('base.csv', bytes));
  const rows = stored(library, loose);
  await library.close();
  return rows;
};

/** True when every element of `some` is in `all`, as often. */
const isSubset = (some: readonly string[], all: readonly string[]): boolean => {
  const rest = [...all];
  return some.every(one => {
    const at = rest.indexOf(one);
    if (at === -1) return false;
    rest.splice(at, 1);
    return true;
  });
};

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

interface Trial {
  readonly file: HostileFile;
  readonly plan: ImportPlan;
  readonly rows: readonly string[];
  readonly base: readonly string[];
}

const faultOf = ({ file, plan, rows, base }: Trial): string | undefined => {
  const refusals = plan.problems.filter(({ weight }) => weight === 'refused');
  if (file.reason !== undefined && !plan.problems.some(({ reason }) => reason === file.reason))
    return `gives no reason ${file.reason} but ${plan.problems.map(({ reason }) => reason).join(', ')}`;
  switch (file.fate) {
    case 'same':
    case 'ask':
      if (refusals.length > 0) return `refuses ${JSON.stringify(refusals[0])}`;
      return equal(rows, base)
        ? undefined
        : `stores ${rows.length} rows that differ from the base: ${rows.find(row => !base.includes(row))}`;
    case 'warning':
      return plan.problemCount > 0 ? undefined : 'does not warn';
    case 'part': {
      if (refusals.length === 0) return 'refuses nothing';
      const lines = new Set(refusals.map(({ line }) => line)).size;
      if ((file.refused ?? -1) > 0 && lines !== file.refused) return `refuses ${lines} rows`;
      return isSubset(rows, base) && rows.length > 0 ? undefined : 'stores rows that are not the base’s';
    }
    case 'reject':
      if (rows.length > 0) return `stores ${rows.length} rows`;
      return refusals.length > 0 ? undefined : 'stores nothing and does not say why';
    default:
      return file.fate satisfies never;
  }
};

/**
 * Imports a hostile file into an empty library and undoes it; says what went otherwise than its manifest says, or undefined.
 */
export const judge = async (file: HostileFile, library: Library): Promise<string | undefined> => {
  const chosen = library.write('hostile.bin', file.bytes);
  const before = tablesOf(library.database);
  let plan = await library.imports.preview([chosen]);
  if (!equal(tablesOf(library.database), before)) return 'writes before the person agrees';
  const questions = plan.questions ?? [];
  if ((file.fate === 'ask') !== questions.length > 0) return file.fate === 'ask' ? 'does not ask' : 'asks';
  if (file.fate === 'ask') {
    if (plan.reports.length > 0) return 'plans before it is answered';
    plan = await library.imports.preview([chosen], { answers: { [questions[0]!.id]: file.answer! } });
  }
  const { importId } = await library.imports.commit(plan.token);
  const loose = file.loose ?? false;
  const rows = stored(library, loose);
  if (importId === null && !equal(tablesOf(library.database), before))
    return 'changes the library by nothing';
  if (importId !== null) await library.imports.undo(importId);
  if (stored(library, true).length > 0) return 'leaves rows behind when it is undone';
  return faultOf({ file, plan, rows, base: await baseOf(file.base, loose) });
};
