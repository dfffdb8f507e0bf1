import type { Distribution } from './quantity.ts';

/** What a person typed, understood; or why not, as a sentence. */
export type ParsedQuantity =
  | { readonly ok: true; readonly value: Distribution }
  | { readonly ok: false; readonly reason: string };

const suffixes: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, bn: 1e9, '%': 0.01 };
const numberPattern = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)\s*(k|m|bn|%)?$/i;

interface Typed {
  readonly value: number;
  readonly percent: boolean;
}

const readNumber = (text: string): Typed | null => {
  const match = numberPattern.exec(text.trim());
  if (!match || !/\d/.test(match[1]!)) return null;
  const suffix = (match[2] ?? '').toLowerCase();
  const plain = Number(match[1]!.replaceAll(',', ''));
  // Multiply whole thousands and divide per cents, so that 3 % is exactly 0.03.
  return { value: suffix === '%' ? plain / 100 : plain * suffixes[suffix]!, percent: suffix === '%' };
};

const refuse = (reason: string): ParsedQuantity => ({ ok: false, reason });

const interval = (low: Typed, high: Typed, level: 0.8 | 0.9): ParsedQuantity => {
  // "3 to 8 %" means both ends in per cent.
  const from = high.percent && !low.percent ? low.value / 100 : low.value;
  const share = low.percent || high.percent;
  if (from > high.value)
    return refuse(`the low end ${printNumber(from)} is above the high end ${printNumber(high.value)}`);
  if (share && !(from > 0 && high.value < 1))
    return refuse('both ends of a share must lie between 0 % and 100 %, ends excluded');
  return { ok: true, value: { kind: 'interval', low: from, high: high.value, level, share } };
};

/**
 * Reads a certain number (`12`, `3%`, `1.2k`) or an 80 % interval (`5 to 50`, `3 to 8 %`, `1.2k to 90k`; `90%: 5 to 50` for a
 * 90 % interval). An interval in per cent is a share.
 */
export const parseQuantity = (text: string): ParsedQuantity => {
  const levelled = /^\s*(80|90)\s*%\s*:\s*(.*)$/.exec(text);
  const level = levelled?.[1] === '90' ? 0.9 : 0.8;
  const parts = (levelled?.[2] ?? text).split(/\s+to\s+|\s*[–…]\s*|\s*\.\.\s*/i);
  const numbers = parts.map(readNumber);
  const lost = numbers.indexOf(null);
  if (text.trim() === '') return refuse('nothing is written');
  if (lost !== -1) return refuse(`"${parts[lost]!.trim()}" is not a number`);
  const [low, high] = numbers as Typed[];
  if (numbers.length === 1) return { ok: true, value: { kind: 'constant', value: low!.value } };
  if (numbers.length > 2) return refuse('write one number, or two with "to" between them');
  return interval(low!, high!, level);
};

/** A number so that `parseQuantity` reads the same one back. */
export const printNumber = (value: number): string => {
  const size = Math.abs(value);
  for (const [suffix, unit] of [
    ['bn', 1e9],
    ['m', 1e6],
    ['k', 1e3],
  ] as const) {
    const shown = `${value / unit}`;
    if (size >= unit && shown.length <= 6 && Number(shown) * unit === value) return shown + suffix;
  }
  return `${value}`;
};

/** Null where the per cent would not be read back as the same number. */
const printPercent = (value: number): string | null => {
  const shown = Number((value * 100).toPrecision(15));
  return shown / 100 === value ? `${shown}%` : null;
};

/** A certain number or an interval as `parseQuantity` reads it; null for distributions that have no such short form. */
export const printQuantity = (value: Distribution): string | null => {
  if (value.kind === 'constant') return printNumber(value.value);
  if (value.kind !== 'interval') return null;
  const print = value.share ? printPercent : printNumber;
  const [low, high] = [print(value.low), print(value.high)];
  if (low === null || high === null) return null;
  const range = `${low} to ${high}`;
  return value.level === 0.9 ? `90%: ${range}` : range;
};
