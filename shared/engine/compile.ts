import { daysBetween } from '../domain/day.ts';
import { minorPerMajor } from '../domain/money.ts';
import type { Scenario } from '../domain/scenario.ts';
import { bookingLag, calendarOf, monthSplit } from './calendar.ts';
import { compilePolicy } from './compile-policy.ts';
import { compileStrategy, tabledShares, usedPrograms } from './compile-strategy.ts';
import { correlationPlan, type CorrelationPlan } from './correlation.ts';
import { orderFactors, seasonOf } from './order-factors.ts';
import { amazon, programCount, tiktokShop, type Plan, type ProductPlan, type QuickPlan } from './plan.ts';
import { haloRates, rateWeeks, shippingLag, weeklyRates, type Rates } from './rates.ts';
import { shopRateWeeks } from './shop-rate-weeks.ts';
import { scenarioSlots, type ScenarioSlots } from './scenario-slots.ts';
import type { EvenTable } from './quantile-table.ts';
import { slotList, type Slot } from './slots.ts';
import { multipleTable } from './view-law.ts';

export type { Rates } from './rates.ts';

const productPlans = (scenario: Scenario, rates: Rates): ProductPlan[] => {
  const total = scenario.products.reduce((sum, product) => sum + product.videoShare, 0);
  const weeks = rateWeeks(scenario, rates);
  return scenario.products.map(product => ({
    id: product.id,
    name: product.name,
    share: product.videoShare / total,
    reach: product.reach,
    cardRates: weeklyRates(scenario, product, weeks),
    haloRates: haloRates(scenario, product, weeks),
    shopRates: shopRateWeeks(scenario, product),
  }));
};

/** Futures per block: so few that what a block draws stays in the processor's cache, and that it ends soon (measured). */
export const blockTrialsFor = (cells: number): number => (cells <= 4096 ? 32 : 16);

const constantOf = (slots: readonly Slot[], at: number): number | null => {
  const { sampler } = slots[at]!;
  return sampler.kind === 'constant' ? sampler.value : null;
};

/** Programs whose returned orders are earned first: all but those whose returns surely come in the week of the sale. */
const splitsOf = (slots: readonly Slot[], at: ScenarioSlots): boolean[] =>
  at.terms.programs.map(program => {
    const weeks = constantOf(slots, program.returnWeeks);
    return weeks === null || Math.round(weeks) > 0;
  });

/** Whether the commission of one order of a product is the same in every future. */
const isCertain = (slots: readonly Slot[], at: ScenarioSlots, program: number, product: number): boolean => {
  const { price, amazon: link, tiktokShop: shop, storefront: front } = at.products[product]!;
  const offers = [
    [link?.items, link?.rate, link?.haloPrice],
    [shop?.base, shop?.rate, shop?.bonus, shop?.adsShare, shop?.adsRate, shop?.targeted, shop?.changed],
    [front?.rate],
  ];
  const used = [price, at.terms.programs[program]!.base, at.terms.agency, ...offers[program]!];
  return used.every(slot => slot === undefined || slot === null || constantOf(slots, slot) !== null);
};

/** Whole videos of each product in every week, where the plan is certain, fixed and divides evenly. */
const wholeVideosOf = (
  scenario: Scenario,
  perWeek: number | null,
  products: readonly ProductPlan[],
): Float64Array | null => {
  if (perWeek === null || scenario.content.videoCount !== 'fixed') return null;
  const quotas = products.map(product => perWeek * product.share);
  return quotas.every(quota => Math.abs(quota - Math.round(quota)) < 1e-9)
    ? Float64Array.from(quotas, Math.round)
    : null;
};

const multiplesOf = (slots: readonly Slot[], at: ScenarioSlots): EvenTable | null => {
  const { viewsLogSd, viewsTail, viewsCorrelation } = at.content;
  const sd = constantOf(slots, viewsLogSd);
  const tail = viewsTail === null ? 0 : constantOf(slots, viewsTail);
  if (sd === null || sd === 0 || tail === null || constantOf(slots, viewsCorrelation) !== 0) return null;
  return multipleTable(sd, tail);
};

/** Futures of a quick answer, its independent blocks, and outer futures per inner one. */
const quickTrials = 5120;
const quickBlocks = 10;
const outerFutures = 8;
/** Futures where events touch only some categories: then a quick answer is drawn like a full one. */
const plainQuickTrials = 512;

