import { correlate, drawSlot } from './draw-quantities.ts';
import { applyAdoption, drawLevel } from './level.ts';
import type { Outcome } from './outcome.ts';
import { programCount, type Plan } from './plan.ts';
import { applyPolicy } from './policy-path.ts';
import { orderFactor, programOutcome } from './program-outcome.ts';
import { quickStrategy } from './quick-strategy.ts';
import { fillDraws, nextUnit, openStream, purpose, type RandomState } from './random-stream.ts';
import { drawSideIncome } from './side-income.ts';
import { normalOf } from './standard-normal.ts';
import { drawLives, drawVideos, drawViews, sumVideos } from './views.ts';
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

/** Quantities of a block's futures: outer slots in one hypercube of all futures, inner ones in one of the inner futures. */
const drawQuickQuantities = (plan: Plan, work: Workspace, block: number): void => {
  const { slots, blockTrials, correlation } = plan;
  const { outer, outerSlots } = plan.quick!;
  const { draws, values, state } = work;
  const inner = blockTrials / outer;
  openStream(state, plan.seed, block, purpose.quantities + purpose.rare);
  const stride = slots.length;
  for (let at = 0; at < stride; at++) {
    const step = outerSlots[at] === 1 ? 1 : outer;
    latinColumn(state, draws, { count: blockTrials / step, from: at, stride: stride * step });
    if (step > 1)
      for (let i = 0; i < inner; i++)
        for (let k = 1; k < outer; k++)
          draws[at + (i * outer + k) * stride] = draws[at + i * outer * stride]!;
  }
  if (correlation) for (let i = 0; i < blockTrials; i++) correlate(correlation, draws, i * stride);
  slots.forEach((slot, at) => {
    const out = values.subarray(at * blockTrials, (at + 1) * blockTrials);
    drawSlot(slot, draws, out, { count: blockTrials, from: at, stride });
  });
};

/** Numbers that decide the events of a block's futures: one hypercube. `[future][number]` */
const drawQuickEvents = (plan: Plan, work: Workspace, block: number): Float64Array => {
  const width = work.eventUnits.length;
  const draws = new Int32Array(plan.blockTrials * width);
  openStream(work.state, plan.seed, block, purpose.events + purpose.rare);
  for (let at = 0; at < width; at++)
    latinColumn(work.state, draws, { count: plan.blockTrials, from: at, stride: width });
  return Float64Array.from(draws, draw => ((draw >>> 0) + 0.5) * 2 ** -32);
};

/** Squared relative deviation of each week's commission from its mean, and a normal score for it, once per inner future. */
const drawNoise = (plan: Plan, work: Workspace, program: number, future: number): void => {
  const { gross, noise, scores, cells, offered } = work.programs[program]!;
  const extra = 1 + drawn(work, plan.at.overDispersion);
  noise.fill(0);
  if (plan.expected) return;
  for (let p = 0; p < cells.length; p++) {
    if (offered[p] === 0) continue;
    const { each, kept, returned } = cells[p]!;
    for (let week = 0; week < noise.length; week++)
      noise[week] = noise[week]! + each[week]! * each[week]! * (kept[week]! + returned[week]!) * extra;
  }
  openStream(work.state, plan.seed, future, purpose.orders + program);
  fillDraws(work.state, work.draws, noise.length);
  for (let week = 0; week < noise.length; week++) {
    const mean = gross[week]!;
    noise[week] = mean > 0 ? noise[week]! / (mean * mean) : 0;
    scores[week] = normalOf(work.draws[week]!);
  }
};

/** Content, products and noise of one inner future, before events and factors on all orders. */
const drawInner = (plan: Plan, work: Workspace, future: number): void => {
  for (let program = 0; program < programCount; program++) work.reach[program]!.set(plan.factors[program]!);
  if (plan.ratesChange) for (const row of work.rateFactor) row.fill(1);
  applyAdoption(plan, work);
  drawLevel(plan, work, future);
  drawVideos(plan, work, future);
  if (plan.at.terms.costs) sumVideos(plan, work);
  drawViews(plan, work, future);
  drawLives(plan, work, future);
  for (const program of plan.programs) {
    programOutcome(plan, work, program, future);
    drawNoise(plan, work, program, future);
  }
  drawSideIncome(plan, work, future);
};

const ones = new Map<number, readonly Float64Array[]>();
const oneRows = (weeks: number): readonly Float64Array[] => {
  let rows = ones.get(weeks);
  if (!rows) {
    rows = Array.from({ length: programCount }, () => new Float64Array(weeks).fill(1));
    ones.set(weeks, rows);
  }
  return rows;
};

/**
 * One block of a quick answer: the same content, commission and cash as a full one, but orders stay expectations with one
 * deviation per program and week in place of counts, quantities and events are drawn in Latin hypercubes, and each inner
 * future is played against several outer ones.
 */
export const quickBlock = (plan: Plan, work: Workspace, out: Outcome, block: number): void => {
  const { outer } = plan.quick!;
  drawQuickQuantities(plan, work, block);
  const units = drawQuickEvents(plan, work, block);
  const width = work.eventUnits.length;
  const first = block * plan.blockTrials;
  for (let i = 0; i < plan.blockTrials; i++) {
    work.future = i;
    if (i % outer === 0) drawInner(plan, work, (first + i) / outer);
    for (let at = 0; at < width; at++) work.eventUnits[at] = units[i * width + at]!;
    applyPolicy(plan, work, oneRows(plan.weeks));
    for (let program = 0; program < programCount; program++) {
      const factor = orderFactor(plan, work, program);
      const reach = work.reach[program]!;
      for (let week = 0; week < plan.weeks; week++) reach[week] = reach[week]! * factor;
    }
    for (let strategy = 0; strategy < plan.strategies.length; strategy++)
      quickStrategy(plan, work, out, { strategy, trial: first + i, block, outer: i % outer });
    for (let event = 0; event < plan.events.length; event++)
      out.eventDay[event * plan.trials + first + i] = work.eventDay[event]!;
  }
};
