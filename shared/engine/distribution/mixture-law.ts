import type { Law } from './law.ts';

/** One part of a mixture with its share of the whole. */
export interface MixturePart {
  readonly share: number;
  readonly law: Law;
}

/** A law that is each part's with the given probability (shares add to 1). The quantile is bisected to full precision. */
export const mixtureLaw = (parts: readonly MixturePart[]): Law => {
  const cdf = (x: number): number => parts.reduce((sum, part) => sum + part.share * part.law.cdf(x), 0);
  const smooth = parts.every(part => part.law.density !== null);
  return {
    quantile: u => {
      let low = Math.min(...parts.map(part => part.law.quantile(u)));
      let high = Math.max(...parts.map(part => part.law.quantile(u)));
      if (cdf(low) >= u) return low;
      for (let i = 0; i < 200 && high > low; i++) {
        const middle = low / 2 + high / 2;
        if (middle <= low || middle >= high) break;
        if (cdf(middle) < u) low = middle;
        else high = middle;
      }
      return high;
    },
    cdf,
    density: smooth ? x => parts.reduce((sum, part) => sum + part.share * part.law.density!(x), 0) : null,
    mean: parts.reduce((sum, part) => sum + part.share * part.law.mean, 0),
  };
};
