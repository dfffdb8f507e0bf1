import type { Quantity } from '../domain/quantity.ts';
import type { Reference } from '../domain/reference.ts';
import type { ContentPlan, Scenario } from '../domain/scenario.ts';
import { aroundMean, guess, quantity, withinFactors, type Evidence } from './evidence.ts';
import { mean, meanLevel, meanOf, meanOverMedian } from './expected-views.ts';
import type { History, ProgramHistory } from './history.ts';
import type { ObservedClicks } from './observed-clicks.ts';
import { pastPlan, type PastPlan } from './past-plan.ts';
import { seasonWeeks } from './season-of.ts';
import { dispersion, recentLevel, squaredDrift, weeklySeries, type WeeklySeries } from './weekly-level.ts';

export interface LearnedContent {
  readonly past: PastPlan;
  readonly plan: Pick<ContentPlan, 'videosPerWeek' | 'viewsPerVideo' | 'levelDrift'>;
  readonly overDispersion: Quantity;
  /** Variance of weekly orders over their mean, less 1: over-dispersion and what single videos' views bring. */
  readonly excess: number;
  readonly clickRate: { readonly amazon: Quantity; readonly tiktokShop: Quantity };
  /** Mean views a week at season 1, over the horizon. */
  readonly viewsPerWeek: number;
  /** Level of the last 13 weeks relative to the window's; 1 = the same. */
  readonly recent: number;
}

interface Programs<Value> {
  readonly amazon: Value;
  readonly tiktokShop: Value;
}

/**
 * A click rate as observed, else of the prior's mean, with no more range than a year can move it: its level cancels against conversion.
 */
const clickRate = (prior: Quantity, { priors }: Reference, observed: ObservedClicks | null): Quantity => {
  const drift = priors.futureDrift.value;
  const spread = drift.kind === 'interval' ? Math.log(drift.high / drift.low) / (2 * 1.2816) : 0.1;
  if (observed) return quantity(aroundMean(observed.rate, spread), observed.provenance);
  return quantity(
    aroundMean(mean(prior.value), spread),
    guess(
      'Clicks are not in these reports. The level is a published typical one and cancels against conversion, which is set from your orders; the range is how far next year may differ',
    ),
  );
};

const ordersIn = (series: readonly WeeklySeries[]): number =>
  series.reduce((sum, { orders }) => sum + orders.reduce((total, count) => total + count, 0), 0);

const weight = 8;

/** Drift of the level: the rows' own estimate, held by the prior as if it were eight differences. */
const learnedDrift = (series: readonly WeeklySeries[], prior: Quantity, evidence: Evidence): Quantity => {
  const found = series.map(each => squaredDrift(each, dispersion(each) ?? 3)).filter(each => each !== null);
  const blocks = found.reduce((sum, { blocks: count }) => sum + count, 0);
  if (blocks === 0) return prior;
  const own = found.reduce((sum, { square, blocks: count }) => sum + square * count, 0);
  const drift = Math.min(
    0.2,
    Math.max(0.02, Math.sqrt((own + weight * mean(prior.value) ** 2) / (blocks + weight))),
  );
  const rows = ordersIn(series);
  return quantity(
    withinFactors(drift, { low: 0.6, high: 1.6, top: 1 }),
    evidence(
      rows,
      'How far four-week totals wander apart beyond chance and season, held by the measured prior',
    ),
  );
};

interface Scatter {
  readonly series: WeeklySeries;
  /** What videos and their views bring to the variance of weekly orders over their mean. */
  readonly fromViews: number;
}

/**
 * Of orders that come with a Poisson number of videos, `videos` a week on average: orders of a video × mean square of its views over
 * their squared mean. That of a lognormal body: whether a year has a video of the far tail is chance, and what it brings then
 * stays over-dispersion.
 */
const viewsScatter = (series: WeeklySeries, videos: number, { viewsLogSd }: ContentPlan): number => {
  const perWeek = ordersIn([series]) / Math.max(1, series.orders.length);
  return (perWeek / videos) * meanOf(viewsLogSd.value, sd => Math.exp(sd * sd));
};

/** Least over-dispersion that is believed. */
const leastExcess = 0.1;

/** Extra scatter of weekly orders beyond Poisson: in all, and beyond what single videos' views already bring. */
const learnedExcess = (
  scatters: readonly Scatter[],
  prior: Quantity,
  evidence: Evidence,
): Pick<LearnedContent, 'excess' | 'overDispersion'> => {
  const found = scatters
    .map(({ series, fromViews }) => ({ ratio: dispersion(series), fromViews, weeks: series.orders.length }))
    .filter((each): each is { ratio: number; fromViews: number; weeks: number } => each.ratio !== null);
  const weeks = found.reduce((sum, each) => sum + each.weeks, 0);
  if (weeks === 0) return { excess: mean(prior.value), overDispersion: prior };
  const ratio = found.reduce((sum, each) => sum + each.ratio * each.weeks, 0) / weeks;
  const fromViews = found.reduce((sum, each) => sum + each.fromViews * each.weeks, 0) / weeks;
  const rows = ordersIn(scatters.map(({ series }) => series));
  const left = ratio - 1 - fromViews;
  const value = withinFactors(Math.max(leastExcess, left), { low: 0.5, high: 2, top: 1000 });
  const rest = left > leastExcess ? 'this is the rest' : 'so next to nothing is added';
  const note = `Variance of weekly orders over their mean is ${ratio.toFixed(1)} in your rows: one is Poisson's, and a Poisson number of videos with the typical scatter of their views brings ${fromViews.toFixed(1)} by itself; ${rest}`;
  return {
    excess: Math.max(leastExcess, ratio - 1),
    overDispersion: quantity(value, evidence(rows, note)),
  };
};

