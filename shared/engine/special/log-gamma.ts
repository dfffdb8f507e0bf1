const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

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

/** ln Γ(x) for x > 0; relative error about 1e-14. Source: Lanczos (g = 7, n = 9) below 8, Stirling's series above. */
export const logGamma = (x: number): number => {
  if (x >= 8) return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingRest(x);
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
  const z = x - 1;
  let sum = lanczos[0]!;
  for (let i = 1; i < lanczos.length; i++) sum += lanczos[i]! / (z + i);
  const t = z + 7.5;
  return halfLogTwoPi + (z + 0.5) * Math.log(t) - t + Math.log(sum);
};

/** ln B(a, b) for a, b > 0, without the cancellation of three large logarithms. */
export const logBeta = (a: number, b: number): number => {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 8) return logGamma(a) + logGamma(b) - logGamma(a + b);
  const sum = small + large;
  const rest = stirlingRest(large) - stirlingRest(sum);
  const power = -(large - 0.5) * Math.log1p(small / large);
  if (small < 8) return logGamma(small) + power + small - small * Math.log(sum) + rest;
  return (
    halfLogTwoPi - 0.5 * Math.log(small) + stirlingRest(small) + small * Math.log(small / sum) + power + rest
  );
};
