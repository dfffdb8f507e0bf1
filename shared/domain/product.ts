import { z } from 'zod';
import { daySchema } from './day.ts';
import { quantitySchema } from './quantity.ts';

/** How one product sells through an Amazon link. */
export const amazonOfferSchema = z.strictObject({
  /** Category as reports or the rate card name it; its rate comes from the card in force on the shipping day. */
  category: z.string().min(1),
  /** Fixed commission share instead of the card's (0–1); null = the card. */
  rate: quantitySchema.nullable().default(null),
  /** Clicks on the link per view, 0–1. */
  clickRate: quantitySchema,
  /** Orders per click, 0–1. */
  conversion: quantitySchema,
  /** What an order is worth in units of the price, ≥ 0: 1 and the halo, other things in the same basket. With `halo`, below 1 counts as 1. */
  itemsPerOrder: quantitySchema,
  /** Share of items sent back, 0–1. */
  returnShare: quantitySchema,
  /**
   * The items beyond the first, at their own price and categories (and the card's indirect rate). Absent = they cost and
   * pay what the product does.
   */
  halo: z
    .strictObject({
      /** Major units, > 0. */
      price: quantitySchema,
      categories: z
        .array(z.strictObject({ category: z.string().min(1), share: z.number().positive() }))
        .min(1),
    })
    .optional(),
});
export type AmazonOffer = z.infer<typeof amazonOfferSchema>;

/** How one product sells through TikTok Shop. */
export const tiktokShopOfferSchema = z.strictObject({
  /** Product clicks per view, 0–1. */
  clickRate: quantitySchema,
  /** Orders per click, 0–1. */
  conversion: quantitySchema,
  /** Share of orders refunded, 0–1. */
  returnShare: quantitySchema,
  /** Standard commission as a share of the base, 0–1. */
  rate: quantitySchema,
  /** Share of orders that Shop Ads bring, paid at `adsRate`, 0–1. */
  adsShare: quantitySchema,
  adsRate: quantitySchema,
  /** Commission base per order over the price, after seller discount, ≥ 0; above 1 where orders hold several items. */
  baseShare: quantitySchema,
  /** Bonus on top of the standard and the ads rate, as a share of the base. Absent = 0. */
  bonusRate: quantitySchema.optional(),
  /** A rate agreed with this creator, in place of `rate` until the day (exclusive). */
  targeted: z.strictObject({ rate: quantitySchema, until: daySchema }).optional(),
  /** The open plan's new standard rate from a day on; a lower one reaches the creator only after the lock. */
  change: z.strictObject({ on: daySchema, rate: quantitySchema }).optional(),
  /** Sales from LIVEs: clicks per viewer and orders per click. Absent = not shown in LIVEs. */
  live: z.strictObject({ clickRate: quantitySchema, conversion: quantitySchema }).optional(),
  /** Sales from the showcase tab: clicks on this product per view of any video, and orders per click. */
  showcase: z.strictObject({ clickRate: quantitySchema, conversion: quantitySchema }).optional(),
});
export type TiktokShopOffer = z.infer<typeof tiktokShopOfferSchema>;

/** How one product sells through the storefront of 2020–2023, which hands the shopper to the seller's own site. */
export const storefrontOfferSchema = z.strictObject({
  platform: z.enum(['shopify', 'bigcommerce', 'ecwid', 'square']),
  /** Clicks per view, 0–1. */
  clickRate: quantitySchema,
  /** Orders per click on the seller's site, 0–1. */
  conversion: quantitySchema,
  /** Share of orders sent back, 0–1. */
  returnShare: quantitySchema,
  /** Commission of the seller's own scheme as a share of the price, 0–1. */
  rate: quantitySchema,
});
export type StorefrontOffer = z.infer<typeof storefrontOfferSchema>;

/** One thing the creator shows; null where a program does not offer it. */
export const productSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Relative share of the creator's videos that show it; shares are normalised over products. */
  videoShare: z.number().positive(),
  /** Views of its videos relative to the creator's level; 1 = typical. */
  reach: z.number().positive().default(1),
  /** Price in major units of the scenario's currency, > 0. */
  price: quantitySchema,
  amazon: amazonOfferSchema.nullable(),
  tiktokShop: tiktokShopOfferSchema.nullable(),
  storefront: storefrontOfferSchema.optional(),
});
export type Product = z.infer<typeof productSchema>;
