import { mostWeeks } from './calendar.ts';
import type { Plan } from './plan.ts';
import { kernel, kernelDoubles, kernelWords } from './kernel.ts';
import { tableValue, type EvenTable } from './quantile-table.ts';
import { fillRow } from './random-stream.ts';
// Fills the kernels' table of normal values.
import './standard-normal.ts';
import { logLargest } from './view-law.ts';
import type { Workspace } from './workspace.ts';

/** The law of a video's views over the creator's median in the future at hand. */
export interface ViewLaw {
  readonly sd: number;
  readonly tail: number;
  readonly correlation: number;
}

const rowDraws = kernelWords(kernel.draws, mostWeeks);
const row = kernelDoubles(kernel.multiples, mostWeeks);
const open = kernelWords(kernel.open, mostWeeks);
let held: EvenTable | null = null;
const { multiplesRow, stratifyRow } = kernel;

/** Makes a table of certain views the one at hand. */
export const holdTable = (table: EvenTable): void => {
  if (table === held) return;
  held = table;
  kernelDoubles(kernel.evenCubics, table.cubics.length).set(table.cubics);
  kernelDoubles(kernel.tailCubics, table.tails.cubics.length).set(table.tails.cubics);
};

/**
 * A quick answer's views: the draw's leading bits become the future's stratum, by a permutation of its own for each product,
 * week and video. Each one's views then form a Latin hypercube over the block's inner futures.
 */
const stratify = (plan: Plan, work: Workspace, from: number, video: number): void => {
  const inner = plan.blockTrials / plan.quick!.outer;
  const bits = 31 - Math.clz32(inner);
  const i = Math.floor(work.future / plan.quick!.outer);
  stratifyRow(work.keys.byteOffset + 4 * from, plan.weeks, i, bits, Math.imul(video, 0x9e3779b9));
};

/** One video's multiple in each week of the product whose weeks begin at `from`, by the table held. */
export const drawMultiples = (plan: Plan, work: Workspace, from: number, video: number): void => {
  const { weeks } = plan;
  fillRow(rowDraws, weeks);
  if (plan.quick) stratify(plan, work, from, video);
  const left = multiplesRow(weeks);
  for (let j = 0; j < left; j++) {
    const week = open[j]!;
    row[week] = tableValue(held!.tails, rowDraws[week]!);
  }
};

/** Posts to be made: rows of `to` by product, each cell the sum of as many multiples as `counts` says × its week's and its product's scale. */
export interface Posts {
  readonly counts: Float64Array;
  readonly to: Float64Array;
  readonly weekScales: Float64Array;
  readonly productScales: Float64Array;
  readonly weeks: number;
  /** Roughly how many posts that are. */
  readonly about: number;
}

const { beginPosts, chainRow, postRows } = kernel;

/**
 * Correlated or fat-tailed audiences of posts: one chain in order of posting (weeks, in them products). `fill` draws numbers for
 * so many of them.
 */
export const postChain = (law: ViewLaw, posts: Posts, fill: (to: number, count: number) => void): void => {
  const { counts, to, weekScales, productScales, weeks, about } = posts;
  const { sd, tail, correlation } = law;
  const fresh = Math.sqrt(1 - correlation * correlation);
  let first = fresh;
  let last = 0;
  let rest = about;
  beginPosts();
  for (let isMore = 1; isMore === 1; ) {
    const count = rest > 0 && rest < mostWeeks ? 4 * Math.ceil(rest / 4) : mostWeeks;
    rest -= count;
    fill(rowDraws.byteOffset, count);
    last = chainRow(count, last, first, sd, correlation, fresh, tail, logLargest);
    first = 1;
    isMore = postRows(
      counts.byteOffset,
      to.byteOffset,
      weekScales.byteOffset,
      productScales.byteOffset,
      weeks,
      counts.length / weeks,
      count,
    );
  }
};
