import type { Comparison, PairResult, StrategyResult, Total } from '../../../shared/domain/comparison.ts';
import type { RandomCase } from '../../helpers/random-scenario.ts';
import type { Engine } from './engine.ts';

/** Notes what differs between two figures, each with its own tolerance. */
interface Notes {
  readonly found: string[];
  close(what: string, actual: number, expected: number, tolerance: number): void;
}

const notes = (): Notes => {
  const found: string[] = [];
  return {
    found,
    close: (what, actual, expected, tolerance) => {
      if (actual === expected || Math.abs(actual - expected) <= tolerance) return;
      found.push(`${what}: quick ${actual}, full ${expected}`);
    },
  };
};

const relative = (value: number): number => 1e-9 * Math.abs(value) + 1e-6;

const compareTotals = (note: Notes, what: string, quick: Total, full: Total, units: number): void => {
  note.close(`${what}.mean`, quick.mean, full.mean, units);
  note.close(`${what}.sd`, quick.sd, full.sd, units);
  quick.quantiles.forEach((value, level) =>
    note.close(`${what}.quantiles.${level}`, value, full.quantiles[level]!, units),
  );
};

const compareBands = (
  note: Notes,
  what: string,
  { quick, full }: { readonly quick: StrategyResult['earned']; readonly full: StrategyResult['earned'] },
  units: number,
): void => {
  quick.mean.forEach((value, week) => note.close(`${what}.mean.${week}`, value, full.mean[week]!, units));
  quick.values.forEach((row, level) =>
    row.forEach((value, week) =>
      note.close(`${what}.${level}.${week}`, value, full.values[level]![week]!, units),
    ),
  );
};

/** Every money figure of one strategy within `units`, every figure of traffic to a billionth. */
const compareStrategies = (note: Notes, quick: StrategyResult, full: StrategyResult, units: number): void => {
  const at = quick.id;
  compareBands(note, `${at}.earned`, { quick: quick.earned, full: full.earned }, units);
  compareBands(note, `${at}.paid`, { quick: quick.paid, full: full.paid }, units);
  compareTotals(note, `${at}.totalEarned`, quick.totalEarned, full.totalEarned, units);
  compareTotals(note, `${at}.totalPaid`, quick.totalPaid, full.totalPaid, units);
  for (const program of ['amazon', 'tiktokShop', 'storefront'] as const)
    note.close(`${at}.${program}`, quick.byProgram[program] ?? 0, full.byProgram[program] ?? 0, units);
  full.streams!.forEach(({ stream, mean }, i) => {
    if (quick.streams![i]!.stream !== stream) note.found.push(`${at}: streams differ`);
    note.close(`${at}.${stream}`, quick.streams![i]!.mean, mean, units);
  });
  full.products.forEach((product, p) => {
    const other = quick.products[p]!;
    note.close(`${at}.${product.productId}.orders`, other.orders, product.orders, relative(product.orders));
    note.close(
      `${at}.${product.productId}.returned`,
      other.returned,
      product.returned,
      relative(product.returned),
    );
    compareTotals(note, `${at}.${product.productId}.earned`, other.earned, product.earned, 1e-3);
  });
  for (const figure of ['views', 'clicks', 'orders', 'returned'] as const)
    note.close(`${at}.${figure}`, quick.funnel[figure], full.funnel[figure], relative(full.funnel[figure]));
  note.close(`${at}.worstTenthMean`, quick.worstTenthMean, full.worstTenthMean, units);
  note.close(`${at}.worstMonth`, quick.worstMonth, full.worstMonth, units);
  note.close(`${at}.cashGapWeeks`, quick.cashGapWeeks, full.cashGapWeeks, 0);
  note.close(`${at}.belowFloor`, quick.belowFloor ?? -1, full.belowFloor ?? -1, 0);
  full.worstMonthQuantiles!.forEach((value, level) =>
    note.close(`${at}.worstMonthQuantiles.${level}`, quick.worstMonthQuantiles![level]!, value, units),
  );
  full.goals?.forEach((goal, i) =>
    note.close(`${at}.${goal.label}`, quick.goals![i]!.probability, goal.probability, 0),
  );
  if (full.net) compareTotals(note, `${at}.net`, quick.net!, full.net, units);
};

const comparePairs = (note: Notes, quick: PairResult, full: PairResult, units: number): void => {
  const at = `${quick.b} − ${quick.a}`;
  note.close(`${at}: probability`, quick.probability, full.probability, 0);
  compareTotals(note, at, quick.difference, full.difference, units);
  compareBands(note, at, { quick: quick.bands, full: full.bands }, units);
};

const compareEvents = (note: Notes, quick: Comparison, full: Comparison): void =>
  full.events.forEach((event, i) => {
    const other = quick.events[i]!;
    note.close(`${event.id}.share`, other.share, event.share, 0);
    note.close(`${event.id}.assumed`, other.assumed ?? -1, event.assumed ?? -1, 0);
    if (JSON.stringify(other.weeks) !== JSON.stringify(event.weeks)) note.found.push(`${event.id}.weeks`);
  });

/**
 * Without spread a quick answer is the full one: money within two whole units (a weekly sum that stands on a half may be rounded
 * to either side), traffic to a billionth, chances, events and gaps exactly.
 */
export const quickIsFull = (engine: Engine, { scenario, rates }: RandomCase): string[] => {
  const quick = engine.simulate(scenario, rates, 'quick');
  const full = engine.simulate(scenario, rates, 'full');
  const note = notes();
  full.strategies.forEach((strategy, i) => compareStrategies(note, quick.strategies[i]!, strategy, 2));
  full.pairs.forEach((pair, i) => comparePairs(note, quick.pairs[i]!, pair, 2));
  compareEvents(note, quick, full);
  return note.found;
};
