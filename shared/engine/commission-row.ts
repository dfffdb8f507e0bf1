import { amazon, tiktokShop, type Plan } from './plan.ts';
import { drawn, drawnOr, type Workspace } from './workspace.ts';

/** Writes the commission of one order, in minor units, for each week of one product on one program, unless it stands there. */
export const commissionRow = (plan: Plan, work: Workspace, program: number, product: number): void => {
  const space = work.programs[program]!;
  if (space.standing[product] === 1) return;
  drawnRow(plan, work, program, product);
  if (plan.certainCommission[program]![product] === 1) space.standing[product] = 1;
};

const drawnRow = (plan: Plan, work: Workspace, program: number, product: number): void => {
  const out = work.programs[program]!.cells[product]!.each;
  if (program === amazon) amazonRow(plan, work, product, out);
  else if (program === tiktokShop) shopRow(plan, work, product, out);
  else {
    const slots = plan.at.products[product]!;
    const base = drawn(work, plan.at.terms.programs[program]!.base);
    const price = drawn(work, slots.price) * plan.minorPerMajor;
    out.fill(price * base * drawn(work, slots.storefront!.rate));
  }
  if (!plan.ratesChange) return;
  const factor = work.rateFactor[program]!;
  for (let week = 0; week < out.length; week++) out[week] = out[week]! * factor[week]!;
  if (!plan.byCategory) return;
  const own = work.productRate[program]!;
  const from = product * plan.weeks;
  for (let week = 0; week < out.length; week++) out[week] = out[week]! * own[from + week]!;
};

/** First item at the product's own rate; the halo like it, or at its own price and mean indirect rate. */
const amazonRow = (plan: Plan, work: Workspace, product: number, out: Float64Array): void => {
  const slots = plan.at.products[product]!;
  const offer = slots.amazon!;
  const { cardRates, haloRates } = plan.products[product]!;
  const scale = plan.minorPerMajor * drawn(work, plan.at.terms.programs[amazon]!.base);
  const items = drawn(work, offer.items);
  const first = scale * drawn(work, slots.price) * drawnOr(work, offer.rate, 1) * (haloRates ? 1 : items);
  if (!haloRates) {
    for (let week = 0; week < out.length; week++) out[week] = first * cardRates[week]!;
    return;
  }
  const beside = scale * drawnOr(work, offer.haloPrice, 0) * Math.max(0, items - 1);
  for (let week = 0; week < out.length; week++)
    out[week] = first * cardRates[week]! + beside * haloRates[week]!;
};

/** Standard rate by week: targeted until its end, then the plan's, then the changed one (a lowered one after the lock). */
const shopRow = (plan: Plan, work: Workspace, product: number, out: Float64Array): void => {
  const slots = plan.at.products[product]!;
  const offer = slots.tiktokShop!;
  const { terms } = plan.at;
  const bonus = drawnOr(work, offer.bonus, 0);
  const ads = drawn(work, offer.adsShare);
  const paid = drawn(work, slots.price) * drawn(work, offer.base) * plan.minorPerMajor;
  const unit = paid * drawn(work, terms.programs[tiktokShop]!.base) * (1 - drawn(work, terms.agency));
  const fixed = bonus + ads * drawn(work, offer.adsRate);
  const standard = drawn(work, offer.rate);
  const base = unit * (fixed + (1 - ads) * standard);
  const { shopRates } = plan.products[product]!;
  if (!shopRates) {
    out.fill(base);
    return;
  }
  const share = unit * (1 - ads);
  const changed = drawnOr(work, offer.changed, standard);
  const ofTargeted = share * (drawnOr(work, offer.targeted, standard) - standard);
  const ofChanged = share * (changed - standard);
  const { targeted, raised, lowered } = shopRates;
  const changes = changed < standard ? lowered : raised;
  const weeks = out.length;
  for (let week = 0; week < weeks; week++)
    out[week] = base + ofTargeted * targeted[week]! + ofChanged * changes[week]!;
};
