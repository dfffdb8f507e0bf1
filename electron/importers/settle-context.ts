import { monthOf, day, type Day } from '../../shared/domain/day.ts';
import type { ImportAnswer, ImportAnswers, ImportQuestion } from '../../shared/domain/import-question.ts';
import type { Currency } from '../../shared/domain/money.ts';
import type { Header } from './header.ts';
import type { Importer, ReportContext } from './importer.ts';
import { createNotationEvidence, type Notation, type NotationEvidence } from './notation.ts';
import { questionId } from './question-id.ts';
import { readDay, type DayOrder } from './read-cell/read-day.ts';
import type { TextRow, TextTable } from './read-table/table.ts';

/** A table, what the person has said about it, and a key that stays the same for the same content. */
export interface AskedTable {
  readonly table: TextTable;
  readonly key: string;
  /** The same for all tables of one file: one answer about currency or window is enough for a workbook or a ZIP. */
  readonly fileKey: string;
  readonly answers: ImportAnswers;
}

const sharedKinds: ReadonlySet<ImportQuestion['kind']> = new Set(['currency', 'window']);

/** Id of a question about a table; `about` tells apart questions of one kind. */
const idOf = ({ key, fileKey }: AskedTable, kind: ImportQuestion['kind'], about: string): string =>
  questionId(sharedKinds.has(kind) ? fileKey : key, about === '' ? kind : `${kind} ${about}`);

/** True when the person has left out what one of these questions is about. */
export const isLeftOut = (given: AskedTable, questions: readonly ImportQuestion[]): boolean =>
  questions.some(({ id }) => given.answers[id]?.kind === 'skip');

/** A table whose header is known. */
export interface HeadedTable {
  readonly importer: Importer;
  readonly header: Header;
  /** Rows below the header that have been read so far. */
  readonly sample: readonly TextRow[];
  /** Line of the header. */
  readonly line: number;
  /** What stands above it. */
  readonly above: string;
}

export const answerTo = <Kind extends ImportQuestion['kind']>(
  given: AskedTable,
  kind: Kind,
  about = '',
): Extract<ImportAnswer, { kind: Kind }> | undefined => {
  const answer = given.answers[idOf(given, kind, about)];
  return answer?.kind === kind ? (answer as Extract<ImportAnswer, { kind: Kind }>) : undefined;
};

export const asked = (given: AskedTable, kind: ImportQuestion['kind'], about = '') => ({
  id: idOf(given, kind, about),
  file: given.table.file,
  sheet: given.table.sheet,
});

const evidenceOf = async (
  { table }: AskedTable,
  headed: HeadedTable,
  currency: Currency | null,
): Promise<NotationEvidence> => {
  const { header, importer, sample, line } = headed;
  const first = createNotationEvidence(header, importer.noted, currency);
  sample.forEach(first.add);
  if (!first.isUnusual()) return first.end();
  const whole = createNotationEvidence(header, importer.noted, currency);
  for await (const rows of table.rows()) for (const row of rows) if (row.line > line) whole.add(row);
  return whole.end();
};

const lastDayOf = ({ importer, header, sample }: HeadedTable, dayOrder: DayOrder): Day | null => {
  const field = importer.window?.lastDay ?? null;
  if (field === null) return null;
  const days = sample.flatMap(
    ({ cells }) => readDay((cells[header.at(field)] ?? '').trim(), dayOrder)?.day ?? [],
  );
  return days.toSorted().at(-1) ?? null;
};

/** `… reports from 12-01-2019 to 12-20-2019`: a proposal only, because the order of day and month is not the same everywhere. */
const windowOfTitle = (title: string): ReportContext['window'] => {
  const days = /from (\d{2}-\d{2}-\d{4}) to (\d{2}-\d{2}-\d{4})/u.exec(title);
  const from = days && readDay(days[1]!, 'month-first')?.day;
  const to = days && readDay(days[2]!, 'month-first')?.day;
  return from && to && from <= to ? { from, to } : null;
};

