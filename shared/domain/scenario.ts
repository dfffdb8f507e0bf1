import { z } from 'zod';
import { daySchema } from './day.ts';
import { marketSchema } from './market.ts';
import { currencySchema } from './money.ts';
import { policyEventSchema } from './policy.ts';
import { productSchema } from './product.ts';
import { programSchema } from './program.ts';
import { provenanceSchema } from './provenance.ts';
import { quantitySchema } from './quantity.ts';
import { strategySchema } from './strategy.ts';

/** What the creator posts and who sees it. */
export const contentPlanSchema = z.strictObject({
  /** Videos a week that carry a product link. */
  videosPerWeek: quantitySchema,
  /** Whether that many are posted every week or on average. */
  videoCount: z.enum(['fixed', 'poisson']),
  /** Median views of one video at the start. */
  viewsPerVideo: quantitySchema,
  /** Within-creator standard deviation of log views between videos. */
  viewsLogSd: quantitySchema,
  /** Pareto exponent of the upper tail beyond the 95th percentile; smaller is fatter. Null = plain lognormal. */
  viewsTail: quantitySchema.nullable(),
  /** Lag-1 correlation of log views between successive weeks' videos, −0.9 to 0.9. */
  viewsCorrelation: quantitySchema,
  /** Standard deviation per week of the random walk in log level. */
  levelDrift: quantitySchema,
  /** Growth of the level per year: 0.2 = +20 %. */
  growthPerYear: quantitySchema,
  /** One multiplier per week of the year (index 0 = 1–7 January), mean about 1. */
  season: z.strictObject({
    factors: z.array(z.number().positive()).length(53),
    provenance: provenanceSchema,
  }),
  /** Multiplier on all orders of a future, shared by both programs, drawn once per future. */
  marketFactor: quantitySchema,
  /** How a video's views arrive: a share with the fast mean life, the rest with the slow one. Absent = all in its week. */
  arrival: z
    .strictObject({ fastShare: quantitySchema, fastDays: quantitySchema, slowDays: quantitySchema })
    .optional(),
  /** Share of the views that are paid for; Amazon earns nothing on them. Absent = 0. */
  boostedShare: quantitySchema.optional(),
  /** LIVEs, which sell through TikTok Shop only. Absent = none. */
  lives: z
    .strictObject({
      perWeek: quantitySchema,
      count: z.enum(['fixed', 'poisson']),
      /** Median viewers of one LIVE at the creator's level at the start. */
      viewers: quantitySchema,
      /** Standard deviation of log viewers between LIVEs. */
      viewersLogSd: quantitySchema,
    })
    .optional(),
  /** Dated peaks (Prime Day, Black Friday, 11.11): multiplier on orders on the days from … to (both inclusive). */
  peaks: z
    .array(
      z.strictObject({
        label: z.string().min(1),
        from: daySchema,
        to: daySchema,
        factor: z.number().positive(),
        /** Absent = every program. */
        programs: z.array(programSchema).min(1).optional(),
      }),
    )
    .optional(),
});
export type ContentPlan = z.infer<typeof contentPlanSchema>;

export const amazonTermsSchema = z.strictObject({
  /** Multiplier on the commission base before the rate; 1 = sale price without tax. */
  baseShare: quantitySchema,
  /** Days from the end of the month of shipping to payment. */
  paymentDelayDays: quantitySchema,
  /** Smallest payment, in major units. */
  paymentThreshold: quantitySchema,
  /** Weeks from sale to return. */
  returnDelayWeeks: quantitySchema,
  /** Multiplier on all expected orders of this program, drawn once per future, > 0: what is not known of the program as a whole. Absent = 1. */
  orderFactor: quantitySchema.optional(),
  /** Days from order to shipping, 0–28; the card of the shipping day pays and its month is earned in. Absent = 1. */
  shippingLagDays: z.int().min(0).max(28).optional(),
  /** Bounties: events per click and major units each. Absent = none. */
  bounties: z.strictObject({ perClick: quantitySchema, amount: quantitySchema }).optional(),
});
export type AmazonTerms = z.infer<typeof amazonTermsSchema>;

export const tiktokShopTermsSchema = z.strictObject({
  /** Days from sale to delivery plus the settlement wait. */
  settlementDelayDays: quantitySchema,
  paymentThreshold: quantitySchema,
  /** Share of the commission that a creator agency keeps, 0–1. */
  agencyShare: quantitySchema,
  /** Multiplier on all expected orders of this program, drawn once per future, > 0: what is not known of the program as a whole. Absent = 1. */
  orderFactor: quantitySchema.optional(),
  /** Weeks from sale to refund; before settlement it cancels, after it the commission stays. Absent = 1. */
  returnDelayWeeks: quantitySchema.optional(),
  /** Days for which a lowered rate does not reach a creator who already promotes. Absent = 30. */
  rateLockDays: z.int().min(0).max(365).optional(),
});
export type TiktokShopTerms = z.infer<typeof tiktokShopTermsSchema>;

