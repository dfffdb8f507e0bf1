import { z } from 'zod';
import { daySchema } from './day.ts';
import { programSchema } from './program.ts';

const share = z.number().min(0).max(1);

/** Shares of the videos from a day on; the first step holds from the start. */
export const planStepSchema = z.strictObject({
  from: daySchema,
  amazon: share,
  tiktokShop: share,
  storefront: share.default(0),
});

/** Which share of videos goes to which program over time. */
export const strategySchema = z.discriminatedUnion('kind', [
  z.strictObject({ id: z.string().min(1), label: z.string().min(1), kind: z.literal('all-amazon') }),
  z.strictObject({ id: z.string().min(1), label: z.string().min(1), kind: z.literal('all-tiktok-shop') }),
  /** A constant share of every week's videos for TikTok Shop, the rest Amazon. */
  z.strictObject({
    id: z.string().min(1),
    label: z.string().min(1),
    kind: z.literal('mix'),
    tiktokShopShare: z.number().min(0).max(1),
  }),
  /** All Amazon until the event has happened and the reaction delay has passed, then all TikTok Shop. */
  z.strictObject({
    id: z.string().min(1),
    label: z.string().min(1),
    kind: z.literal('switch-at-event'),
    event: z.string().min(1),
    reactionWeeks: z.int().min(0).max(104),
  }),
  /** All Amazon before the day, all TikTok Shop from its week on. */
  z.strictObject({
    id: z.string().min(1),
    label: z.string().min(1),
    kind: z.literal('switch-on-day'),
    on: daySchema,
  }),
  z.strictObject({ id: z.string().min(1), label: z.string().min(1), kind: z.literal('all-storefront') }),
  /** Shares of the videos over time: each step holds from its day's week on; what is missing to 1 carries no link. */
  z.strictObject({
    id: z.string().min(1),
    label: z.string().min(1),
    kind: z.literal('plan'),
    steps: z.array(planStepSchema).min(1).max(100),
  }),
  /** Every product on its own program for good; products that are not named carry no link. */
  z.strictObject({
    id: z.string().min(1),
    label: z.string().min(1),
    kind: z.literal('per-product'),
    programs: z.record(z.string(), programSchema),
  }),
]);
export type Strategy = z.infer<typeof strategySchema>;
