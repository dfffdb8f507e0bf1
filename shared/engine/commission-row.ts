import { kernel } from './kernel.ts';
import { amazon, storefront, tiktokShop, type Plan } from './plan.ts';
import { drawn, drawnOr, type Workspace } from './workspace.ts';

/** Writes the commission of one order, in minor units, for each week of one product on one program, unless it stands there. */
export const commissionRow = (plan: Plan, work: Workspace, program: number, product: number): void => {
  const space = work.programs[program]!;
  if (space.standing[product] === 1) return;
  drawnRow(plan, work, program, product);
  if (plan.certainCommission[program]![product] === 1) space.standing[product] = 1;
};

/** The rates at hand, in minor units per order: `base`, and what rows of weeks add to it; overwritten by the next. */
const rates: {
  base: number;
  first: number;
  firstRow: Float64Array | null;
  second: number;
  secondRow: Float64Array | null;
} = { base: 0, first: 0, firstRow: null, second: 0, secondRow: null };

const addressOf = (row: Float64Array | null): number => (row === null ? 0 : row.byteOffset);

const drawnRow = (plan: Plan, work: Workspace, program: number, product: number): void => {
  const { weeks } = plan;
  if (program === amazon) amazonRates(plan, work, product);
  else if (program === tiktokShop) shopRates(plan, work, product);
  else storefrontRates(plan, work, product);
  const out = work.programs[program]!.cells[product]!.each;
  kernel.rateRow(
    out.byteOffset,
    weeks,
    rates.base,
    rates.first,
    addressOf(rates.firstRow),
    rates.second,
    addressOf(rates.secondRow),
    plan.ratesChange ? work.rateFactor[program]!.byteOffset : 0,
  );
  if (!plan.ratesChange || !plan.byCategory) return;
  const own = work.productRate[program]!;
  const from = product * weeks;
  for (let week = 0; week < weeks; week++) out[week] = out[week]! * own[from + week]!;
};

/** First item at the product's own rate; the halo like it, or at its own price and mean indirect rate. */
const amazonRates = (plan: Plan, work: Workspace, product: number): void => {
  const slots = plan.at.products[product]!;
  const offer = slots.amazon!;
  const { card, halo } = work.rateRows[product]!;
  const scale = plan.minorPerMajor * drawn(work, plan.at.terms.programs[amazon]!.base);
  const items = drawn(work, offer.items);
  rates.base = 0;
  rates.first = scale * drawn(work, slots.price) * drawnOr(work, offer.rate, 1) * (halo ? 1 : items);
  rates.firstRow = card;
  rates.second = halo ? scale * drawnOr(work, offer.haloPrice, 0) * Math.max(0, items - 1) : 0;
  rates.secondRow = halo;
};

/** Standard rate by week: targeted until its end, then the plan's, then the changed one (a lowered one after the lock). */
const shopRates = (plan: Plan, work: Workspace, product: number): void => {
  const slots = plan.at.products[product]!;
  const offer = slots.tiktokShop!;
  const { terms } = plan.at;
  const bonus = drawnOr(work, offer.bonus, 0);
  const ads = drawn(work, offer.adsShare);
  const paid = drawn(work, slots.price) * drawn(work, offer.base) * plan.minorPerMajor;
  const unit = paid * drawn(work, terms.programs[tiktokShop]!.base) * (1 - drawn(work, terms.agency));
  const fixed = bonus + ads * drawn(work, offer.adsRate);
  const standard = drawn(work, offer.rate);
  const share = unit * (1 - ads);
  const changed = drawnOr(work, offer.changed, standard);
  const { targeted, raised, lowered } = work.rateRows[product]!;
  rates.base = unit * (fixed + (1 - ads) * standard);
  rates.first = share * (drawnOr(work, offer.targeted, standard) - standard);
  rates.firstRow = targeted;
  rates.second = share * (changed - standard);
  rates.secondRow = changed < standard ? lowered : raised;
};

const storefrontRates = (plan: Plan, work: Workspace, product: number): void => {
  const slots = plan.at.products[product]!;
  const base = drawn(work, plan.at.terms.programs[storefront]!.base);
  const price = drawn(work, slots.price) * plan.minorPerMajor;
  rates.base = price * base * drawn(work, slots.storefront!.rate);
  rates.firstRow = null;
  rates.secondRow = null;
};
