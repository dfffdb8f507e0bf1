import { type Currency, minorDigits, minorPerMajor } from '../domain/money.ts';
import { formatCompact, formatNumber, minusSign, nbsp } from './format-number.ts';

const symbols: Readonly<Record<Currency, string>> = {
  USD: '$',
  GBP: '£',
  EUR: '€',
  CAD: 'CA$',
  BRL: 'R$',
  MXN: 'MX$',
  IDR: `Rp${nbsp}`,
  VND: '₫',
  THB: '฿',
  MYR: 'RM',
  PHP: '₱',
  SGD: 'S$',
  JPY: '¥',
  KWD: `KWD${nbsp}`,
  BHD: `BHD${nbsp}`,
  TND: `TND${nbsp}`,
  AED: `AED${nbsp}`,
  SAR: `SAR${nbsp}`,
  INR: '₹',
  AUD: 'A$',
};

const signed = (value: number, currency: Currency, text: string): string => {
  const zero = !/[1-9]/.test(text);
  return `${value < 0 && !zero ? minusSign : ''}${symbols[currency]}${text}`;
};

/** Money from records, to the minor unit: `$1,234.56`, `−$3.97`, `¥1,235`, `KWD 1.234`. `amount` in minor units; never `−$0`. */
export const formatMoney = (amount: number, currency: Currency): string => {
  if (!Number.isFinite(amount)) return '–';
  const digits = minorDigits[currency];
  return signed(amount, currency, formatNumber(Math.abs(amount) / minorPerMajor(currency), digits));
};

/** Money from the engine, as exact as it deserves: whole major units from 10 on (`$640`), minor units below (`$4.20`). */
export const formatEstimate = (amount: number, currency: Currency): string => {
  if (!Number.isFinite(amount)) return '–';
  const major = Math.abs(amount) / minorPerMajor(currency);
  const decimals = major >= 9.995 || major < 0.005 ? 0 : minorDigits[currency];
  return signed(amount, currency, formatNumber(major, decimals));
};

/** A difference with its sign always shown: `+$640`, `−$410`, `$0`. */
export const formatDifference = (amount: number, currency: Currency): string => {
  const text = formatEstimate(amount, currency);
  return amount > 0 && /[1-9]/.test(text) ? `+${text}` : text;
};

/** Short form for chart axes: `$0`, `$950`, `$12.3k`, `−$1.2m`. */
export const formatMoneyCompact = (amount: number, currency: Currency): string => {
  if (!Number.isFinite(amount)) return '–';
  return signed(amount, currency, formatCompact(Math.abs(amount) / minorPerMajor(currency)));
};