/** Makes inner what an inner quantity follows by correlation: it must be the same in all outer futures of an inner one. */
const keepCorrelations = (outerSlots: Int8Array, { slots, factor }: CorrelationPlan): void => {
  for (let i = slots.length - 1; i >= 0; i--) {
    const isFollowed = slots.some((slot, j) => j > i && outerSlots[slot] === -1 && factor[j]![i] !== 0);
    if (isFollowed) outerSlots[slots[i]!] = -1;
  }
};

const quickPlan = (
  slots: readonly Slot[],
  at: ScenarioSlots,
  correlation: CorrelationPlan | null,
): QuickPlan => {
  const outerSlots = new Int8Array(slots.length).fill(-1);
  const { terms, content, adoptionFactor } = at;
  slots.forEach((slot, i) => {
    if (slot.path.startsWith('policy.')) outerSlots[i] = amazon;
  });
  outerSlots[content.marketFactor] = programCount;
  outerSlots[adoptionFactor] = tiktokShop;
  terms.programs.forEach((each, program) => (outerSlots[each.orderFactor] = program));
  if (correlation) keepCorrelations(outerSlots, correlation);
  return { outer: outerFutures, outerSlots };
};

/** Turns a scenario that `checkScenario` has passed into a plan. */
export const compile = (scenario: Scenario, rates: Rates, grade: Plan['grade']): Plan => {
  const { slots, ...list } = slotList();
  const at = scenarioSlots(scenario, list);
  const { start, weeks } = scenario;
  const lags = [shippingLag(scenario), 0, 0];
  const calendar = calendarOf(start, weeks);
  const products = productPlans(scenario, rates);
  const correlated = correlationPlan(scenario, slots);
  const correlation = correlated && 'slots' in correlated ? correlated : null;
  const strategies = scenario.strategies.map(strategy => compileStrategy(scenario, strategy));
  const policy = compilePolicy(scenario);
  const quick = grade === 'quick' && !policy.byCategory ? quickPlan(slots, at, correlation) : null;
  const offered = [
    scenario.products.some(product => product.amazon),
    scenario.products.some(product => product.tiktokShop),
    scenario.products.some(product => product.storefront),
  ];
  const trials = quick
    ? quickTrials
    : Math.min(scenario.trials, grade === 'quick' ? plainQuickTrials : Infinity);
  return {
    scenario,
    grade,
    trials,
    keptTrials: quick ? trials / quick.outer : trials,
    blockTrials: quick ? quickTrials / quickBlocks : blockTrialsFor(weeks * scenario.products.length),
    quick,
    counted: scenario.counts !== 'expected' && quick === null,
    seed: scenario.seed,
    currency: scenario.currency,
    minorPerMajor: minorPerMajor(scenario.currency),
    weeks,
    calendar,
    months: lags.map(lag => monthSplit(start, weeks, lag)),
    programs: usedPrograms(strategies).filter(program => offered[program]),
    slots,
    at,
    correlation,
    expected: scenario.counts === 'expected',
    products,
    funnels: [
      at.products.map(each => each.amazon),
      at.products.map(each => each.tiktokShop),
      at.products.map(each => each.storefront),
    ],
    certainCommission: lags.map((_, program) =>
      Uint8Array.from(products, (__, p) => (!policy.ratesChange && isCertain(slots, at, program, p) ? 1 : 0)),
    ),
    factors: orderFactors(scenario, calendar),
    season: seasonOf(scenario, calendar),
    ...policy,
    strategies,
    tabledShares: tabledShares(strategies),
    perProduct: strategies.some(each => each.productProgram),
    calibratedWeek: scenario.adoptionCurve ? daysBetween(start, scenario.adoptionCurve.calibratedOn) / 7 : 0,
    channels: at.products.some(each => each.tiktokShop?.live || each.tiktokShop?.showcase),
    bookingLags: lags.map(bookingLag),
    keepsWeeks: lags.map(
      (_, program) =>
        (program === amazon && at.terms.bounties !== null) ||
        strategies.some(each => each.thins || each.productProgram || each.constant[program] === -1),
    ),
    splits: splitsOf(slots, at),
    wholeVideos: wholeVideosOf(scenario, constantOf(slots, at.content.videosPerWeek), products),
    multiples: multiplesOf(slots, at),
  };
};
