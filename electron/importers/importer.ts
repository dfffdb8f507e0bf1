import type { Currency } from '../../shared/domain/money.ts';
import type { Order, RowMeasure } from '../../shared/domain/order.ts';
import type { Program } from '../../shared/domain/program.ts';
import type { Problem, ReportKind } from '../../shared/domain/report.ts';
import type { ColumnNames, Header } from './header.ts';

/** A problem of a row before it is known which file, sheet and line it stands in. */
export type Fault = Pick<Problem, 'column' | 'text' | 'reason' | 'weight'>;

/** What one row of a report says. `identity` is equal for two rows exactly when they tell of the same sale. */
export type RowReading =
  | {
      readonly kind: 'order';
      readonly order: Order;
      readonly identity: string;
      readonly warnings: readonly Fault[];
    }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }
  | { readonly kind: 'skip' };

export type ReadRow = (cells: readonly string[]) => RowReading;

/** What the person or the file's surroundings say about a report that its rows do not. */
export interface ReportContext {
  readonly currency: Currency | null;
}

/** One vendor report: how it is recognised and what its rows mean. */
export interface Importer {
  readonly kind: ReportKind;
  readonly program: Program;
  readonly measure: RowMeasure;
  /**
   * `cells`: the report has no order ids, equal rows can be different sales, and a row never changes.
   * `order`: a row is one order line, and a later report may tell more of it.
   */
  readonly identity: 'cells' | 'order';
  readonly columns: ColumnNames;
  /** The column of free text whose raw quotes or delimiters may break a line of the file. */
  readonly freeText: string | null;
  /** Null when the header and the context do not settle the currency of its money. */
  currencyOf(header: Header): Currency | null | 'in-rows';
  open(header: Header, context: ReportContext): ReadRow;
}
