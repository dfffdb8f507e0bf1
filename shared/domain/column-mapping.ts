import { z } from 'zod';
import { currencySchema } from './money.ts';

/** What a column of an unknown report can mean. */
export const mappedFields = [
  'day',
  'orderId',
  'product',
  'productId',
  'category',
  'seller',
  'status',
  'items',
  'price',
  'base',
  'commission',
  'currency',
  'contentId',
  'account',
] as const;
export type MappedField = (typeof mappedFields)[number];

/** How to read a report of another network: made by the person once, kept as a template that knows the next file by its header. */
export const columnMappingSchema = z.strictObject({
  name: z.string().min(1).max(80),
  /** Name of the header's column for each field; `day` and `commission` are needed. */
  columns: z
    .partialRecord(z.enum(mappedFields), z.string().min(1))
    .refine(columns => columns.day !== undefined && columns.commission !== undefined, {
      error: 'needs a day and a commission column',
    }),
  dayOrder: z.enum(['iso', 'day-first', 'month-first']),
  decimal: z.enum(['.', ',']),
  /** Currency of a report that has no currency column. */
  currency: currencySchema.nullable(),
  /** Words of the status column that mean pending, and such that mean cancelled; everything else is earned. */
  pendingWords: z.array(z.string().min(1)).default([]),
  cancelledWords: z.array(z.string().min(1)).default([]),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** A mapping with the header it belongs to, as stored and as exchanged in files. */
export const mappingTemplateSchema = z.strictObject({
  format: z.literal('forkcast-mapping'),
  version: z.literal(1),
  /** The header's names, normalised, in order. */
  header: z.array(z.string()).min(2),
  mapping: columnMappingSchema,
});
export type MappingTemplate = z.infer<typeof mappingTemplateSchema>;
