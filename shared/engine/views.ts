import { mostWeeks } from './calendar.ts';
import { countTable } from './count-table.ts';
import { countRow } from './count-sampler.ts';
import { expRow, fastExp } from './fast-exp.ts';
import type { Plan } from './plan.ts';
import { evenBits, evenTail, tableValue, type EvenTable } from './quantile-table.ts';
import { fillDraws, nextUnit, openStream, purpose, type RandomState } from './random-stream.ts';
import { normalOf, normalRow } from './standard-normal.ts';
import { logMultiple, tailStart } from './view-law.ts';
import { drawn, drawnOr, type Workspace } from './workspace.ts';

const poisson = countTable(0);

// Constants of this module, so that the compiler embeds them in `drawMultiples`.
const rowDraws = new Int32Array(mostWeeks);
const multiples = new Float64Array(mostWeeks);
const scores = new Float64Array(mostWeeks);
const rowLength = mostWeeks;
const farthest = tailStart;
const cubics = new Float64Array(4 << evenBits);
let held: EvenTable | null = null;
const tailWeeks = new Int32Array(mostWeeks + 1);
const evenCells = 1 << evenBits;
const tailCells = evenTail;
const cellShift = 32 - evenBits;
const withinMask = 2 ** cellShift - 1;
const withinScale = 2 ** -cellShift;

/** Fills rows of one week each with Poisson counts of one mean. */
const poissonCounts = (work: Workspace, mean: number, rows: Float64Array): void => {
  const weeks = work.means.length;
  rows.fill(mean);
  for (let at = 0; at < rows.length; at += weeks) countRow(poisson, rows.subarray(at, at + weeks), work);
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
  openStream(state, plan.seed, trial, purpose.videoPlan);
  openStream(work.rare, plan.seed, trial, purpose.videoPlan + purpose.rare);
  if (random) {
    for (let p = 0; p < products.length; p++)
      poissonCounts(work, perWeek * products[p]!.share, videos.subarray(p * weeks, (p + 1) * weeks));
    return;
  }
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

interface ViewLaw {
  readonly sd: number;
  readonly tail: number;
  readonly correlation: number;
}

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
  openStream(work.state, plan.seed, trial, purpose.views);
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
  const { views, level, state } = work;
  if (table !== held) {
    held = table;
    cubics.set(table.cubics);
  }
  for (let p = 0; p < products.length; p++) {
    const count = plan.wholeVideos![p]!;
    const scale = median * products[p]!.reach;
    const row = p * weeks;
    if (count === 0) views.fill(0, row, row + weeks);
    for (let k = 0; k < count; k++) {
      fillDraws(state, rowDraws, weeks);
      if (plan.quick) stratify(plan, work, row, k);
      drawMultiples(weeks);
      for (let week = 0; week < weeks; week++) {
        const posted = scale * level[week]! * multiples[week]!;
        views[row + week] = k === 0 ? posted : views[row + week]! + posted;
      }
    }
  }
};

/**
 * A quick answer's views: the draw's leading bits become the future's stratum, by a permutation of its own for each product,
 * week and video. Each one's views then form a Latin hypercube over the block's inner futures.
 */
const stratify = (plan: Plan, work: Workspace, row: number, video: number): void => {
  const inner = plan.blockTrials / plan.quick!.outer;
  const bits = 31 - Math.clz32(inner);
  const i = work.future / plan.quick!.outer;
  const mask = inner - 1;
  const half = bits >> 1;
  for (let week = 0; week < plan.weeks; week++) {
    const key = (work.keys[row + week]! + Math.imul(video, 0x9e3779b9)) | 0;
    let x = (i ^ key) & mask;
    x = Math.imul(x, (key >>> 8) | 1) & mask;
    x ^= x >>> half;
    x = Math.imul(x, (key >>> 16) | 1) & mask;
    rowDraws[week] = (x << (32 - bits)) | (rowDraws[week]! >>> bits);
  }
};

/** One video's multiple in each week, by the table held. No call may stand inside the first loop: see `sell-row.ts`. */
const drawMultiples = (weeks: number): void => {
  let tail = 0;
  for (let week = 0; week < weeks; week++) {
    const x = rowDraws[week]!;
    const cell = x >>> cellShift;
    const at = cell << 2;
    const t = (x & withinMask) * withinScale;
    multiples[week] = ((cubics[at + 3]! * t + cubics[at + 2]!) * t + cubics[at + 1]!) * t + cubics[at]!;
    tailWeeks[tail] = week;
    tail = (tail + ((((cell + tailCells) & (evenCells - 1)) - 2 * tailCells) >>> 31)) | 0;
  }
  for (let i = 0; i < tail; i++) {
    const week = tailWeeks[i]!;
    multiples[week] = tableValue(held!.tails, rowDraws[week]!);
  }
};

/** Correlated or fat-tailed views: one chain in order of posting (weeks, in them products). */
const chainedViews = (plan: Plan, work: Workspace, law: ViewLaw, median: number): void => {
  const { weeks, products } = plan;
  const { videos, views, level, state } = work;
  chain.z = 0;
  chain.started = false;
  let used: number = mostWeeks;
  for (let week = 0; week < weeks; week++) {
    const scale = median * level[week]!;
    for (let p = 0; p < products.length; p++) {
      const count = videos[p * weeks + week]!;
      let sum = 0;
      for (let k = 0; k < count; k++) {
        if (used === mostWeeks) {
          nextMultiples(state, law);
          used = 0;
        }
        const multiple = multiples[used++]!;
        sum += count - k < 1 ? (count - k) * multiple : multiple;
      }
      views[p * weeks + week] = sum * scale * products[p]!.reach;
    }
  }
};

const chain = { z: 0, started: false };

/** The next `mostWeeks` multiples of the chain. No call may stand inside a loop here: see `sell-row.ts`. */
const nextMultiples = (state: RandomState, { sd, tail, correlation }: ViewLaw): void => {
  fillDraws(state, rowDraws, mostWeeks);
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
    multiples[i] = sd * z;
    tailWeeks[far] = i;
    far = (far + (z > farthest ? 1 : 0)) | 0;
  }
  chain.z = z;
  if (tail > 0)
    for (let i = 0; i < far; i++) {
      const at = tailWeeks[i]!;
      multiples[at] = logMultiple(scores[at]!, sd, tail);
    }
  expRow(multiples, rowLength);
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
  let all = 0;
  for (let i = 0; i < length; i++) all += views[i]!;
  work.allViews = all;
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
      fillDraws(state, work.draws, 1);
      sum += Math.min(1, count - k) * fastExp(sd * normalOf(work.draws[0]!));
    }
    liveViewers[week] = sum * median * work.level[week]!;
  }
};
