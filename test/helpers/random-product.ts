import { addDays } from '../../shared/domain/day.ts';
import type { Product } from '../../shared/domain/product.ts';
import type { Making } from './random-scenario.ts';
import { certain } from './scenario.ts';

/** Names that reports may use: three on the cards, one only in the mapping (paid as all other categories). */
export const categories = ['Kitchen', 'Home', 'Toys', 'Pets'] as const;
export const categoryNames = { Pets: 'Pet Supplies', 'Toys & Games': 'Toys' } as const;

const clickRate = ({ dice, make }: Making) => make.share(dice.around(0.004, 0.04));
const conversion = ({ dice, make, busy }: Making) => make.share(dice.around(busy ? 0.03 : 0.01, 0.15));
const returnShare = ({ dice, make }: Making) =>
  dice.chance(0.2) ? certain(0) : make.share(dice.between(0.01, 0.4));

const amazonOffer = (making: Making, unit: number): NonNullable<Product['amazon']> => {
  const { dice, make } = making;
  return {
    category: dice.one(categories),
    rate: dice.chance(0.3) ? make.share(dice.between(0.01, 0.1)) : null,
    clickRate: clickRate(making),
    conversion: conversion(making),
    itemsPerOrder: dice.chance(0.3) ? certain(1) : make.positive(dice.between(1, 1.7)),
    returnShare: returnShare(making),
    ...dice.maybe(0.4, () => ({
      halo: {
        price: make.positive(dice.around(5, 80) * unit),
        categories: dice.some(categories).map(category => ({ category, share: dice.between(0.1, 3) })),
      },
    })),
  };
};

const shopOffer = (making: Making): NonNullable<Product['tiktokShop']> => {
  const { dice, make, start, weeks } = making;
  const within = () => addDays(start, dice.whole(-20, weeks * 7 + 20));
  const channel = () => ({ clickRate: make.share(dice.around(0.005, 0.1)), conversion: conversion(making) });
  return {
    clickRate: clickRate(making),
    conversion: conversion(making),
    returnShare: returnShare(making),
    rate: make.share(dice.between(0.05, 0.25)),
    adsShare: dice.chance(0.5) ? certain(0) : make.share(dice.between(0.05, 0.5)),
    adsRate: make.share(dice.between(0.02, 0.1)),
    baseShare: make.share(dice.between(0.7, 0.98)),
    ...dice.maybe(0.3, () => ({ bonusRate: make.share(dice.between(0.005, 0.05)) })),
    ...dice.maybe(0.3, () => ({ targeted: { rate: make.share(dice.between(0.05, 0.3)), until: within() } })),
    ...dice.maybe(0.4, () => ({ change: { on: within(), rate: make.share(dice.between(0.03, 0.3)) } })),
    ...dice.maybe(0.3, () => ({ live: channel() })),
    ...dice.maybe(0.3, () => ({
      showcase: { clickRate: make.share(dice.around(0.0002, 0.005)), conversion: conversion(making) },
    })),
  };
};

/** One product, offered on any subset of the programs (now and then on none). */
export const randomProduct = (making: Making, index: number, unit: number): Product => {
  const { dice, make } = making;
  return {
    id: `p${index}`,
    name: `Product ${index}`,
    videoShare: dice.chance(0.5) ? dice.whole(1, 4) : dice.between(0.1, 3),
    reach: dice.chance(0.5) ? 1 : dice.between(0.4, 2),
    price: make.positive(dice.around(5, 150) * unit),
    amazon: dice.chance(0.85) ? amazonOffer(making, unit) : null,
    tiktokShop: dice.chance(0.8) ? shopOffer(making) : null,
    ...dice.maybe(0.4, () => ({
      storefront: {
        platform: dice.one(['shopify', 'bigcommerce', 'ecwid', 'square'] as const),
        clickRate: clickRate(making),
        conversion: conversion(making),
        returnShare: returnShare(making),
        rate: make.share(dice.between(0.05, 0.3)),
      },
    })),
  };
};
