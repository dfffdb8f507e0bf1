import type { Product } from '../domain/product.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { Range } from './distribution/distribution-problem.ts';
import type { SlotList } from './slots.ts';

const share: Range = { min: 0, max: 1 };
const any: Range = { min: -Infinity, max: Infinity };
const notNegative: Range = { min: 0, max: Infinity };
const certain = (value: number): Quantity => ({
  value: { kind: 'constant', value },
  provenance: { kind: 'guess', note: 'engine default' },
});

/** Places of the draws of one product's offers; null where it is not offered. */
export interface ProductSlots {
  readonly price: number;
  readonly amazon: {
    readonly rate: number | null;
    readonly click: number;
    readonly conversion: number;
    readonly items: number;
    readonly returned: number;
  } | null;
  readonly tiktokShop: {
    readonly click: number;
    readonly conversion: number;
    readonly returned: number;
    readonly rate: number;
    readonly adsShare: number;
    readonly adsRate: number;
    readonly base: number;
  } | null;
}

/** Places of the draws of everything that is no product's. */
export interface CommonSlots {
  readonly videosPerWeek: number;
  readonly viewsPerVideo: number;
  readonly viewsLogSd: number;
  readonly viewsTail: number | null;
  readonly viewsCorrelation: number;
  readonly levelDrift: number;
  readonly growth: number;
  readonly marketFactor: number;
  readonly overDispersion: number;
  readonly adoptionFactor: number;
  readonly amazonOrders: number;
  readonly shopOrders: number;
  readonly amazonBase: number;
  readonly amazonPayDays: number;
  readonly amazonThreshold: number;
  readonly amazonReturnWeeks: number;
  readonly shopSettleDays: number;
  readonly shopThreshold: number;
  readonly shopAgency: number;
  readonly shopReturnWeeks: number;
}

export interface EventSlots {
  readonly probability: number;
  readonly days: number | null;
  readonly duration: number | null;
  readonly amazonReach: number;
  readonly tiktokShopReach: number;
}

export interface ScenarioSlots {
  readonly common: CommonSlots;
  readonly products: readonly ProductSlots[];
  readonly events: readonly EventSlots[];
}

const commonSlots = (scenario: Scenario, list: SlotList): CommonSlots => {
  const { content } = scenario;
  const { amazon, tiktokShop } = scenario.programs;
  const inContent = (name: string, quantity: Quantity, range: Range): number =>
    list.add(`content.${name}`, quantity, range);
  const inAmazon = (name: string, quantity: Quantity, range: Range): number =>
    list.add(`programs.amazon.${name}`, quantity, range);
  const inShop = (name: string, quantity: Quantity, range: Range): number =>
    list.add(`programs.tiktokShop.${name}`, quantity, range);
  return {
    videosPerWeek: inContent('videosPerWeek', content.videosPerWeek, { min: 0, max: 2000 }),
    viewsPerVideo: inContent('viewsPerVideo', content.viewsPerVideo, notNegative),
    viewsLogSd: inContent('viewsLogSd', content.viewsLogSd, { min: 0, max: 4 }),
    viewsTail: content.viewsTail && inContent('viewsTail', content.viewsTail, { min: 1.02, max: Infinity }),
    viewsCorrelation: inContent('viewsCorrelation', content.viewsCorrelation, { min: -0.9, max: 0.9 }),
    levelDrift: inContent('levelDrift', content.levelDrift, { min: 0, max: 1 }),
    growth: inContent('growthPerYear', content.growthPerYear, { min: -0.99, max: 100 }),
    marketFactor: inContent('marketFactor', content.marketFactor, notNegative),
    overDispersion: list.add('overDispersion', scenario.overDispersion, { min: 0, max: 1000 }),
    adoptionFactor: list.add('adoptionFactor', scenario.adoptionFactor ?? certain(1), notNegative),
    amazonOrders: inAmazon('orderFactor', amazon.orderFactor ?? certain(1), notNegative),
    shopOrders: inShop('orderFactor', tiktokShop.orderFactor ?? certain(1), notNegative),
    amazonBase: inAmazon('baseShare', amazon.baseShare, notNegative),
    amazonPayDays: inAmazon('paymentDelayDays', amazon.paymentDelayDays, { min: 0, max: 2000 }),
    amazonThreshold: inAmazon('paymentThreshold', amazon.paymentThreshold, notNegative),
    amazonReturnWeeks: inAmazon('returnDelayWeeks', amazon.returnDelayWeeks, { min: 0, max: 260 }),
    shopSettleDays: inShop('settlementDelayDays', tiktokShop.settlementDelayDays, { min: 0, max: 2000 }),
    shopThreshold: inShop('paymentThreshold', tiktokShop.paymentThreshold, notNegative),
    shopAgency: inShop('agencyShare', tiktokShop.agencyShare, share),
    shopReturnWeeks: inShop('returnDelayWeeks', tiktokShop.returnDelayWeeks ?? certain(1), {
      min: 0,
      max: 260,
    }),
  };
};

const productSlots = (product: Product, list: SlotList, path: string): ProductSlots => {
  const { amazon, tiktokShop } = product;
  const inAmazon = (name: string, quantity: Quantity, range = share): number =>
    list.add(`${path}.amazon.${name}`, quantity, range);
  const inShop = (name: string, quantity: Quantity, range = share): number =>
    list.add(`${path}.tiktokShop.${name}`, quantity, range);
  return {
    price: list.add(`${path}.price`, product.price, notNegative),
    amazon: amazon && {
      rate: amazon.rate && inAmazon('rate', amazon.rate),
      click: inAmazon('clickRate', amazon.clickRate),
      conversion: inAmazon('conversion', amazon.conversion),
      items: inAmazon('itemsPerOrder', amazon.itemsPerOrder, notNegative),
      returned: inAmazon('returnShare', amazon.returnShare),
    },
    tiktokShop: tiktokShop && {
      click: inShop('clickRate', tiktokShop.clickRate),
      conversion: inShop('conversion', tiktokShop.conversion),
      returned: inShop('returnShare', tiktokShop.returnShare),
      rate: inShop('rate', tiktokShop.rate),
      adsShare: inShop('adsShare', tiktokShop.adsShare),
      adsRate: inShop('adsRate', tiktokShop.adsRate),
      base: inShop('baseShare', tiktokShop.baseShare, notNegative),
    },
  };
};

/** Walks every quantity of a scenario in the order of its draws: common numbers, products, policy events. */
export const scenarioSlots = (scenario: Scenario, list: SlotList): ScenarioSlots => ({
  common: commonSlots(scenario, list),
  products: scenario.products.map((product, i) => productSlots(product, list, `products.${i}`)),
  events: scenario.policy.map((event, i) => ({
    probability: list.add(`policy.${i}.probability`, event.probability, share),
    days: event.date.kind === 'after-days' ? list.add(`policy.${i}.date.days`, event.date.days, any) : null,
    duration: event.durationWeeks && list.add(`policy.${i}.durationWeeks`, event.durationWeeks, notNegative),
    amazonReach: list.add(`policy.${i}.amazonReach`, event.amazonReach, notNegative),
    tiktokShopReach: list.add(`policy.${i}.tiktokShopReach`, event.tiktokShopReach, notNegative),
  })),
});
