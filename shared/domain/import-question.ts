import { z } from 'zod';
import { daySchema, type Day } from './day.ts';
import { currencySchema, type Currency } from './money.ts';
import { accountName } from './account.ts';
import { timeZoneSchema } from './time-zone.ts';
import {
  columnMappingSchema,
  tableReadingSchema,
  type ColumnMapping,
  type Encoding,
} from './column-mapping.ts';

/** Where a question arose; `id` stays the same when the same content is dropped again. */
interface Asked {
  readonly id: string;
  readonly file: string;
  readonly sheet: string | null;
}

/** Something a report does not say and only the person can. Until it is answered nothing of the report is planned. */
export type ImportQuestion =
  /** Which days an aggregated report sums up; `lastDay` is what the report does say. */
  | (Asked & {
      readonly kind: 'window';
      readonly lastDay: Day | null;
      readonly proposed: { readonly from: Day; readonly to: Day } | null;
    })
  | (Asked & { readonly kind: 'currency'; readonly proposed: Currency | null })
  /** Whose report it is; `known` are the program's accounts in the library, `hints` names that stand in the report. */
  | (Asked & {
      readonly kind: 'account';
      readonly network: string;
      readonly proposed: string | null;
      readonly known: readonly (string | null)[];
      readonly hints: readonly string[];
    })
  /** Times without a zone: `example` would stand on another day in another of the `choices`; days are stored as `home`'s. */
  | (Asked & {
      readonly kind: 'time-zone';
      readonly proposed: string;
      readonly home: string;
      readonly choices: readonly string[];
      readonly example: string | null;
    })
  /** Days like 04/05/2026 that can be read both ways. */
  | (Asked & {
      readonly kind: 'day-order';
      readonly column: string;
      readonly examples: readonly string[];
    })
  /** Amounts like 125.000 that can be read as thousands or as three decimals. */
  | (Asked & {
      readonly kind: 'decimals';
      readonly column: string;
      readonly examples: readonly string[];
    })
  /** A table that no importer knows. */
  | (Asked & {
      readonly kind: 'columns';
      readonly delimiter: string | null;
      readonly encoding: Encoding | null;
      /** Id under which a `reading` answer cuts the table otherwise; the question is then asked again about what comes out. */
      readonly readingId: string;
      /** First rows of the table, above and below the header, for choosing the header. */
      readonly top: readonly { readonly line: number; readonly cells: readonly string[] }[];
      /** 1-based line of the row that is proposed as header. */
      readonly headerLine: number;
      readonly header: readonly string[];
      readonly sample: readonly (readonly string[])[];
      readonly proposed: ColumnMapping;
    });

/** An answer, by the question's id. `skip` leaves the table out. */
export const importAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('window'), from: daySchema, to: daySchema }),
  z.strictObject({ kind: z.literal('currency'), currency: currencySchema }),
  z.strictObject({
    kind: z.literal('account'),
    account: z.string().max(80).transform(accountName).pipe(z.string().min(1)).nullable(),
  }),
  z.strictObject({ kind: z.literal('day-order'), order: z.enum(['day-first', 'month-first']) }),
  z.strictObject({ kind: z.literal('time-zone'), zone: timeZoneSchema }),
  z.strictObject({ kind: z.literal('decimals'), decimal: z.enum(['.', ',']) }),
  z.strictObject({ kind: z.literal('columns'), mapping: columnMappingSchema }),
  z.strictObject({ kind: z.literal('reading'), reading: tableReadingSchema }),
  /** Rows that the person leaves out or corrects, by their lines; the id is the report plan's `rowsId`. */
  z.strictObject({
    kind: z.literal('rows'),
    leaveOut: z.array(z.int().positive()).max(1000),
    /** Cells in place of a row's, as many as the header has. */
    fixed: z
      .array(z.strictObject({ line: z.int().positive(), cells: z.array(z.string().max(10_000)).max(1000) }))
      .max(1000)
      .optional(),
  }),
  z.strictObject({ kind: z.literal('skip') }),
]);
export type ImportAnswer = z.infer<typeof importAnswerSchema>;
export type ImportAnswers = Readonly<Record<string, ImportAnswer>>;