/** The seller's own affiliate scheme behind a storefront; pays like Amazon, after the month's end. */
export const storefrontTermsSchema = z.strictObject({
  baseShare: quantitySchema,
  paymentDelayDays: quantitySchema,
  paymentThreshold: quantitySchema,
  returnDelayWeeks: quantitySchema,
  orderFactor: quantitySchema.optional(),
  /** First day without storefronts; absent = 2023-09-12, when they ended worldwide; null = they never end. */
  endsOn: daySchema.nullable().optional(),
});
export type StorefrontTerms = z.infer<typeof storefrontTermsSchema>;

/** Income on Amazon itself (influencer videos on product pages): the same under every strategy. */
export const onAmazonSchema = z.strictObject({
  /** Median commission a week, major units, before season and growth. */
  perWeek: quantitySchema,
  /** Standard deviation of its logarithm between weeks. */
  logSd: quantitySchema,
});

/** What the videos cost and what brands pay for them, in major units; they enter net income only. */
export const costsSchema = z.strictObject({
  /** Every video, whatever its program. */
  perVideo: quantitySchema,
  /** Every week: samples, boosts. */
  perWeek: quantitySchema,
  /** Fixed fee that a brand pays per video, by the program of its link. */
  feePerVideo: z.strictObject({
    amazon: quantitySchema.optional(),
    tiktokShop: quantitySchema.optional(),
    storefront: quantitySchema.optional(),
  }),
});

/** One question, complete: the same document in the app, the CLI, the database and a file. */
export const scenarioSchema = z.strictObject({
  format: z.literal('forkcast-scenario'),
  version: z.literal(1),
  name: z.string().min(1).max(120),
  market: marketSchema,
  currency: currencySchema,
  start: daySchema,
  weeks: z.int().min(4).max(260),
  /** Number of futures of a full run. */
  trials: z.int().min(100).max(1_000_000),
  seed: z.int().min(0).max(0xffff_ffff),
  content: contentPlanSchema,
  products: z.array(productSchema).min(1).max(500),
  programs: z.strictObject({
    amazon: amazonTermsSchema,
    tiktokShop: tiktokShopTermsSchema,
    storefront: storefrontTermsSchema.optional(),
    onAmazon: onAmazonSchema.optional(),
  }),
  /** Variance-to-mean ratio of weekly orders beyond Poisson: 0 = Poisson, k = gamma–Poisson with variance mean + k × mean. */
  overDispersion: quantitySchema,
  /** `expected` replaces counts of videos and orders by their expectations (fractions): for hand calculation. Absent = `random`. */
  counts: z.enum(['random', 'expected']).optional(),
  /** Multiplier on TikTok Shop conversion by week of the scenario, linear between points, flat outside; empty = 1. */
  adoption: z.array(z.strictObject({ week: z.int().min(0), factor: z.number().positive() })),
  /** Multiplier on the whole adoption curve, drawn once per future: how wrong the curve may be. Absent = 1. */
  adoptionFactor: quantitySchema.optional(),
  /**
   * S-curve of TikTok Shop's conversion as the market takes it up: logistic, 1 on the calibration day; multiplies `adoption`.
   * `midpointWeeks`: weeks from the start to half of saturation (may be negative); `riseWeeks`: from 10 % to 90 % of it.
   */
  adoptionCurve: z
    .strictObject({ midpointWeeks: quantitySchema, riseWeeks: quantitySchema, calibratedOn: daySchema })
    .optional(),
  policy: z.array(policyEventSchema),
  strategies: z.array(strategySchema).min(2).max(8),
  /** The pair of strategy ids the headline compares: does `b` pay more than `a`? */
  headline: z.strictObject({ a: z.string(), b: z.string() }),
  /** What the reader must know before believing the numbers, as sentences; no bearing on the answer. Absent = nothing. */
  notes: z.array(z.string().min(1).max(500)).max(20).optional(),
  /** Income the creator needs every month, in major units; null = no floor. */
  monthlyFloor: z.number().nonnegative().nullable(),
  costs: costsSchema.optional(),
  /** Sums the creator wants to reach, in major units, by a day (absent = by the end). */
  goals: z
    .array(
      z.strictObject({
        label: z.string().min(1),
        amount: z.number().positive(),
        of: z.enum(['earned', 'paid']),
        by: daySchema.optional(),
      }),
    )
    .optional(),
  /** Rank correlations (Spearman) between quantities, named by their paths, products and events by id; unnamed pairs are independent. */
  correlations: z
    .array(z.strictObject({ a: z.string(), b: z.string(), rank: z.number().min(-1).max(1) }))
    .optional(),
});
export type Scenario = z.infer<typeof scenarioSchema>;
