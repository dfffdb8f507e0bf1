import type { Distribution } from '../domain/quantity.ts';
import type { SalesLine } from './sales-line.ts';

const largestConversion = 0.95;

/** Orders per click with mean `expected`; as sure as that many orders can make it when counts scatter by 1 + `excess`. */
export const conversion = (expected: number, orders: number, excess: number): Distribution => {
  const share = Math.min(expected, largestConversion);
  const successes = Math.max(0.5, orders / (1 + excess));
  return { kind: 'beta-counts', successes, failures: (successes * (1 - share)) / share };
};

const programWeight = 20;
const priorWeight = 20;

/** Share sent back: own counts plus 20 items of the program's share, which itself holds 20 items of the prior's. */
export const returnShare = (line: SalesLine, program: SalesLine, prior: number): Distribution => {
  const returned = Math.min(line.returned, line.settledItems);
  const share =
    (Math.min(program.returned, program.settledItems) + priorWeight * prior) /
    (program.settledItems + priorWeight);
  return {
    kind: 'beta-counts',
    successes: returned + programWeight * share,
    failures: line.settledItems - returned + programWeight * (1 - share),
  };
};
