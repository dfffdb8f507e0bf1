import { z } from 'zod';
import { daySchema } from './day.ts';

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
]);
export type Strategy = z.infer<typeof strategySchema>;
