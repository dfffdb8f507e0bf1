import type { Quantity } from '../domain/quantity.ts';
import type { Scenario, StorefrontTerms } from '../domain/scenario.ts';
import type { Range } from './distribution/distribution-problem.ts';
import { assumed } from './assumed.ts';
import type { SlotList } from './slots.ts';

/** Places of the draws of one program's terms. */
export interface ProgramSlots {
  readonly orderFactor: number;
  readonly base: number;
  /** Days to payment: from the month's end, or from the sale for TikTok Shop. */
  readonly payDays: number;
  readonly threshold: number;
  readonly returnWeeks: number;
}

export interface TermsSlots {
  /** In the order of program numbers. */
  readonly programs: readonly ProgramSlots[];
  readonly agency: number;
  readonly bounties: { readonly perClick: number; readonly amount: number } | null;
  readonly onAmazon: { readonly perWeek: number; readonly logSd: number } | null;
  readonly costs: CostSlots | null;
}

export interface CostSlots {
  readonly perVideo: number;
  readonly perWeek: number;
  /** By program number. */
  readonly fees: readonly number[];
}

const notNegative: Range = { min: 0, max: Infinity };
const days: Range = { min: 0, max: 2000 };
const weeks: Range = { min: 0, max: 260 };

interface Payer {
  readonly baseShare?: Quantity;
  readonly payDays: Quantity;
  readonly paymentThreshold: Quantity;
  readonly returnDelayWeeks?: Quantity | undefined;
  readonly orderFactor?: Quantity | undefined;
}

const payerSlots = (payer: Payer, list: SlotList, path: string): ProgramSlots => {
  const add = (name: string, quantity: Quantity, range: Range): number =>
    list.add(`programs.${path}.${name}`, quantity, range);
  const daysName = path === 'tiktokShop' ? 'settlementDelayDays' : 'paymentDelayDays';
  return {
    orderFactor: add('orderFactor', payer.orderFactor ?? assumed(1), notNegative),
    base: add('baseShare', payer.baseShare ?? assumed(1), notNegative),
    payDays: add(daysName, payer.payDays, days),
    threshold: add('paymentThreshold', payer.paymentThreshold, notNegative),
    returnWeeks: add('returnDelayWeeks', payer.returnDelayWeeks ?? assumed(1), weeks),
  };
};

const noStorefront: StorefrontTerms = {
  baseShare: assumed(1),
  paymentDelayDays: assumed(30),
  paymentThreshold: assumed(0),
  returnDelayWeeks: assumed(2),
};

const costSlots = ({ costs }: Scenario, list: SlotList): CostSlots | null => {
  if (!costs) return null;
  const { amazon, tiktokShop, storefront } = costs.feePerVideo;
  return {
    perVideo: list.add('costs.perVideo', costs.perVideo, notNegative),
    perWeek: list.add('costs.perWeek', costs.perWeek, notNegative),
    fees: [
      list.add('costs.feePerVideo.amazon', amazon ?? assumed(0), notNegative),
      list.add('costs.feePerVideo.tiktokShop', tiktokShop ?? assumed(0), notNegative),
      list.add('costs.feePerVideo.storefront', storefront ?? assumed(0), notNegative),
    ],
  };
};

export const termsSlots = (scenario: Scenario, list: SlotList): TermsSlots => {
  const { amazon, tiktokShop, storefront = noStorefront, onAmazon } = scenario.programs;
  const { bounties } = amazon;
  const bounded = (path: string, quantity: Quantity, max: number): number =>
    list.add(path, quantity, { min: 0, max });
  return {
    programs: [
      payerSlots({ ...amazon, payDays: amazon.paymentDelayDays }, list, 'amazon'),
      payerSlots({ ...tiktokShop, payDays: tiktokShop.settlementDelayDays }, list, 'tiktokShop'),
      payerSlots({ ...storefront, payDays: storefront.paymentDelayDays }, list, 'storefront'),
    ],
    agency: bounded('programs.tiktokShop.agencyShare', tiktokShop.agencyShare, 1),
    bounties: bounties
      ? {
          perClick: bounded('programs.amazon.bounties.perClick', bounties.perClick, 1),
          amount: bounded('programs.amazon.bounties.amount', bounties.amount, Infinity),
        }
      : null,
    onAmazon: onAmazon
      ? {
          perWeek: bounded('programs.onAmazon.perWeek', onAmazon.perWeek, Infinity),
          logSd: bounded('programs.onAmazon.logSd', onAmazon.logSd, 4),
        }
      : null,
    costs: costSlots(scenario, list),
  };
};
