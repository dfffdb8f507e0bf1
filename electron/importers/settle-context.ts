import { monthOf, day, type Day } from '../../shared/domain/day.ts';
import type { ImportQuestion } from '../../shared/domain/import-question.ts';
import type { Currency } from '../../shared/domain/money.ts';
import { answerTo, asked, type AskedTable, type HeadedTable } from './asked-table.ts';
import type { ReportContext } from './importer.ts';
import { createNotationEvidence, type Notation, type NotationEvidence } from './notation.ts';
import { settleZone } from './settle-zone.ts';
import { settleAccount } from './settle-account.ts';
import { readDay, type DayOrder } from './read-cell/read-day.ts';

const evidenceOf = async (
  { table }: AskedTable,
  headed: HeadedTable,
  currency: Currency | null,
): Promise<NotationEvidence> => {
  const { header, importer, sample, line } = headed;
  // Where the vendor's order of days is known, they are no reason to read the whole table before.
  const noted = importer.dayOrder === 'iso' ? importer.noted : { ...importer.noted, days: [] };
  const first = createNotationEvidence(header, noted, currency);
  sample.forEach(first.add);
  if (!first.isUnusual()) return first.end();
  const whole = createNotationEvidence(header, noted, currency);
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

export type SettledContext =
  | { readonly context: ReportContext; readonly assumed: readonly ImportQuestion[] }
  | { readonly questions: readonly ImportQuestion[] };

/** Currency, notation, window and account of a report: from the file where it says so, from the person's answers else, or the questions to ask. */
export const settleContext = async (given: AskedTable, headed: HeadedTable): Promise<SettledContext> => {
  const { importer, header } = headed;
  const named = importer.currencyOf(header);
  const currency = named === 'in-rows' ? null : (named ?? answerTo(given, 'currency')?.currency ?? null);
  const notation = await settleNotation(given, headed, currency);
  const window = settleWindow(given, headed, notation.value.dayOrder);
  const { account, assumed: owner, questions: whose } = settleAccount(given, headed, currency);
  const { zones, assumed: zone } = settleZone(given, headed, notation.value.dayOrder);
  // Whose it is may depend on its money: first things first.
  const isMoneyOpen = named === null && currency === null;
  const questions = [...notation.questions, ...window.questions, ...(isMoneyOpen ? [] : whose)];
  if (isMoneyOpen) {
    const proposed = importer.program === 'amazon' ? ('USD' as const) : null;
    questions.unshift({ ...asked(given, 'currency'), kind: 'currency', proposed });
  }
  if (questions.length > 0) return { questions };
  const context = { currency, notation: notation.value, window: window.value, account, zones };
  return { context, assumed: [...owner, ...zone] };
};
