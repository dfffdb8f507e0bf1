import { commissionRow } from './commission-row.ts';
import type { CorrelationPlan } from './correlation.ts';
import { correlate, drawSlot } from './draw-quantities.ts';
import { amazon, programCount, type Plan } from './plan.ts';
import { nextDraw, nextUnit, openStream, purpose, type RandomState } from './random-stream.ts';
import { drawn, type Workspace } from './workspace.ts';

/** Latin hypercube: one draw in each of `count` equal strata, in random order, into every `stride`-th place. */
const latinColumn = (
  state: RandomState,
  out: Int32Array,
  { count, from, stride }: { readonly count: number; readonly from: number; readonly stride: number },
): void => {
  const width = 2 ** 32 / count;
  for (let i = 0; i < count; i++) {
    const j = Math.floor(nextUnit(state) * (i + 1));
    out[from + i * stride] = out[from + j * stride]!;
    out[from + j * stride] = i;
  }
  for (let i = 0; i < count; i++) {
    const at = from + i * stride;
    out[at] = Math.floor((out[at]! + nextUnit(state)) * width) | 0;
  }
};

/**
 * Scrambles a number so that each bit depends on the lower ones alone: read backwards, Owen's nested uniform scrambling of the
 * van der Corput sequence. Source: Laine & Karras 2011, "Stratified sampling for stochastic transparency".
 */
const scrambled = (index: number, seed: number): number => {
  let x = (index + seed) | 0;
  x ^= Math.imul(x, 0x6c50b47c);
  x ^= Math.imul(x, 0xb82f1e52);
  x ^= Math.imul(x, 0xc7afe638);
  x ^= Math.imul(x, 0x8d22f6e6);
  return x;
};

