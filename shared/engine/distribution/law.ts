/** A continuous or discrete probability law of one number. */
export interface Law {
  /** Smallest x with P(X ≤ x) ≥ u, for 0 < u < 1. */
  readonly quantile: (u: number) => number;
  /** P(X ≤ x). */
  readonly cdf: (x: number) => number;
  /** Density; null where the law has atoms. */
  readonly density: ((x: number) => number) | null;
  readonly mean: number;
}

/** A law that is always `value`. */
export const constantLaw = (value: number): Law => ({
  quantile: () => value,
  cdf: x => (x < value ? 0 : 1),
  density: null,
  mean: value,
});

/** The law of `offset + scale × X`, scale > 0. */
export const scaledLaw = (law: Law, offset: number, scale: number): Law => ({
  quantile: u => offset + scale * law.quantile(u),
  cdf: x => law.cdf((x - offset) / scale),
  density: law.density === null ? null : x => law.density!((x - offset) / scale) / scale,
  mean: offset + scale * law.mean,
});
