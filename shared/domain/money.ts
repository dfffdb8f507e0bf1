import { z } from 'zod';

/** An amount of money as a whole number of a currency's minor units (cents for USD, yen for JPY). May be negative. */
export type Minor = number & { readonly __unit: 'minor' };

export const currencySchema = z.enum([
  'USD',
  'GBP',
  'EUR',
  'CAD',
  'BRL',
  'MXN',
  'IDR',
  'VND',
  'THB',
  'MYR',
  'PHP',
  'SGD',
  'JPY',
  'KWD',
  'BHD',
  'TND',
  'AED',
  'SAR',
  'INR',
  'AUD',
]);
export type Currency = z.infer<typeof currencySchema>;

/** Decimals of each currency's minor unit. Source: ISO 4217 list one. */
export const minorDigits: Readonly<Record<Currency, 0 | 2 | 3>> = {
  USD: 2,
  GBP: 2,
  EUR: 2,
  CAD: 2,
  BRL: 2,
  MXN: 2,
  IDR: 2,
  VND: 0,
  THB: 2,
  MYR: 2,
  PHP: 2,
  SGD: 2,
  JPY: 0,
  KWD: 3,
  BHD: 3,
  TND: 3,
  AED: 2,
  SAR: 2,
  INR: 2,
  AUD: 2,
};

export interface Money {
  readonly amount: Minor;
  readonly currency: Currency;
}

/** Brands a whole number as minor units; throws `RangeError` when it is not a safe integer. */
export const minor = (amount: number): Minor => {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of minor units`);
  return amount as Minor;
};

/** Minor units in one major unit: 100 for USD, 1 for JPY, 1000 for KWD. */
export const minorPerMajor = (currency: Currency): number => 10 ** minorDigits[currency];

/** Major units (dollars) as minor units, rounded half away from zero. For numbers that come from the engine, not from files. */
export const fromMajor = (major: number, currency: Currency): Minor => {
  const scaled = major * minorPerMajor(currency);
  return minor(Math.sign(scaled) * Math.round(Math.abs(scaled)) + 0);
};

/** Minor units as major units, for charts and for the engine's inputs. */
export const toMajor = (amount: Minor, currency: Currency): number => amount / minorPerMajor(currency);

/**
 * Reads a plain decimal (`-1234.5`, no grouping, no symbol) exactly.
 * Returns undefined when the text is no decimal, has more decimals than the currency (other than zeros), or exceeds 2^53.
 */
export const parseMinor = (text: string, currency: Currency): Minor | undefined => {
  const match = /^([+-]?)(\d{1,16})(?:\.(\d*))?$/.exec(text);
  if (!match) return undefined;
  const digits = minorDigits[currency];
  const fraction = match[3] ?? '';
  if (/[1-9]/.test(fraction.slice(digits))) return undefined;
  const amount = Number(match[2]! + fraction.slice(0, digits).padEnd(digits, '0'));
  if (!Number.isSafeInteger(amount)) return undefined;
  return (match[1] === '-' && amount !== 0 ? -amount : amount) as Minor;
};

/** A rate as whole parts per million: 4.5 % is 45,000. Exact for every published commission rate. */
export type PartsPerMillion = number & { readonly __unit: 'ppm' };

export const ppm = (parts: number): PartsPerMillion => {
  if (!Number.isSafeInteger(parts))
    throw new RangeError(`${parts} is not a whole number of parts per million`);
  return parts as PartsPerMillion;
};

/** `amount × rate`, rounded half away from zero to the minor unit; exact for every safe integer. */
export const takeRate = (amount: Minor, rate: PartsPerMillion): Minor => {
  const product = amount * rate;
  if (Number.isSafeInteger(product)) {
    return minor(Math.sign(product) * Math.floor((Math.abs(product) + 500_000) / 1_000_000) + 0);
  }
  const exact = BigInt(amount) * BigInt(rate);
  const size = exact < 0n ? -exact : exact;
  const rounded = (size + 500_000n) / 1_000_000n;
  return minor(Number(exact < 0n ? -rounded : rounded));
};