const reversed = (bits: number): number => {
  let x = ((bits >>> 1) & 0x55555555) | ((bits & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return (x >>> 16) | (x << 16);
};

/**
 * One column of outer draws: every inner future gets one in each of `outer` equal strata, all futures of the block one in each
 * of as many, and along the inner futures' ranks they form a net in two dimensions: a ban's week is drawn alike for creators
 * with much and with little to lose. The first of each inner future lie in every stratum alike among neighbours of as many ranks.
 */
const outerColumn = (
  state: RandomState,
  out: Int32Array,
  { ranks, outer, from, stride }: { ranks: Int32Array; outer: number; from: number; stride: number },
): void => {
  const seed = nextDraw(state);
  const turns = Int32Array.from({ length: ranks.length / outer }, () => nextDraw(state));
  for (let i = 0; i < ranks.length; i++) {
    const rank = ranks[i]!;
    const turn = (rank ^ turns[Math.floor(rank / outer)]!) & (outer - 1);
    for (let k = 0; k < outer; k++)
      out[from + (i * outer + k) * stride] = reversed(scrambled(rank * outer + (k ^ turn), seed));
  }
};

/** What decides how much one inner future has to gain or lose on a program: its commission per view, times its views. */
const sizeOf = (plan: Plan, work: Workspace, program: number): number => {
  const { each } = work.programs[program]!;
  let size = 0;
  for (let p = 0; p < plan.products.length; p++) {
    const funnel = plan.funnels[program]![p]!;
    if (!funnel) continue;
    commissionRow(plan, work, program, p);
    const kept = 1 - drawn(work, funnel.returned);
    const sold = drawn(work, funnel.click) * drawn(work, funnel.conversion) * kept;
    size +=
      plan.products[p]!.share * plan.products[p]!.reach * sold * each[p * plan.weeks + (plan.weeks >> 1)]!;
  }
  return size * drawn(work, plan.at.content.viewsPerVideo) * drawn(work, plan.at.content.videosPerWeek);
};

/** Ranks of a block's inner futures by size on each program, and on all together. */
const ranksOf = (plan: Plan, work: Workspace): readonly Int32Array[] => {
  const { outer } = plan.quick!;
  const inner = plan.blockTrials / outer;
  if (plan.ratesChange) for (const row of work.rateFactor) row.fill(1);
  const sizes = Array.from({ length: programCount + 1 }, () => new Float64Array(inner));
  for (let i = 0; i < inner; i++) {
    work.future = i * outer;
    for (const program of plan.programs) {
      const size = sizeOf(plan, work, program);
      sizes[program]![i] = size;
      sizes[programCount]![i] = sizes[programCount]![i]! + size;
    }
  }
  return sizes.map(row => {
    const ranks = new Int32Array(inner);
    Int32Array.from(row.keys())
      .toSorted((a, b) => row[a]! - row[b]! || a - b)
      .forEach((i, rank) => (ranks[i] = rank));
    return ranks;
  });
};

/** Correlates the quantities of every future; inner ones stand with the first of each inner future until here. */
const correlateQuick = (plan: Plan, correlation: CorrelationPlan, draws: Int32Array): void => {
  const { outer, outerSlots } = plan.quick!;
  const stride = plan.slots.length;
  const uncorrelated = new Int32Array(stride);
  for (let i = 0; i < plan.blockTrials; i++) {
    const first = (i - (i % outer)) * stride;
    if (i % outer > 0)
      for (const slot of correlation.slots)
        if (outerSlots[slot] === -1) draws[i * stride + slot] = uncorrelated[slot]!;
    if (i % outer === 0) for (const slot of correlation.slots) uncorrelated[slot] = draws[first + slot]!;
    correlate(correlation, draws, i * stride);
  }
};

/** Quantities of a block's futures: inner ones in a Latin hypercube of the inner futures, outer ones along their ranks. */
export const drawQuickQuantities = (plan: Plan, work: Workspace, block: number): readonly Int32Array[] => {
  const { slots, blockTrials, correlation } = plan;
  const { outer, outerSlots } = plan.quick!;
  const { quantityDraws: draws, values, state } = work;
  const inner = blockTrials / outer;
  const stride = slots.length;
  const isConstant = (at: number): boolean => slots[at]!.sampler.kind === 'constant';
  const used = [...slots.keys()].filter(at => !isConstant(at) || correlation?.slots.includes(at));
  const innerValues = new Float64Array(inner);
  const place = (at: number): Float64Array => values.subarray(at * blockTrials, (at + 1) * blockTrials);
  const isInner = (at: number): boolean => outerSlots[at] === -1;
  const open = (at: number): void => openStream(state, plan.seed, block, purpose.quickQuantities + at);
  for (const at of used) {
    if (!isInner(at)) continue;
    open(at);
    latinColumn(state, draws, { count: inner, from: at, stride: stride * outer });
    if (isConstant(at)) continue;
    // Ranks are a matter of precision alone: they may come from draws that a correlation still changes.
    drawSlot(slots[at]!, draws, innerValues, { count: inner, from: at, stride: stride * outer });
    const out = place(at);
    for (let i = 0; i < blockTrials; i++) out[i] = innerValues[Math.floor(i / outer)]!;
  }
  const ranks = ranksOf(plan, work);
  for (const at of used) {
    if (isInner(at)) continue;
    open(at);
    outerColumn(state, draws, { ranks: ranks[outerSlots[at]!]!, outer, from: at, stride });
  }
  if (correlation) correlateQuick(plan, correlation, draws);
  for (const at of used)
    if (correlation?.slots.includes(at) || !isInner(at))
      drawSlot(slots[at]!, draws, place(at), { count: blockTrials, from: at, stride });
  return ranks;
};

/** Numbers that decide the events of a block's futures, along the ranks on Amazon: bans of links hit there. `[future][number]` */
export const drawQuickEvents = (
  plan: Plan,
  work: Workspace,
  { block, ranks }: { readonly block: number; readonly ranks: readonly Int32Array[] },
): Float64Array => {
  const width = work.eventUnits.length;
  const draws = new Int32Array(plan.blockTrials * width);
  const { outer } = plan.quick!;
  for (let at = 0; at < width; at++) {
    openStream(work.state, plan.seed, block, purpose.quickEvents + at);
    outerColumn(work.state, draws, { ranks: ranks[amazon]!, outer, from: at, stride: width });
  }
  return Float64Array.from(draws, draw => ((draw >>> 0) + 0.5) * 2 ** -32);
};
