import type { Aggregate } from '../../shared/domain/aggregate.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { Currency } from '../../shared/domain/money.ts';
import type { Order, RowMeasure } from '../../shared/domain/order.ts';
import type { ReportProgram } from '../../shared/domain/program.ts';
import type { Problem, ReportKind } from '../../shared/domain/report.ts';
import type { ColumnNames, Header } from './header.ts';
import type { Notation, NotedFields } from './notation.ts';
import type { Mark } from './read-cell/decimal-mark.ts';
import type { Zones } from './settle-zone.ts';
import type { DayOrder } from './read-cell/read-day.ts';

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
  | {
      readonly kind: 'aggregate';
      readonly aggregate: Aggregate;
      readonly identity: string;
      readonly warnings: readonly Fault[];
    }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }
  | { readonly kind: 'skip' };

export type ReadRow = (cells: readonly string[]) => RowReading;

/** What the person or the file's surroundings say about a report that its rows do not. */
export interface ReportContext {
  readonly currency: Currency | null;
  readonly notation: Notation;
  /** The days an aggregated report sums up, where no column says so. */
  readonly window: { readonly from: Day; readonly to: Day } | null;
  /** Null: the program's first account, or rows that name theirs. */
  readonly account: string | null;
  readonly zones: Zones | null;
}

/** One vendor report: how it is recognised and what its rows mean. */
export interface Importer {
  readonly kind: ReportKind;
  readonly program: ReportProgram;
  readonly measure: RowMeasure | 'aggregate';
  /**
   * `cells`: the report has no order ids, equal rows can be different sales, and a row never changes.
   * `order`: a row is one order line, and a later report may tell more of it.
   */
  readonly identity: 'cells' | 'order';
  /** Reports that tell of the same sales in the same identities share a space of keys, so that their rows meet; else the kind. */
  readonly keySpace?: string;
  /** `direct` is no part of a row's identity, because some exports of the same sales leave it out. */
  readonly hasDirectApart?: boolean;
  readonly columns: ColumnNames;
  /** The column of free text whose raw quotes or delimiters may break a line of the file. */
  readonly freeText: string | null;
  /** The order in which the vendor writes days; `iso` reports are looked at for days that a spreadsheet has rewritten. */
  readonly dayOrder: DayOrder;
  readonly noted: NotedFields;
  /** Field of the account where each row names one. */
  readonly accountField?: string;
  /** Field of the tracking id, which belongs to one account only. */
  readonly trackingField?: string;
  /** Fields of times without a zone, the day of the sale first, and of the video that the sale came from. */
  readonly unzoned?: { readonly fields: readonly string[]; readonly contentId: string };
  /** True where rows of two accounts can be equal in all that they say. */
  readonly needsAccount?: boolean;
  /** The decimal mark where it is known beforehand; else the cells or the person decide. */
  readonly decimal?: Mark;
  /** `asked`: the days a row sums up are in no column; `lastDay` is the field that holds the last one, if any. */
  readonly window?: { readonly lastDay: string | null };
  /** Null when the header and the context do not settle the currency of its money. */
  currencyOf(header: Header): Currency | null | 'in-rows';
  open(header: Header, context: ReportContext): ReadRow;
}