interface Settled<Value> {
  readonly value: Value;
  readonly questions: readonly ImportQuestion[];
}

const settleDayOrder = (
  given: AskedTable,
  { importer, header }: HeadedTable,
  evidence: NotationEvidence,
): Settled<DayOrder> => {
  if (importer.dayOrder !== 'iso') return { value: importer.dayOrder, questions: [] };
  const dayOrder = evidence.dayOrder ?? answerTo(given, 'day-order')?.order;
  if (dayOrder !== undefined) return { value: dayOrder, questions: [] };
  const { field, examples } = evidence.doubtfulDays!;
  const column = header.nameOf(field);
  return { value: 'iso', questions: [{ ...asked(given, 'day-order'), kind: 'day-order', column, examples }] };
};

const settleDecimals = (
  given: AskedTable,
  { importer, header }: HeadedTable,
  { decimal: shown, threeDecimals, doubtfulAmounts }: NotationEvidence,
): Settled<Pick<Notation, 'decimal' | 'threeDecimals'>> => {
  const decimal = importer.decimal ?? shown;
  if (decimal !== null)
    return { value: { decimal, threeDecimals: threeDecimals && decimal === shown }, questions: [] };
  const said = answerTo(given, 'decimals')?.decimal;
  if (said !== undefined) return { value: { decimal: said, threeDecimals: true }, questions: [] };
  const { field, examples } = doubtfulAmounts!;
  const column = header.nameOf(field);
  return {
    value: { decimal: '.', threeDecimals: false },
    questions: [{ ...asked(given, 'decimals'), kind: 'decimals', column, examples }],
  };
};

const settleNotation = async (
  given: AskedTable,
  headed: HeadedTable,
  currency: Currency | null,
): Promise<Settled<Notation>> => {
  const evidence = await evidenceOf(given, headed, currency);
  const days = settleDayOrder(given, headed, evidence);
  const decimals = settleDecimals(given, headed, evidence);
  return {
    value: { dayOrder: days.value, ...decimals.value },
    questions: [...days.questions, ...decimals.questions],
  };
};

const settleWindow = (
  given: AskedTable,
  headed: HeadedTable,
  dayOrder: DayOrder,
): Settled<ReportContext['window']> => {
  if (!headed.importer.window) return { value: null, questions: [] };
  const lastDay = lastDayOf(headed, dayOrder);
  const said = answerTo(given, 'window', lastDay ?? '');
  if (said) return { value: { from: said.from, to: said.to }, questions: [] };
  const month = lastDay === null ? null : { from: day(`${monthOf(lastDay)}-01`), to: lastDay };
  const proposed = windowOfTitle(headed.above) ?? month;
  return {
    value: null,
    questions: [{ ...asked(given, 'window', lastDay ?? ''), kind: 'window', lastDay, proposed }],
  };
};

/** Currency, notation and window of a report: from the file where it says so, from the person's answers else, or the questions to ask. */
export const settleContext = async (
  given: AskedTable,
  headed: HeadedTable,
): Promise<{ readonly context: ReportContext } | { readonly questions: readonly ImportQuestion[] }> => {
  const { importer, header } = headed;
  const named = importer.currencyOf(header);
  const currency = named === 'in-rows' ? null : (named ?? answerTo(given, 'currency')?.currency ?? null);
  const notation = await settleNotation(given, headed, currency);
  const window = settleWindow(given, headed, notation.value.dayOrder);
  const questions = [...notation.questions, ...window.questions];
  if (named === null && currency === null) {
    const proposed = importer.program === 'amazon' ? ('USD' as const) : null;
    questions.unshift({ ...asked(given, 'currency'), kind: 'currency', proposed });
  }
  if (questions.length > 0) return { questions };
  return { context: { currency, notation: notation.value, window: window.value } };
};
