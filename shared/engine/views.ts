import { mostWeeks } from './calendar.ts';
import { countRow } from './count-sampler.ts';
import { fastExp } from './fast-exp.ts';
import { kernel } from './kernel.ts';
import type { Plan } from './plan.ts';
import type { EvenTable } from './quantile-table.ts';
import { nextDraw, nextUnit, openRows, openStream, purpose } from './random-stream.ts';
import { normalOf } from './standard-normal.ts';
import {
  beginChain,
  drawMultiples,
  holdTable,
  multiples,
  nextMultiples,
  type ViewLaw,
} from './view-multiples.ts';
import { drawn, drawnOr, type Workspace } from './workspace.ts';

const { postRow } = kernel;

/** Fills rows of one week each with Poisson counts of one mean. */
const poissonCounts = (work: Workspace, mean: number, rows: Float64Array): void => {
  const weeks = work.means.length;
  rows.fill(mean);
  for (let at = 0; at < rows.length; at += weeks) countRow(rows.subarray(at, at + weeks));
};

/**
 * Videos of each product in each week. `fixed`: systematic sampling with one uniform start a week, so that a week has its
 * whole number of videos and each product its share, off by less than one. `poisson`: independent counts. With expected
 * counts: the fractions themselves.
 */
export const drawVideos = (plan: Plan, work: Workspace, trial: number): void => {
  const { products, weeks, wholeVideos, expected } = plan;
  const { videos, state } = work;
  const random = plan.scenario.content.videoCount === 'poisson' && !expected;
  const perWeek = drawn(work, plan.at.content.videosPerWeek);
  if (!random && (wholeVideos || expected)) {
    for (let p = 0; p < products.length; p++)
      videos.fill(wholeVideos ? wholeVideos[p]! : perWeek * products[p]!.share, p * weeks, (p + 1) * weeks);
    return;
  }
  if (random) {
    openRows(plan.seed, trial, purpose.videoPlan);
    openStream(work.rare, plan.seed, trial, purpose.videoPlan + purpose.rare);
    for (let p = 0; p < products.length; p++)
      poissonCounts(work, perWeek * products[p]!.share, videos.subarray(p * weeks, (p + 1) * weeks));
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

/** Adds up the videos of each week. */
export const sumVideos = (plan: Plan, work: Workspace): void => {
  const { videos, videosByWeek } = work;
  videosByWeek.fill(0);
  for (let p = 0; p < plan.products.length; p++)
    for (let week = 0; week < plan.weeks; week++)
      videosByWeek[week] = videosByWeek[week]! + videos[p * plan.weeks + week]!;
};

/** Views that each week's videos will get, by product and week of posting; then as they arrive. */
export const drawViews = (plan: Plan, work: Workspace, trial: number): void => {
  const { content } = plan.at;
  const median = drawn(work, content.viewsPerVideo);
  const law: ViewLaw = {
    sd: drawn(work, content.viewsLogSd),
    tail: drawnOr(work, content.viewsTail, 0),
    correlation: drawn(work, content.viewsCorrelation),
  };
  openRows(plan.seed, trial, purpose.views);
  if (law.sd === 0) evenViews(plan, work, median);
  else if (plan.multiples && plan.wholeVideos) plainViews(plan, work, plan.multiples, median);
  else chainedViews(plan, work, law, median);
  if (content.arrival) spreadArrival(plan, work);
  sumViews(plan, work);
};

const evenViews = (plan: Plan, work: Workspace, median: number): void => {
  const { weeks } = plan;
  plan.products.forEach((product, p) => {
    for (let week = 0; week < weeks; week++)
      work.views[p * weeks + week] =
        work.videos[p * weeks + week]! * median * product.reach * work.level[week]!;
  });
};

/** Independent views of a certain law, a whole number of videos each week: product by product. */
const plainViews = (plan: Plan, work: Workspace, table: EvenTable, median: number): void => {
  const { weeks, products } = plan;
  const { views, level } = work;
  holdTable(table);
  for (let p = 0; p < products.length; p++) {
    const count = plan.wholeVideos![p]!;
    const scale = median * products[p]!.reach;
    const row = p * weeks;
    if (count === 0) views.fill(0, row, row + weeks);
    for (let k = 0; k < count; k++) {
      drawMultiples(plan, work, row, k);
      postRow(views.byteOffset + 8 * row, level.byteOffset, weeks, scale, k > 0);
    }
  }
};

/** Correlated or fat-tailed views: one chain in order of posting (weeks, in them products). */
const chainedViews = (plan: Plan, work: Workspace, law: ViewLaw, median: number): void => {
  const { weeks, products } = plan;
  const { videos, views, level } = work;
  beginChain();
  let used: number = mostWeeks;
  for (let week = 0; week < weeks; week++) {
    const scale = median * level[week]!;
    for (let p = 0; p < products.length; p++) {
      const count = videos[p * weeks + week]!;
      let sum = 0;
      for (let k = 0; k < count; k++) {
        if (used === mostWeeks) {
          nextMultiples(law);
          used = 0;
        }
        const multiple = multiples[used++]!;
        sum += count - k < 1 ? (count - k) * multiple : multiple;
      }
      views[p * weeks + week] = sum * scale * products[p]!.reach;
    }
  }
};

/** Share of a part with the given mean life that arrives in the week of posting, and what a later week brings of the week before. */
const decay = (days: number): { readonly now: number; readonly next: number; readonly keep: number } => {
  const lost = 1 - fastExp(-7 / days);
  const spread = (days / 7) * lost;
  return { now: 1 - spread, next: spread * lost, keep: 1 - lost };
};

/**
 * Spreads each week's posted views over the weeks they arrive in: two exponential parts, videos posted evenly over the week.
 * Weeks before the scenario's start bring nothing.
 */
const spreadArrival = (plan: Plan, work: Workspace): void => {
  const slots = plan.at.content.arrival!;
  const fast = decay(drawn(work, slots.fastDays));
  const slow = decay(drawn(work, slots.slowDays));
  const share = drawn(work, slots.fastShare);
  const { weeks } = plan;
  for (let p = 0; p < plan.products.length; p++) {
    let fastStock = 0;
    let slowStock = 0;
    for (let i = p * weeks; i < (p + 1) * weeks; i++) {
      const posted = work.views[i]!;
      work.views[i] =
        posted * (share * fast.now + (1 - share) * slow.now) + fast.next * fastStock + slow.next * slowStock;
      fastStock = fast.keep * fastStock + share * posted;
      slowStock = slow.keep * slowStock + (1 - share) * posted;
    }
  }
};

const sumViews = (plan: Plan, work: Workspace): void => {
  const { viewsByWeek, views } = work;
  const { length } = views;
  // Two sums side by side: one alone would wait for each addition.
  let even = 0;
  let odd = 0;
  for (let i = 1; i < length; i += 2) {
    even += views[i - 1]!;
    odd += views[i]!;
  }
  work.allViews = even + odd + (length % 2 === 1 ? views[length - 1]! : 0);
  if (!plan.channels) return;
  viewsByWeek.fill(0);
  for (let p = 0; p < plan.products.length; p++)
    for (let week = 0; week < plan.weeks; week++)
      viewsByWeek[week] = viewsByWeek[week]! + views[p * plan.weeks + week]!;
};

/** Viewers of each week's LIVEs: counts as for videos, lognormal audiences around the creator's level. */
export const drawLives = (plan: Plan, work: Workspace, trial: number): void => {
  const slots = plan.at.content.lives;
  if (!slots) return;
  const { liveViewers, counts, state, weeks } = { ...work, weeks: plan.weeks };
  const perWeek = drawn(work, slots.perWeek);
  openRows(plan.seed, trial, purpose.livePlan);
  openStream(state, plan.seed, trial, purpose.livePlan);
  openStream(work.rare, plan.seed, trial, purpose.livePlan + purpose.rare);
  if (plan.expected) counts.fill(perWeek);
  else if (plan.scenario.content.lives!.count === 'poisson') poissonCounts(work, perWeek, counts);
  else for (let week = 0; week < weeks; week++) counts[week] = Math.floor(perWeek + nextUnit(state));
  const median = drawn(work, slots.viewers);
  const sd = drawn(work, slots.logSd);
  openStream(state, plan.seed, trial, purpose.liveViewers);
  for (let week = 0; week < weeks; week++) {
    const count = counts[week]!;
    let sum = 0;
    for (let k = 0; k < count; k++) {
      sum += Math.min(1, count - k) * fastExp(sd * normalOf(nextDraw(state)));
    }
    liveViewers[week] = sum * median * work.level[week]!;
  }
};