/**
 * Spread of the level at the start: sampling error, and that the true level may be anywhere between the year's and the last quarter's
 * (a uniform law's distance from its end: gap / √3).
 */
const levelSpread = (
  series: readonly WeeklySeries[],
  excess: number,
  orders: number,
): { spread: number; recent: number } => {
  const recent = recentLevel(series);
  const sampling = (1 + excess) / Math.max(1, orders);
  return { spread: Math.min(0.4, Math.max(0.04, Math.sqrt(sampling + Math.log(recent) ** 2 / 3))), recent };
};

/** How the last 13 weeks sold against the whole window. */
export const recentWords = (recent: number): string => {
  const percent = Math.round((recent - 1) * 100);
  if (percent === 0) return 'sold as much as the whole year';
  return `sold ${Math.abs(percent)} % ${percent > 0 ? 'more' : 'less'} than the whole year`;
};

/** What the window leaves out because of its dates; empty when nothing is. */
export const strayWords = ({ rows, last }: History['stray']): string =>
  rows === 0
    ? ''
    : `${rows} ${rows === 1 ? 'row is' : 'rows are'} left out: dated after today or long after all others (up to ${last})`;

/** Factor on the prior's views that keeps conversions believable: within 1.4 times the published ones on (geometric) average. */
const viewsFactor = (ratios: readonly number[]): number => {
  const average = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
  return Math.max(average / Math.min(1.4, Math.max(1 / 1.4, average)), Math.max(...ratios) / 5);
};

/** What the reports tell of videos, level and scatter; views and clicks only as a scale on which conversion is set. */
export const learnedContent = (
  history: History,
  frame: Scenario,
  given: { reference: Reference; evidence: Evidence; tiktokClicks: ObservedClicks | null },
): LearnedContent => {
  const { reference, evidence, tiktokClicks } = given;
  const { priors } = reference;
  const season = frame.content.season.factors;
  const both: Programs<ProgramHistory | null> = history;
  const programs = (['amazon', 'tiktokShop'] as const).filter(program => both[program] !== null);
  const known = programs.map(program => both[program]!);
  const series = known.map(each => weeklySeries(each, season));
  const orders = known.reduce((sum, each) => sum + each.orders, 0);
  const past = pastPlan(history, reference, evidence);
  const levelDrift = learnedDrift(series, priors.levelDrift, evidence);
  const { tiktokShopShare } = past;
  const videoShareOf = (program: 'amazon' | 'tiktokShop'): number =>
    program === 'amazon' ? 1 - tiktokShopShare : tiktokShopShare;
  const scatters = programs.map(
    (program, i): Scatter => ({
      series: series[i]!,
      fromViews: viewsScatter(
        series[i]!,
        mean(past.videosPerWeek.value) * videoShareOf(program),
        frame.content,
      ),
    }),
  );
  const { excess, overDispersion } = learnedExcess(scatters, priors.overDispersion, evidence);
  const { spread, recent } = levelSpread(series, excess, orders);
  const rates = {
    amazon: clickRate(priors.amazonClickRate, reference, null),
    tiktokShop: clickRate(priors.tiktokClickRate, reference, tiktokClicks),
  };

  const { viewsLogSd, viewsTail, growthPerYear, marketFactor } = frame.content;
  const perMedian =
    meanOf(viewsLogSd.value, sd =>
      viewsTail ? meanOf(viewsTail.value, tail => meanOverMedian(sd, tail)) : meanOverMedian(sd, null),
    ) *
    meanLevel(levelDrift.value, growthPerYear.value, frame.weeks) *
    mean(marketFactor.value) *
    mean(past.videosPerWeek.value);
  const typical = Math.exp(meanOf(priors.viewsPerVideo.value, Math.log));
  const conversionRatio = (program: 'amazon' | 'tiktokShop'): number | null => {
    const each = both[program];
    if (!each) return null;
    const clicks = typical * perMedian * videoShareOf(program) * mean(rates[program].value);
    const weekly = each.orders / seasonWeeks(season, each.from, each.to);
    const published = program === 'amazon' ? priors.amazonConversion : priors.tiktokConversion;
    return weekly / clicks / mean(published.value);
  };
  const ratios = [conversionRatio('amazon'), conversionRatio('tiktokShop')].filter(ratio => ratio !== null);
  const views = typical * viewsFactor(ratios);
  const stray = strayWords(history.stray);
  return {
    past,
    excess,
    overDispersion,
    clickRate: rates,
    viewsPerWeek: views * perMedian,
    recent,
    plan: {
      videosPerWeek: past.videosPerWeek,
      levelDrift,
      viewsPerVideo: quantity(
        aroundMean(views, spread),
        guess(
          `Views are not in these reports: the level is only a scale on which conversion is set, so that your orders come out; change it only if you expect more or fewer views than last year. The range is how sure the level of your orders is; the last 13 weeks ${recentWords(recent)}${stray === '' ? '' : `. ${stray}`}`,
        ),
      ),
    },
  };
};
