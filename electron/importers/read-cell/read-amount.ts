import { minorDigits, parseMinor, type Currency, type Minor } from '../../../shared/domain/money.ts';

/** True for the vendors' ways of saying that there is no value, which is not zero. */
export const isMissing = (text: string): boolean =>
  text === '' || text === '-' || text === '/' || text === '--' || text === 'N/A';

const powers = [1, 10, 100, 1000];

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
    } else if (code !== 48) return Number.NaN;
  }
  amount *= powers[digits - Math.max(fraction, 0)]!;
  return negative && amount !== 0 ? -amount : amount;
};

const grouped = /^(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3})(?:\.\d*)?$/;

/**
 * A number as reports write it (`$1,234.50`, `(12.30)`, `−3.97`, `-$3.97`, `12,34,567.00`, `3.97-`) as a plain decimal with a point.
 * Undefined when it is not certain what is meant.
 */
export const plainDecimal = (text: string): string | undefined => {
  let rest = text.normalize('NFKC').replaceAll(/[\s\u{a0}]/gu, '');
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

/** Reads an amount of money exactly; undefined when it is none or finer than the currency's minor unit. */
export const readAmount = (text: string, currency: Currency): Minor | undefined => {
  const plain = plainAmount(text, minorDigits[currency]);
  if (!Number.isNaN(plain)) return plain as Minor;
  const decimal = plainDecimal(text);
  return decimal === undefined ? undefined : parseMinor(decimal, currency);
};
