import { drawGamma } from './gamma-sampler.ts';
import { amazon, type Plan } from './plan.ts';
import { poissonRow } from './poisson.ts';
import { fillDraws, openStream, purpose } from './random-stream.ts';
import { valueAt, type Draws, type ProgramSpace, type Workspace } from './workspace.ts';

/** What one product's links do on one program in one future; null where it is not offered. */
interface Offer {
  readonly click: number;
  readonly conversion: number;
  readonly returned: number;
  /** Commission of one order in minor units, before the weekly rate. */
  readonly unit: number;
}

const offerOf = (plan: Plan, program: number, p: number, draws: Draws): Offer | null => {
  const slots = plan.at.products[p]!;
  const { common } = plan.at;
  const price = valueAt(draws, slots.price) * plan.minorPerMajor;
  if (program === amazon) {
    const offer = slots.amazon;
    if (!offer) return null;
    const rate = offer.rate === null ? 1 : valueAt(draws, offer.rate);
    return {
      click: valueAt(draws, offer.click),
      conversion: valueAt(draws, offer.conversion),
      returned: valueAt(draws, offer.returned),
      unit: price * valueAt(draws, offer.items) * valueAt(draws, common.amazonBase) * rate,
    };
  }
  const offer = slots.tiktokShop;
  if (!offer) return null;
  const ads = valueAt(draws, offer.adsShare);
  const rate = (1 - ads) * valueAt(draws, offer.rate) + ads * valueAt(draws, offer.adsRate);
  return {
    click: valueAt(draws, offer.click),
    conversion: valueAt(draws, offer.conversion),
    returned: valueAt(draws, offer.returned),
    unit: price * valueAt(draws, offer.base) * rate * (1 - valueAt(draws, common.shopAgency)),
  };
};

/** Weeks from sale to return that the books see: 0 = the order is never earned. */
export const returnDelay = (plan: Plan, program: number, draws: Draws): number => {
  const { common } = plan.at;
  return Math.round(valueAt(draws, program === amazon ? common.amazonReturnWeeks : common.shopReturnWeeks));
};

/**
 * Computes what all videos on one program would bring: orders kept and returned by product and week (over-dispersed counts,
 * thinned by the return share), the commission of both by week, clicks by week.
 */
export const programOutcome = (
  plan: Plan,
  work: Workspace,
  { program, trial, draws }: { readonly program: number; readonly trial: number; readonly draws: Draws },
): void => {
  const space = work.programs[program]!;
  const offers = plan.products.map((_, p) => offerOf(plan, program, p, draws));
  clearSpace(space);
  offers.forEach((offer, p) => {
    space.unit[p] = offer?.unit ?? 0;
    if (offer) expectOrders(plan, work, { program, product: p, offer, draws });
    else clearProduct(plan, space, p);
  });
  if (!plan.expected) drawOrders(plan, work, { program, trial, draws });
  earnCommission(plan, space, program);
};

const clearSpace = (space: ProgramSpace): void => {
  space.gross.fill(0);
  space.reversed.fill(0);
  space.clicks.fill(0);
};

const clearProduct = (plan: Plan, space: ProgramSpace, p: number): void => {
  space.kept.fill(0, p * plan.weeks, (p + 1) * plan.weeks);
  space.returned.fill(0, p * plan.weeks, (p + 1) * plan.weeks);
};

interface Expecting {
  readonly program: number;
  readonly product: number;
  readonly offer: Offer;
  readonly draws: Draws;
}

/** Expected orders kept and returned, written into `kept` and `returned`; clicks are added up by week. */
const expectOrders = (plan: Plan, work: Workspace, { program, product, offer, draws }: Expecting): void => {
  const { kept, returned, clicks } = work.programs[program]!;
  const { common } = plan.at;
  const reach = work.reach[program]!;
  const { views } = work;
  const { weeks, adoption } = plan;
  const factor =
    program === amazon
      ? valueAt(draws, common.amazonOrders)
      : valueAt(draws, common.shopOrders) * valueAt(draws, common.adoptionFactor);
  const orders = offer.conversion * factor * valueAt(draws, common.marketFactor);
  for (let week = 0; week < weeks; week++) {
    const i = product * weeks + week;
    const clicked = views[i]! * offer.click * reach[week]!;
    clicks[week] = clicks[week]! + clicked;
    const mean = clicked * orders * (program === amazon ? 1 : adoption[week]!);
    kept[i] = mean * (1 - offer.returned);
    returned[i] = mean * offer.returned;
  }
};

const orderPurpose = [purpose.amazonOrders, purpose.tiktokShopOrders] as const;

interface Drawing {
  readonly program: number;
  readonly trial: number;
  readonly draws: Draws;
}

/** Replaces expected orders by counts. A gamma factor common to a cell's kept and returned orders over-disperses both. */
const drawOrders = (plan: Plan, work: Workspace, { program, trial, draws }: Drawing): void => {
  const { kept, returned } = work.programs[program]!;
  const cells = plan.weeks * plan.products.length;
  const use = orderPurpose[program]!;
  openStream(work.rare, plan.seed, trial, use + 16);
  const extra = valueAt(draws, plan.at.common.overDispersion);
  if (extra > 0) overDisperse(kept, returned, { cells, extra, work });
  openStream(work.state, plan.seed, trial, use);
  fillDraws(work.state, work.draws, 4 * cells);
  const { rare } = work;
  poissonRow(kept, kept, { draws: work.draws, count: cells, rare });
  poissonRow(returned, returned, { draws: work.draws.subarray(2 * cells), count: cells, rare });
};

/** Multiplies each cell's mean by Gamma(mean / extra) × extra / mean, so that counts have variance mean × (1 + extra). */
const overDisperse = (
  kept: Float64Array,
  returned: Float64Array,
  { cells, extra, work }: { readonly cells: number; readonly extra: number; readonly work: Workspace },
): void => {
  for (let i = 0; i < cells; i++) {
    const mean = kept[i]! + returned[i]!;
    if (mean <= 0) continue;
    const factor = (drawGamma(mean / extra, work.rare) * extra) / mean;
    kept[i] = kept[i]! * factor;
    returned[i] = returned[i]! * factor;
  }
};

const earnCommission = (plan: Plan, space: ProgramSpace, program: number): void => {
  const { weeks, products } = plan;
  const { kept, returned, gross, reversed } = space;
  products.forEach((product, p) => {
    const unit = space.unit[p]!;
    if (unit === 0) return;
    const rates = product.cardRates;
    for (let week = 0; week < weeks; week++) {
      const i = p * weeks + week;
      const each = program === amazon ? unit * rates[week]! : unit;
      gross[week] = gross[week]! + each * (kept[i]! + returned[i]!);
      reversed[week] = reversed[week]! + each * returned[i]!;
    }
  });
};
