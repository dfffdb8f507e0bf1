import { mostWeeks } from './calendar.ts';
import { expRow } from './fast-exp.ts';
import type { Plan } from './plan.ts';
import { kernel, kernelDoubles, kernelWords } from './kernel.ts';
import { tableValue, type EvenTable } from './quantile-table.ts';
import { fillRow } from './random-stream.ts';
import { normalRow } from './standard-normal.ts';
import { logMultiple, tailStart } from './view-law.ts';
import type { Workspace } from './workspace.ts';

/** The law of a video's views over the creator's median in the future at hand. */
export interface ViewLaw {
  readonly sd: number;
  readonly tail: number;
  readonly correlation: number;
}

// Constants of this module that are not exported: the compiler embeds their addresses and lengths in the loops below.
const rowDraws = kernelWords(kernel.draws, mostWeeks);
const row = kernelDoubles(kernel.multiples, mostWeeks);
const open = kernelWords(kernel.open, mostWeeks);
const scores = kernelDoubles(kernel.scores, mostWeeks);
const rowLength = mostWeeks;
const farthest = tailStart;
let held: EvenTable | null = null;
const tailWeeks = new Int32Array(mostWeeks + 1);
const { multiplesRow, stratifyRow } = kernel;

/** Views of videos over the creator's median: what the last draw gave, overwritten by the next. */
export const multiples = row;

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

const chain = { z: 0, started: false };

/** A future's chain of videos starts anew. */
export const beginChain = (): void => {
  chain.z = 0;
  chain.started = false;
};

/** The next `mostWeeks` multiples of the chain. No call may stand inside a loop here, or it would look at every array anew in each turn. */
export const nextMultiples = ({ sd, tail, correlation }: ViewLaw): void => {
  fillRow(rowDraws, mostWeeks);
  normalRow(rowDraws, scores, mostWeeks);
  const fresh = Math.sqrt(1 - correlation * correlation);
  let z = chain.z;
  if (!chain.started) {
    chain.started = true;
    z = 0;
    scores[0] = scores[0]! / fresh;
  }
  let far = 0;
  for (let i = 0; i < rowLength; i++) {
    z = correlation * z + fresh * scores[i]!;
    scores[i] = z;
    row[i] = sd * z;
    tailWeeks[far] = i;
    far = (far + (z > farthest ? 1 : 0)) | 0;
  }
  chain.z = z;
  if (tail > 0)
    for (let i = 0; i < far; i++) {
      const at = tailWeeks[i]!;
      row[at] = logMultiple(scores[at]!, sd, tail);
    }
  expRow(row, rowLength);
};
