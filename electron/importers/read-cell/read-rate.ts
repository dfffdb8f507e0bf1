import { ppm, type PartsPerMillion } from '../../../shared/domain/money.ts';
import { plainDecimal } from './read-amount.ts';

/** Reads `15%`, `4.5 %` exactly as parts per million; undefined when it is no percentage of at most four decimals from 0 to 100. */
export const readPercent = (text: string): PartsPerMillion | undefined => {
  const trimmed = text.trim();
  if (!trimmed.endsWith('%')) return undefined;
  const decimal = plainDecimal(trimmed.slice(0, -1));
  const match = decimal === undefined ? null : /^(\d{1,3})(?:\.(\d{0,4})0*)?$/.exec(decimal);
  if (!match) return undefined;
  const parts = Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'));
  return parts <= 1_000_000 ? ppm(parts) : undefined;
};
