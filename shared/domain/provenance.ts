import { z } from 'zod';
import { daySchema } from './day.ts';

/**
 * How far a fact can be trusted: A official text or real file, B several independent sources, C one secondary source,
 * D untraceable (a default the user sees and may change), M measured by us on real data.
 */
export const gradeSchema = z.enum(['A', 'B', 'C', 'D', 'M']);
export type Grade = z.infer<typeof gradeSchema>;

/** Where a number comes from. No number in a scenario is without one. */
export const provenanceSchema = z.discriminatedUnion('kind', [
  /** Counted or fitted from the user's own imported reports. */
  z.strictObject({
    kind: z.literal('report'),
    files: z.array(z.string().min(1)).min(1),
    rows: z.int().nonnegative(),
    from: daySchema,
    to: daySchema,
    /** Not seen in the reports: set so that with stated guesses the rows come out. */
    calibrated: z.literal(true).optional(),
    note: z.string().optional(),
  }),
  /** A platform's page, an article or a measurement, graded. */
  z.strictObject({
    kind: z.literal('publication'),
    source: z.string().min(1),
    date: z.string().min(4),
    market: z.string().optional(),
    grade: gradeSchema,
    note: z.string().optional(),
  }),
  /** Typed in by the user. */
  z.strictObject({ kind: z.literal('user'), on: daySchema, note: z.string().optional() }),
  /** Nobody's fact: a starting point. */
  z.strictObject({ kind: z.literal('guess'), note: z.string().min(1) }),
]);
export type Provenance = z.infer<typeof provenanceSchema>;
