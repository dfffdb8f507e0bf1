import { z } from 'zod';
import { provenanceSchema, type Provenance } from './provenance.ts';

const finite = z.number();
const positive = z.number().positive();

const plainDistribution = [
  z.strictObject({ kind: z.literal('constant'), value: finite }),
  /** `low to high`: the central interval of the given level. Lognormal if low > 0, else normal; logit-normal when `share`. */
  z.strictObject({
    kind: z.literal('interval'),
    low: finite,
    high: finite,
    level: z.union([z.literal(0.8), z.literal(0.9)]).default(0.8),
    share: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('uniform'), low: finite, high: finite }),
  z.strictObject({ kind: z.literal('triangular'), low: finite, mode: finite, high: finite }),
  z.strictObject({ kind: z.literal('pert'), low: finite, mode: finite, high: finite }),
  z.strictObject({
    kind: z.literal('normal'),
    mean: finite,
    sd: positive,
    min: finite.optional(),
    max: finite.optional(),
  }),
  /** `logSd` is the standard deviation of the natural logarithm. */
  z.strictObject({ kind: z.literal('lognormal'), median: positive, logSd: positive }),
  /** alpha = mean × weight, beta = (1 − mean) × weight. */
  z.strictObject({ kind: z.literal('beta'), mean: z.number().gt(0).lt(1), weight: positive }),
  /** alpha = successes, beta = failures (both > 0; add the prior before you write them). */
  z.strictObject({ kind: z.literal('beta-counts'), successes: positive, failures: positive }),
  z.strictObject({ kind: z.literal('gamma'), mean: positive, shape: positive }),
  z.strictObject({
    kind: z.literal('discrete'),
    values: z.array(z.strictObject({ value: finite, weight: positive })).min(1),
  }),
  /** Resampled with equal weight from own observations. */
  z.strictObject({ kind: z.literal('empirical'), values: z.array(finite).min(1) }),
] as const;

const partSchema = z.discriminatedUnion('kind', plainDistribution);

export const distributionSchema = z.discriminatedUnion('kind', [
  ...plainDistribution,
  z.strictObject({
    kind: z.literal('mixture'),
    parts: z.array(z.strictObject({ weight: positive, distribution: partSchema })).min(1),
  }),
]);
/** What is known of one number: a constant or a probability distribution. */
export type Distribution = z.infer<typeof distributionSchema>;

/** A number of a scenario with what is known of it and where that comes from. */
export interface Quantity {
  value: Distribution;
  provenance: Provenance;
}
/** A quantity as a document may write it, defaults left out. */
export interface QuantityInput {
  value: z.input<typeof distributionSchema>;
  provenance: z.input<typeof provenanceSchema>;
}
export const quantitySchema: z.ZodType<Quantity, QuantityInput> = z.strictObject({
  value: distributionSchema,
  provenance: provenanceSchema,
});
