import type { Currency } from '../../shared/domain/money.ts';
import type { Header } from './header.ts';
import { markOf, type Mark } from './read-cell/decimal-mark.ts';
import type { DayOrder } from './read-cell/read-day.ts';
import type { TextRow } from './read-table/table.ts';

/** How a table writes its days and numbers. */
export interface Notation {
  readonly dayOrder: DayOrder;
  readonly decimal: Mark;
  /** The person or the table itself says that a mark before three digits is the decimal one: `12.500` is 12.5. */
  readonly threeDecimals: boolean;
}

/** Fields of a report whose cells show its notation. */
export interface NotedFields {
  readonly days: readonly string[];
  readonly amounts: readonly string[];
}

/** Cells that can be read both ways, and the field they stand in. */
export interface Doubtful {
  readonly field: string;
  readonly examples: readonly string[];
}

/** What the cells of a table say of its notation. */
export interface NotationEvidence {
  /** Null when amounts like 125.000 are all there is to decide by. */
  readonly decimal: Mark | null;
  readonly threeDecimals: boolean;
  /** `iso` when no day needs an order; undefined when days are written with slashes and none decides. */
  readonly dayOrder: DayOrder | undefined;
  readonly doubtfulDays: Doubtful | null;
  readonly doubtfulAmounts: Doubtful | null;
}

const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)/;
const shownExamples = 5;

const createDoubt = () => {
  const examples = new Set<string>();
  let last = '';
  return {
    add: (field: string, text: string): void => {
      last = field;
      if (examples.size < shownExamples) examples.add(text);
    },
    isEmpty: (): boolean => examples.size === 0,
    end: (): Doubtful | null => (examples.size === 0 ? null : { field: last, examples: [...examples] }),
  };
};

const createDayEvidence = () => {
  const doubt = createDoubt();
  let [dayFirst, monthFirst] = [false, false];
  return {
    add: (field: string, text: string): void => {
      const match = slashed.exec(text);
      if (!match) return;
      if (Number(match[1]) > 12) dayFirst = true;
      else if (Number(match[2]) > 12) monthFirst = true;
      doubt.add(field, text);
    },
    isUnusual: (): boolean => !doubt.isEmpty(),
    end: (): Pick<NotationEvidence, 'dayOrder' | 'doubtfulDays'> => {
      if (doubt.isEmpty()) return { dayOrder: 'iso', doubtfulDays: null };
      if (dayFirst !== monthFirst)
        return { dayOrder: dayFirst ? 'day-first' : 'month-first', doubtfulDays: null };
      return { dayOrder: undefined, doubtfulDays: doubt.end() };
    },
  };
};

const createAmountEvidence = () => {
  const doubt = createDoubt();
  const certain = { '.': false, ',': false };
  const three = { '.': false, ',': false };
  return {
    add: (field: string, text: string, currency: string | null): void => {
      const found = markOf(text, currency);
      if (found === undefined) return;
      if (found === 'doubtful') doubt.add(field, text);
      else {
        certain[found.decimal] = true;
        if (found.three) three[found.decimal] = true;
      }
    },
    isUnusual: (): boolean => certain[','] || !certain['.'],
    end: (): Pick<NotationEvidence, 'decimal' | 'threeDecimals' | 'doubtfulAmounts'> => {
      const isOpen = !certain['.'] && !certain[','] && !doubt.isEmpty();
      if (isOpen) return { decimal: null, threeDecimals: false, doubtfulAmounts: doubt.end() };
      const decimal = certain[','] && !certain['.'] ? ',' : '.';
      return { decimal, threeDecimals: three[decimal], doubtfulAmounts: null };
    },
  };
};

/** Gathers evidence row by row. `currency` is null when it is not known or stands in the rows. */
export const createNotationEvidence = (
  header: Header,
  fields: NotedFields,
  currency: Currency | null = null,
) => {
  const at = (names: readonly string[]) =>
    names.map(field => ({ field, column: header.at(field) })).filter(({ column }) => column !== -1);
  const [days, amounts] = [at(fields.days), at(fields.amounts)];
  const currencyAt = currency === null ? header.at('currency') : -1;
  const [dayEvidence, amountEvidence] = [createDayEvidence(), createAmountEvidence()];
  return {
    add: ({ cells }: TextRow): void => {
      for (const { field, column } of days) dayEvidence.add(field, (cells[column] ?? '').trim());
      const own = currencyAt === -1 ? currency : (cells[currencyAt] ?? '').trim().toUpperCase();
      for (const { field, column } of amounts) amountEvidence.add(field, (cells[column] ?? '').trim(), own);
    },
    /** True until the usual notation (ISO days, decimal points) is shown and nothing contradicts it. */
    isUnusual: (): boolean => dayEvidence.isUnusual() || (amounts.length > 0 && amountEvidence.isUnusual()),
    end: (): NotationEvidence => ({ ...dayEvidence.end(), ...amountEvidence.end() }),
  };
};
