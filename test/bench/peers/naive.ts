/**
 * R1 as one would first write it in JavaScript: plain numbers, Math.random, arrays of arrays, one textbook sampler each
 * (Box–Muller, Knuth's Poisson, PTRS above 30, one uniform per order for returns), a full sort for quantiles.
 */
export interface Reference {
  readonly products: number;
  readonly weeks: number;
  readonly trials: number;
}

const normal = (): number =>
  Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());

const gamma = (shape: number): number => {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normal();
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - Math.random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
};

const beta = (a: number, b: number): number => {
  const x = gamma(a);
  return x / (x + gamma(b));
};

const logFactorials: number[] = [0];
const logFactorial = (k: number): number => {
  while (logFactorials.length <= k)
    logFactorials.push(logFactorials.at(-1)! + Math.log(logFactorials.length));
  return logFactorials[k]!;
};

const poisson = (mean: number): number => {
  if (mean < 30) {
    const limit = Math.exp(-mean);
    let k = 0;
    for (let p = Math.random(); p > limit; p *= Math.random()) k++;
    return k;
  }
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  for (;;) {
    const u = Math.random() - 0.5;
    const v = Math.random();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2)) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const left = Math.log((v * (1.1239 + 1.1328 / (b - 3.4))) / (a / (us * us) + b));
    if (left <= k * Math.log(mean) - mean - logFactorial(k)) return k;
  }
};

const binomial = (n: number, p: number): number => {
  let count = 0;
  for (let i = 0; i < n; i++) if (Math.random() < p) count++;
  return count;
};

const levels = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

const quantiles = (values: readonly number[]): number[] => {
  const sorted = values.toSorted((x, y) => x - y);
  return levels.map(level => {
    const at = level * (sorted.length - 1);
    const low = Math.floor(at);
    return sorted[low]! + (at - low) * (sorted[Math.ceil(at)]! - sorted[low]!);
  });
};

const products = (count: number) =>
  Array.from({ length: count }, (_, p) => {
    const at = count === 1 ? 0 : p / (count - 1);
    return {
      median: 20_000 * (0.9 + 0.02 * p),
      price: 12 + 68 * at,
      amazonRate: 0.01 + 0.09 * at,
      shopRate: 0.08 + 0.12 * (1 - at),
    };
  });

/** One future: cumulative earnings of both programs by week. */
const future = (list: ReturnType<typeof products>, weeks: number, means: number[][]) => {
  const market = Math.exp(0.25 * normal());
  const ban = Math.random() < 0.6 ? 1 + Math.floor(Math.random() * 52) : Infinity;
  const weekly = Array.from({ length: weeks }, () => ({ amazon: 0, shop: 0 }));
  list.forEach((product, p) => {
    const amazonOrders = beta(12, 988) * beta(18, 182);
    const shopOrders = beta(30, 970) * beta(9, 291) * market;
    const amazonReturns = beta(8, 92);
    const shopReturns = beta(12, 88);
    for (let week = 1; week <= weeks; week++) {
      const season = 1 + 0.35 * Math.cos((2 * Math.PI * (((week - 1) % 52) + 1 - 48)) / 52);
      const views = product.median * Math.exp(1.1 * normal()) * season;
      const a = poisson(views * amazonOrders * (week >= ban ? 0.08 : 1));
      const b = poisson(views * shopOrders * (week >= ban ? 1.15 : 1));
      const amazon = (a - binomial(a, amazonReturns)) * product.price * 1.35 * product.amazonRate;
      const shop = (b - binomial(b, shopReturns)) * product.price * 0.95 * product.shopRate;
      weekly[week - 1]!.amazon += amazon;
      weekly[week - 1]!.shop += shop;
      means[0]![p]! += amazon;
      means[1]![p]! += shop;
    }
  });
  let amazon = 0;
  let shop = 0;
  return weekly.map(week => ({ amazon: (amazon += week.amazon), shop: (shop += week.shop) }));
};

/** Runs R1 and returns what every peer returns. */
export const naive = ({ products: count, weeks, trials }: Reference) => {
  const list = products(count);
  const sums = [list.map(() => 0), list.map(() => 0)];
  const futures = Array.from({ length: trials }, () => future(list, weeks, sums));
  const bands = Array.from({ length: weeks }, (_, week) => [
    quantiles(futures.map(each => each[week]!.amazon)),
    quantiles(futures.map(each => each[week]!.shop)),
    quantiles(futures.map(each => each[week]!.shop - each[week]!.amazon)),
  ]);
  const last = futures.map(each => each.at(-1)!);
  const mean = (of: (each: { amazon: number; shop: number }) => number): number =>
    last.reduce((sum, each) => sum + of(each), 0) / trials;
  return {
    mean: [mean(each => each.amazon), mean(each => each.shop)],
    probability: mean(each => (each.shop > each.amazon ? 1 : 0)),
    quantiles: bands.at(-1)!,
    products: sums.flat().map(sum => sum / trials),
  };
};
