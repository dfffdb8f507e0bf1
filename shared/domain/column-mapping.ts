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

/** Encodings that a file of text can be read in. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'shift_jis'] as const;
export type Encoding = (typeof encodings)[number];

/** How a table is cut out of its file where that is not left to detection; sheets have neither delimiter nor encoding. */
export const tableReadingSchema = z.strictObject({
  delimiter: z.string().length(1).optional(),
  encoding: z.enum(encodings).optional(),
  /** 1-based line of the row that names the columns. */
  headerLine: z.int().positive().max(1000).optional(),
});
export type TableReading = z.infer<typeof tableReadingSchema>;

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
  /** Where detection was overruled; of the next file, delimiter and encoding are read so and the header is found by its names. */
  reading: tableReadingSchema.optional(),
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
