import { log, log1p } from './elementary.ts';
/**
 * Stirling's remainder: ln Γ(x) − (x − ½) ln x + x − ½ ln 2π, for x ≥ 8. Source: Abramowitz & Stegun 6.1.41.
 */
export const stirlingRest = (x: number): number => {
  const y = 1 / (x * x);
  return (
    (1 / 12 -
      y *
        (1 / 360 -
          y *
            (1 / 1260 -
              y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360360 - y * (1 / 156 - (y * 3617) / 122400))))))) /
    x
  );
};

const halfLogTwoPi = 0.9189385332046727;

/** ln Γ(x) for x > 0, to about 1e-15. Source: Stirling's series from 8 on; below, Γ(x) = Γ(x + n) / (x (x + 1) … (x + n − 1)). */
export const logGamma = (x: number): number => {
  let y = x;
  let product = 1;
  while (y < 8) product *= y++;
  return (y - 0.5) * log(y) - y + halfLogTwoPi + stirlingRest(y) - log(product);
};

const factorials = Float64Array.from({ length: 4096 }, (_, k) => logGamma(k + 1));

/** ln k! for whole k ≥ 0, from a table below 4,096. */
export const logFactorial = (k: number): number => (k < 4096 ? factorials[k]! : logGamma(k + 1));

/** ln B(a, b) for a, b > 0, without the cancellation of three large logarithms. */
export const logBeta = (a: number, b: number): number => {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 8) return logGamma(a) + logGamma(b) - logGamma(a + b);
  const sum = small + large;
  const rest = stirlingRest(large) - stirlingRest(sum);
  const power = -(large - 0.5) * log1p(small / large);
  if (small < 8) return logGamma(small) + power + small - small * log(sum) + rest;
  return halfLogTwoPi - 0.5 * log(small) + stirlingRest(small) + small * log(small / sum) + power + rest;
};
