import { z } from 'zod';
import { daySchema } from './day.ts';
import { quantitySchema } from './quantity.ts';

/** When an event happens, given that it happens. */
export const eventDateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), on: daySchema }),
  /** Every day from `from` to `to` (both inclusive) equally likely. */
  z.strictObject({ kind: z.literal('window'), from: daySchema, to: daySchema }),
  /** Chance that it has happened within 6, 12 and 24 months of the scenario's start; replaces `probability`. The rest is never. */
  z.strictObject({
    kind: z.literal('elicited'),
    within6: z.number().min(0).max(1),
    within12: z.number().min(0).max(1),
    within24: z.number().min(0).max(1),
  }),
  /** Constant hazard per year from the scenario's start; replaces `probability`. */
  z.strictObject({ kind: z.literal('hazard'), perYear: z.number().positive() }),
  /** Days from the scenario's start, with any distribution; fractions are rounded down. */
  z.strictObject({ kind: z.literal('after-days'), days: quantitySchema }),
]);
export type EventDate = z.infer<typeof eventDateSchema>;

/** A step on the way to an event's full effect. */
export const policyStageSchema = z.strictObject({
  label: z.string().min(1),
  weeks: quantitySchema,
  amazonReach: quantitySchema,
  tiktokShopReach: quantitySchema,
  categories: z.array(z.string().min(1)).min(1).optional(),
});
export type PolicyStage = z.infer<typeof policyStageSchema>;

/**
 * Something outside the creator's power that changes what links earn. Effects are multipliers on expected orders of each
 * program while the event lasts: an external-link ban has `amazonReach` = leakage (viewers who search Amazon themselves) and
 * `tiktokShopReach` = 1 + recapture (demand that moves into the closed loop).
 */
export const policyEventSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum([
    'external-link-ban',
    'storefront-end',
    'shop-suspended',
    'app-outage',
    'commission-change',
    'market-closure',
  ]),
  label: z.string().min(1),
  /** Chance that it happens at all within the date distribution; the rest is never. */
  probability: quantitySchema,
  date: eventDateSchema,
  /** Weeks from the date until it ends; null = for good. */
  durationWeeks: quantitySchema.nullable().default(null),
  amazonReach: quantitySchema,
  tiktokShopReach: quantitySchema,
  /** Absent = 1. */
  storefrontReach: quantitySchema.optional(),
  /** Multipliers on commission rates after its stages, while it lasts. A lowered TikTok Shop rate waits for the lock. Absent = 1. */
  amazonRate: quantitySchema.optional(),
  tiktokShopRate: quantitySchema.optional(),
  /** Only products of these Amazon categories feel it. Absent = all. */
  categories: z.array(z.string().min(1)).min(1).optional(),
  /** What comes first (a warning, bio links only, one category): each for its weeks, then the event's own effects. */
  stages: z.array(policyStageSchema).optional(),
  /** Of the events of one group at most one happens: their probabilities add. */
  group: z.string().min(1).optional(),
  /** Happens only if that event happens, and not before it; `after-days` counts from it. */
  within: z.string().min(1).optional(),
});
export type PolicyEvent = z.infer<typeof policyEventSchema>;
