import { expectProgram } from './expect-row.ts';
import { applyAdoption, drawLevel } from './level.ts';
import type { Outcome } from './outcome.ts';
import { expectOwnProducts } from './own-products.ts';
import { programCount, type Plan } from './plan.ts';
import { applyPolicy } from './policy-path.ts';
import { drawQuickEvents, drawQuickQuantities } from './quick-draws.ts';
import { givesFigures, quickStrategy, scaleWholeWeeks, wholePrograms } from './quick-strategy.ts';
import { fillRow, openRows, purpose } from './random-stream.ts';
import { drawSideIncome } from './side-income.ts';
import { normalRow } from './standard-normal.ts';
import { flushTiles } from './strategy-outcome.ts';
import { drawLives, drawVideos, drawViews, sumVideos } from './views.ts';
import type { Workspace } from './workspace.ts';

/** A third of a normal score for each week's commission. */
const drawNoise = (plan: Plan, work: Workspace, program: number, future: number): void => {
  const { scores } = work.programs[program]!;
  const { draws } = work;
  const { weeks } = plan;
  openRows(plan.seed, future, purpose.orders + program);
  fillRow(draws, weeks);
  normalRow(draws, scores, weeks, 1 / 3);
};

/** Whether orders by product and week are needed in an inner future: for some strategies always, for figures now and then. */
const keepsOrders = (plan: Plan, future: number): boolean =>
  plan.strategies.some(each => each.productProgram) || givesFigures(future * plan.quick!.outer);

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
    expectProgram(plan, work, program, keepsOrders(plan, future));
    drawNoise(plan, work, program, future);
  }
  expectOwnProducts(plan, work);
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
  openRows(plan.seed, block, purpose.views + purpose.rare);
  fillRow(work.keys, work.keys.length);
  const ranks = drawQuickQuantities(plan, work, block);
  const units = drawQuickEvents(plan, work, { block, ranks });
  const width = work.eventUnits.length;
  const whole = wholePrograms(plan);
  const first = block * plan.blockTrials;
  for (let i = 0; i < plan.blockTrials; i++) {
    work.future = i;
    if (i % outer === 0) drawInner(plan, work, (first + i) / outer);
    for (let at = 0; at < width; at++) work.eventUnits[at] = units[i * width + at]!;
    applyPolicy(plan, work, oneRows(plan.weeks));
    scaleWholeWeeks(plan, work, whole);
    const trial = first + i;
    const kept = Math.floor(trial / outer);
    for (let strategy = 0; strategy < plan.strategies.length; strategy++)
      quickStrategy(plan, work, out, { strategy, trial, kept, block });
    if (i % outer === 0) flushTiles(plan, work, out, { kept, ends: i + outer >= plan.blockTrials });
    for (let event = 0; event < plan.events.length; event++)
      out.eventDay[event * plan.trials + trial] = work.eventDay[event]!;
  }
};
