import { z } from 'zod';
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
  /** Items per order ≥ 1: the halo, other things in the same basket. */
  itemsPerOrder: quantitySchema,
  /** Share of items sent back, 0–1. */
  returnShare: quantitySchema,
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
  /** Commission base as a share of the list price, after seller discount, 0–1. */
  baseShare: quantitySchema,
});
export type TiktokShopOffer = z.infer<typeof tiktokShopOfferSchema>;

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
});
export type Product = z.infer<typeof productSchema>;
