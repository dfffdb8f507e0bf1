import type { Header } from './header.ts';
import type { DayOrder } from './read-cell/read-day.ts';
import type { TextRow } from './read-table/table.ts';

/** How a table writes its days and numbers. */
export interface Notation {
  readonly dayOrder: DayOrder;
  readonly decimal: '.' | ',';
}

/** Fields of a report whose cells show its notation. */
export interface NotedFields {
  readonly days: readonly string[];
  readonly amounts: readonly string[];
}

/** What the cells of a table say of its notation. */
export interface NotationEvidence {
  readonly decimal: '.' | ',';
  /** `iso` when no day needs an order; undefined when days are written with slashes and none decides. */
  readonly dayOrder: DayOrder | undefined;
  /** Days that can be read both ways, and the field they stand in. */
  readonly doubtful: { readonly field: string; readonly examples: readonly string[] } | null;
}

const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)/;
const commaDecimal = /^[^.]*\d,\d{1,2}\D*$|\d\.\d{3},\d+\D*$/;
const pointDecimal = /\d\.\d{1,2}\D*$|,\d{3}\.\d+\D*$/;
const shownExamples = 5;

/** Gathers evidence row by row. */
export const createNotationEvidence = (header: Header, fields: NotedFields) => {
  const days = fields.days.filter(field => header.at(field) !== -1);
  const amounts = fields.amounts.map(field => header.at(field)).filter(at => at !== -1);
  const examples = new Set<string>();
  let [dayFirst, monthFirst, comma, point] = [false, false, false, false];
  let doubtfulField = '';

  const addDay = (field: string, text: string): void => {
    const match = slashed.exec(text);
    if (!match) return;
    if (Number(match[1]) > 12) dayFirst = true;
    else if (Number(match[2]) > 12) monthFirst = true;
    doubtfulField = field;
    if (examples.size < shownExamples) examples.add(text);
  };

  return {
    add: ({ cells }: TextRow): void => {
      for (const field of days) addDay(field, (cells[header.at(field)] ?? '').trim());
      for (const at of amounts) {
        const text = (cells[at] ?? '').trim();
        if (commaDecimal.test(text)) comma = true;
        else if (pointDecimal.test(text)) point = true;
      }
    },
    /** True when the usual notation (ISO days, decimal points) is contradicted. */
    isUnusual: (): boolean => comma || examples.size > 0,
    end: (): NotationEvidence => {
      const decimal = comma && !point ? ',' : '.';
      if (examples.size === 0) return { decimal, dayOrder: 'iso', doubtful: null };
      if (dayFirst !== monthFirst) {
        return { decimal, dayOrder: dayFirst ? 'day-first' : 'month-first', doubtful: null };
      }
      return { decimal, dayOrder: undefined, doubtful: { field: doubtfulField, examples: [...examples] } };
    },
  };
};
