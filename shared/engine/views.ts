import { countRow } from './count-sampler.ts';
import { fastExp } from './fast-exp.ts';
import { kernel, kernelDoubles } from './kernel.ts';
import type { Plan } from './plan.ts';
import type { EvenTable } from './quantile-table.ts';
import { nextUnit, openRows, openStream, purpose } from './random-stream.ts';
import { drawMultiples, holdTable, postChain, type ViewLaw } from './view-multiples.ts';
import { drawn, drawnOr, type Workspace } from './workspace.ts';

const { addRows, fillRare, fillTo, postRow, spreadRows, sumRow } = kernel;
const arrival = kernelDoubles(kernel.arrival, 7);

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
  const { products, weeks, expected } = plan;
  // Certain whole numbers stand there from the start.
  if (plan.wholeVideos) return;
  const { videos, state } = work;
  const perWeek = drawn(work, plan.at.content.videosPerWeek);
  if (expected) {
    for (let p = 0; p < products.length; p++)
      videos.fill(perWeek * products[p]!.share, p * weeks, (p + 1) * weeks);
    return;
  }
  if (plan.scenario.content.videoCount === 'poisson') {
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

/** Adds up rows by week. */
const sumByWeek = (plan: Plan, rows: Float64Array, to: Float64Array): void =>
  addRows(rows.byteOffset, to.byteOffset, plan.weeks, plan.products.length);

/** Adds up the videos of each week. */
export const sumVideos = (plan: Plan, work: Workspace): void => {
  if (!plan.wholeVideos) sumByWeek(plan, work.videos, work.videosByWeek);
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

/** Correlated or fat-tailed views. */
const chainedViews = (plan: Plan, work: Workspace, law: ViewLaw, median: number): void => {
  const { weeks } = plan;
  const { videos, views, level, means, audience } = work;
  for (let week = 0; week < weeks; week++) means[week] = median * level[week]!;
  const about = weeks * drawn(work, plan.at.content.videosPerWeek);
  const posts = { counts: videos, to: views, weekScales: means, productScales: audience, weeks, about };
  postChain(law, posts, fillTo);
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
  arrival[0] = share * fast.now + (1 - share) * slow.now;
  arrival[1] = fast.next;
  arrival[2] = slow.next;
  arrival[3] = fast.keep;
  arrival[4] = slow.keep;
  arrival[5] = share;
  arrival[6] = 1 - share;
  spreadRows(work.views.byteOffset, plan.weeks, plan.products.length);
};

const sumViews = (plan: Plan, work: Workspace): void => {
  const { viewsByWeek, views } = work;
  work.allViews = sumRow(views.byteOffset, views.length);
  if (plan.channels) sumByWeek(plan, views, viewsByWeek);
};

/** LIVEs of each week, counted as videos are. */
const drawLiveCounts = (plan: Plan, work: Workspace, trial: number): void => {
  const { counts, state } = work;
  const perWeek = drawn(work, plan.at.content.lives!.perWeek);
  const isPoisson = plan.scenario.content.lives!.count === 'poisson';
  if (plan.expected || (Number.isInteger(perWeek) && !isPoisson)) {
    counts.fill(perWeek);
    return;
  }
  if (isPoisson) {
    openRows(plan.seed, trial, purpose.livePlan);
    openStream(work.rare, plan.seed, trial, purpose.livePlan + purpose.rare);
    poissonCounts(work, perWeek, counts);
    return;
  }
  openStream(state, plan.seed, trial, purpose.livePlan);
  for (let week = 0; week < plan.weeks; week++) counts[week] = Math.floor(perWeek + nextUnit(state));
};

/** Viewers of each week's LIVEs: lognormal audiences around the creator's level. */
export const drawLives = (plan: Plan, work: Workspace, trial: number): void => {
  const slots = plan.at.content.lives;
  if (!slots) return;
  const { weeks } = plan;
  const { liveViewers, counts, level, means } = work;
  drawLiveCounts(plan, work, trial);
  const median = drawn(work, slots.viewers);
  const law: ViewLaw = { sd: drawn(work, slots.logSd), tail: 0, correlation: 0 };
  openStream(work.rare, plan.seed, trial, purpose.liveViewers);
  means.fill(1);
  const about = weeks * drawn(work, slots.perWeek);
  const posts = { counts, to: liveViewers, weekScales: means, productScales: means, weeks, about };
  postChain(law, posts, fillRare);
  for (let week = 0; week < weeks; week++) liveViewers[week] = liveViewers[week]! * median * level[week]!;
};
