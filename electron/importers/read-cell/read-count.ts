import { plainDecimal } from './read-amount.ts';

/** Reads a whole number (`16`, `1,024`, `105.0`); undefined when it is none or when its point may group thousands (`105.000`). */
export const readCount = (text: string): number | undefined => {
  if (text.length === 1) {
    const digit = text.charCodeAt(0) - 48;
    if (digit >= 0 && digit <= 9) return digit;
  }
  const decimal = plainDecimal(text);
  if (decimal === undefined || !/^-?\d{1,15}(?:\.0*)?$/.test(decimal)) return undefined;
  return /^-?[1-9]\d{0,2}\.000$/.test(decimal) ? undefined : Number(decimal) + 0;
};
