import { fastExp } from './fast-exp.ts';
import type { Plan } from './plan.ts';
import { poissonRow } from './poisson.ts';
import { fillDraws, nextUnit, openStream, purpose } from './random-stream.ts';
import { normalOf } from './standard-normal.ts';
import { normalCdf } from './special/normal.ts';
import { valueAt, type Draws, type Workspace } from './workspace.ts';

const weeksPerYear = 365.25 / 7;
/** Standard normal 95 % point: where a fat tail takes over from the lognormal body. */
const tailStart = 1.6448536269514722;
/** A video never gets more than this many times the creator's median. */
export const largestMultiple = 1000;

/** Level of the creator in each week: random walk in log, growth and season; week 0 begins at the level itself. */
export const drawLevel = (plan: Plan, work: Workspace, trial: number, draws: Draws): void => {
  const { common } = plan.at;
  const drift = valueAt(draws, common.levelDrift);
  const growth = Math.log(1 + valueAt(draws, common.growth)) / weeksPerYear;
  const { level, state } = work;
  if (drift > 0) {
    openStream(state, plan.seed, trial, purpose.level);
    fillDraws(state, work.draws, plan.weeks);
  }
  let walk = 0;
  for (let week = 0; week < plan.weeks; week++) {
    if (week > 0 && drift > 0) walk += drift * normalOf(work.draws[week]!);
    level[week] = fastExp(walk + growth * week) * plan.season[week]!;
  }
};

/**
 * Videos of each product in each week. `fixed`: systematic sampling, so that a week has its whole number of videos and each
 * product its share, off by less than one. `poisson`: independent counts. `expected`: the fractions themselves.
 */
export const drawVideos = (plan: Plan, work: Workspace, trial: number, draws: Draws): void => {
  const perWeek = valueAt(draws, plan.at.common.videosPerWeek);
  const { products, weeks } = plan;
  const { videos, state } = work;
  const poisson = plan.scenario.content.videoCount === 'poisson';
  if (plan.expected || poisson) {
    products.forEach((product, p) =>
      (poisson && !plan.expected ? work.means : videos).fill(
        perWeek * product.share,
        p * weeks,
        (p + 1) * weeks,
      ),
    );
    if (plan.expected) return;
    openStream(state, plan.seed, trial, purpose.videoPlan);
    fillDraws(state, work.draws, 2 * weeks * products.length);
    openStream(work.rare, plan.seed, trial, purpose.videoPlan + 16);
    poissonRow(work.means, videos, { draws: work.draws, count: weeks * products.length, rare: work.rare });
    return;
  }
  openStream(state, plan.seed, trial, purpose.videoPlan);
  for (let week = 0; week < weeks; week++) {
    const start = nextUnit(state);
    let quota = 0;
    let before = 0;
    for (let p = 0; p < products.length; p++) {
      quota += perWeek * products[p]!.share;
      const reached = Math.floor(quota + start);
      videos[p * weeks + week] = reached - before;
      before = reached;
    }
  }
};

/** Natural log of a video's views over the creator's median, from a standard normal value. */
export const logMultiple = (z: number, sd: number, tail: number): number => {
  if (!(tail > 0) || z <= tailStart) return sd * z;
  const exceed = (1 - normalCdf(z)) / 0.05;
  return Math.min(Math.log(largestMultiple), sd * tailStart - Math.log(Math.max(exceed, 1e-300)) / tail);
};

interface ViewLaw {
  readonly sd: number;
  readonly tail: number;
  readonly correlation: number;
}

/** Adds the views of each video to its product and week; the chain of correlated videos runs in order of posting. */
export const drawViews = (plan: Plan, work: Workspace, trial: number, draws: Draws): void => {
  const { common } = plan.at;
  const law: ViewLaw = {
    sd: valueAt(draws, common.viewsLogSd),
    tail: common.viewsTail === null ? 0 : valueAt(draws, common.viewsTail),
    correlation: valueAt(draws, common.viewsCorrelation),
  };
  const median = valueAt(draws, common.viewsPerVideo);
  const { weeks, products } = plan;
  openStream(work.state, plan.seed, trial, purpose.views);
  if (law.sd === 0) {
    for (let p = 0; p < products.length; p++)
      for (let week = 0; week < weeks; week++) {
        const i = p * weeks + week;
        work.views[i] = work.videos[i]! * median * products[p]!.reach * work.level[week]!;
      }
    return;
  }
  viewChain(plan, work, law, median);
};

const viewChain = (plan: Plan, work: Workspace, law: ViewLaw, median: number): void => {
  const { weeks, products } = plan;
  const { videos, views, draws, state } = work;
  const { sd, tail, correlation } = law;
  const fresh = Math.sqrt(1 - correlation * correlation);
  const buffered = 256;
  let used = buffered;
  let z = 0;
  let first = true;
  for (let week = 0; week < weeks; week++) {
    const level = median * work.level[week]!;
    for (let p = 0; p < products.length; p++) {
      const i = p * weeks + week;
      const count = videos[i]!;
      let sum = 0;
      for (let k = 0; k < count; k++) {
        if (used === buffered) {
          fillDraws(state, draws, buffered);
          used = 0;
        }
        const fresher = normalOf(draws[used++]!);
        z = first ? fresher : correlation * z + fresh * fresher;
        first = false;
        const multiple = fastExp(tail > 0 ? logMultiple(z, sd, tail) : sd * z);
        sum += count - k < 1 ? (count - k) * multiple : multiple;
      }
      views[i] = sum * level * products[p]!.reach;
    }
  }
};
