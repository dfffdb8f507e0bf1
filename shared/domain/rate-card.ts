import { z } from 'zod';
import { daySchema } from './day.ts';
import { currencySchema } from './money.ts';
import { marketSchema } from './market.ts';
import { provenanceSchema } from './provenance.ts';

/** Amazon's commission rates by category in one market, in force from one day (inclusive) until the next card. Data: `resources/rate-cards`. */
export const rateCardSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  program: z.literal('amazon'),
  market: marketSchema,
  currency: currencySchema,
  from: daySchema,
  /** First day on which it is no longer in force (the next card's `from`); null while it is in force. */
  until: daySchema.nullable(),
  /** Rate in parts per million by the card's category name; `indirect` where a card pays less for other things in the basket. */
  rates: z.array(
    z.strictObject({
      category: z.string().min(1),
      ppm: z.int().min(0).max(1_000_000),
      indirectPpm: z.int().min(0).max(1_000_000).optional(),
      provenance: provenanceSchema.optional(),
    }),
  ),
  /** The row "all other categories", in parts per million. */
  otherPpm: z.int().min(0).max(1_000_000),
  provenance: provenanceSchema,
});
export type RateCard = z.infer<typeof rateCardSchema>;
