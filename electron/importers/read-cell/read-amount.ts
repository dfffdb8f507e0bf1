import {
  minorDigits,
  minorPerMajor,
  parseMinor,
  type Currency,
  type Minor,
} from '../../../shared/domain/money.ts';
import type { ProblemReason } from '../../../shared/domain/report.ts';
import { isDoubtful } from './decimal-mark.ts';

/** True for the vendors' ways of saying that there is no value, which is not zero. */
export const isMissing = (text: string): boolean =>
  text === '' || text === '-' || text === '/' || text === '--' || text === 'N/A';

const powers = [1, 10, 100, 1000];

/** In minor units. Nobody earns more in a row, and sums of such rows stay exact. */
export const largestAmount = 10_000_000_000_000;

/** The common case, `-1234.5`, without allocating; NaN for everything else. */
const plainAmount = (text: string, digits: number): number => {
  const negative = text.charCodeAt(0) === 45;
  let amount = 0;
  let fraction = -1;
  const start = negative ? 1 : 0;
  if (text.length === start || text.length > 15) return Number.NaN;
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 46 && fraction === -1 && index > start) fraction = 0;
    else if (code < 48 || code > 57) return Number.NaN;
    else if (fraction === -1) amount = amount * 10 + (code - 48);
    else if (fraction < digits) {
      amount = amount * 10 + (code - 48);
      fraction += 1;
    } else return Number.NaN;
  }
  amount *= powers[digits - Math.max(fraction, 0)]!;
  return negative && amount !== 0 ? -amount : amount;
};

const grouped = /^(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})*,\d{3})(?:\.\d*)?$/;
/** Apostrophes group in Switzerland. */
const grouping = /(?<=\d)['\u{2019}](?=\d{3}(?!\d))/gu;

/**
 * A number as reports write it (`$1,234.50`, `(12.30)`, `−3.97`, `-$3.97`, `12,34,567.00`, `1'234.50`, `3.97-`) as a plain decimal with a point.
 * Undefined when it is not certain what is meant.
 */
export const plainDecimal = (text: string): string | undefined => {
  let rest = text
    .normalize('NFKC')
    .replaceAll(/[\s\u{a0}]/gu, '')
    .replaceAll(grouping, '');
  let negative = false;
  const bracketed = /^\((.+)\)$/u.exec(rest);
  if (bracketed) {
    negative = true;
    rest = bracketed[1]!;
  }
  rest = rest.replace(/^(-|\u{2212}|\+)?(?:US\$|R\$|[$€£¥₹]|[A-Z]{3})(-|\u{2212})?/u, '$1$2');
  rest = rest.replace(/(?:[$€£¥₹]|[A-Z]{3})$/u, '');
  const signed = /^([-+\u{2212}]?)([\d.,]+)([-\u{2212}]?)$/u.exec(rest);
  if (!signed) return undefined;
  const signs = Number(negative) + Number(/[-\u{2212}]/u.test(signed[1]!)) + Number(signed[3] !== '');
  if (signs > 1) return undefined;
  const digits = grouped.test(signed[2]!) ? signed[2]!.replaceAll(',', '') : signed[2]!;
  if (!/^\d+(?:\.\d*)?$|^\.\d+$/.test(digits)) return undefined;
  return `${signs === 1 ? '-' : ''}${digits.startsWith('.') ? `0${digits}` : digits}`;
};

/** Reads an amount that is certain to have a decimal point: `12.500` is 12.5. */
export const readDecimalAmount = (text: string, currency: Currency): Minor | undefined => {
  const plain = plainAmount(text, minorDigits[currency]);
  const decimal = Number.isNaN(plain) ? plainDecimal(text) : undefined;
  const amount = decimal === undefined ? plain : (parseMinor(decimal, currency) ?? Number.NaN);
  return Math.abs(amount) <= largestAmount ? (amount as Minor) : undefined;
};

/**
 * Reads an amount of money exactly; undefined when it is none, finer than the currency's minor unit, above `largestAmount`, or when its
 * one mark may as well group thousands (`125.000`).
 */
export const readAmount = (text: string, currency: Currency): Minor | undefined => {
  const plain = plainAmount(text, minorDigits[currency]);
  if (Math.abs(plain) <= largestAmount) return plain as Minor;
  return isDoubtful(text, currency) ? undefined : readDecimalAmount(text, currency);
};

/** Why a text is no amount that can be stored. */
export const amountFault = (text: string, currency: Currency): ProblemReason => {
  if (isDoubtful(text, currency)) return 'ambiguous-number';
  const decimal = plainDecimal(text);
  return decimal !== undefined && Math.abs(Number(decimal)) * minorPerMajor(currency) > largestAmount
    ? 'amount-too-large'
    : 'not-a-number';
};
