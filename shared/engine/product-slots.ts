import type { Product } from '../domain/product.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Range } from './distribution/distribution-problem.ts';
import type { SlotList } from './slots.ts';

/** Click, conversion and return share of one product on one program. */
export interface FunnelSlots {
  readonly click: number;
  readonly conversion: number;
  readonly returned: number;
}

/** A further way to sell through TikTok Shop. */
export interface ChannelSlots {
  readonly click: number;
  readonly conversion: number;
}

export interface AmazonSlots extends FunnelSlots {
  readonly rate: number | null;
  readonly items: number;
  readonly haloPrice: number | null;
}

export interface ShopSlots extends FunnelSlots {
  readonly rate: number;
  readonly adsShare: number;
  readonly adsRate: number;
  readonly base: number;
  readonly bonus: number | null;
  readonly targeted: number | null;
  readonly changed: number | null;
  readonly live: ChannelSlots | null;
  readonly showcase: ChannelSlots | null;
}

export interface StorefrontSlots extends FunnelSlots {
  readonly rate: number;
}

/** Places of the draws of one product's offers; null where it is not offered. */
export interface ProductSlots {
  readonly price: number;
  readonly amazon: AmazonSlots | null;
  readonly tiktokShop: ShopSlots | null;
  readonly storefront: StorefrontSlots | null;
}

const share: Range = { min: 0, max: 1 };
const notNegative: Range = { min: 0, max: Infinity };

type Add = (name: string, quantity: Quantity, range?: Range) => number;

const amazonSlots = (offer: NonNullable<Product['amazon']>, add: Add): AmazonSlots => ({
  rate: offer.rate && add('rate', offer.rate),
  click: add('clickRate', offer.clickRate),
  conversion: add('conversion', offer.conversion),
  items: add('itemsPerOrder', offer.itemsPerOrder, notNegative),
  returned: add('returnShare', offer.returnShare),
  haloPrice: offer.halo ? add('halo.price', offer.halo.price, notNegative) : null,
});

const shopSlots = (offer: NonNullable<Product['tiktokShop']>, add: Add): ShopSlots => {
  const channel = (name: 'live' | 'showcase'): ChannelSlots | null => {
    const found = offer[name];
    if (!found) return null;
    return {
      click: add(`${name}.clickRate`, found.clickRate),
      conversion: add(`${name}.conversion`, found.conversion),
    };
  };
  return {
    click: add('clickRate', offer.clickRate),
    conversion: add('conversion', offer.conversion),
    returned: add('returnShare', offer.returnShare),
    rate: add('rate', offer.rate),
    adsShare: add('adsShare', offer.adsShare),
    adsRate: add('adsRate', offer.adsRate),
    base: add('baseShare', offer.baseShare, notNegative),
    bonus: offer.bonusRate ? add('bonusRate', offer.bonusRate) : null,
    targeted: offer.targeted ? add('targeted.rate', offer.targeted.rate) : null,
    changed: offer.change ? add('change.rate', offer.change.rate) : null,
    live: channel('live'),
    showcase: channel('showcase'),
  };
};

export const productSlots = (product: Product, list: SlotList, path: string): ProductSlots => {
  const within =
    (program: string): Add =>
    (name, quantity, range = share) =>
      list.add(`${path}.${program}.${name}`, quantity, range);
  const { amazon, tiktokShop, storefront } = product;
  const inStorefront = within('storefront');
  return {
    price: list.add(`${path}.price`, product.price, notNegative),
    amazon: amazon && amazonSlots(amazon, within('amazon')),
    tiktokShop: tiktokShop && shopSlots(tiktokShop, within('tiktokShop')),
    storefront: storefront
      ? {
          click: inStorefront('clickRate', storefront.clickRate),
          conversion: inStorefront('conversion', storefront.conversion),
          returned: inStorefront('returnShare', storefront.returnShare),
          rate: inStorefront('rate', storefront.rate),
        }
      : null,
  };
};
