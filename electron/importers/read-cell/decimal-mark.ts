import { minorDigits, type Currency } from '../../../shared/domain/money.ts';

/** A mark that stands before decimals. */
export type Mark = '.' | ',';

const thousandths: ReadonlySet<string> = new Set(
  Object.entries(minorDigits).flatMap(([currency, digits]) => (digits === 3 ? [currency] : [])),
);

const core = /[.,]?\d[\d.,'\u{2019}\s]*/u;
const groups = /^\d{1,3}(?:([.,])\d{2,3})*([.,])\d{3}$/;
const whole = /^[1-9]\d{0,2}$/;

/**
 * Which mark a number shows to be the decimal one: `1.234,56`, `12,5` and `1.234.567` a comma, `1,234.56` a point. `three` when three
 * decimals follow (`0.750`). `doubtful` where the mark may as well group thousands: `125.000`, or `1,250` in a currency of three decimals.
 * Undefined when it shows neither; `9,510` is the usual grouping of a currency without thousandths.
 */
export const markOf = (
  text: string,
  currency: string | null,
): { readonly decimal: Mark; readonly three: boolean } | 'doubtful' | undefined => {
  const digits = core.exec(text)?.[0].replaceAll(/['\u{2019}\s]/gu, '') ?? '';
  const marks = digits.replaceAll(/\d/g, '');
  if (marks === '') return undefined;
  const last = marks.at(-1) as Mark;
  const other: Mark = last === '.' ? ',' : '.';
  const [before, after] = [
    digits.slice(0, digits.lastIndexOf(last)),
    digits.slice(digits.lastIndexOf(last) + 1),
  ];
  if (marks.length > 1) {
    if (marks.indexOf(last) === marks.length - 1)
      return after === '' ? undefined : { decimal: last, three: after.length === 3 };
    return !marks.includes(other) && groups.test(digits) ? { decimal: other, three: false } : undefined;
  }
  if (after === '') return undefined;
  if (after.length !== 3 || !whole.test(before)) return { decimal: last, three: after.length === 3 };
  const hasThousandths = currency !== null && thousandths.has(currency);
  if (last === '.') return hasThousandths ? { decimal: '.', three: false } : 'doubtful';
  return hasThousandths ? 'doubtful' : undefined;
};

/** True when `text`, a number with a decimal point, may as well mean a thousandfold more or less in `currency`. */
export const isDoubtful = (text: string, currency: Currency): boolean =>
  markOf(text, currency) === 'doubtful';
