import type { Day } from './day.ts';
import type { Currency, Minor } from './money.ts';
import type { ReportProgram } from './program.ts';
import type { ReportKind } from './report.ts';

/** What a row of a summed-up report is about. */
export type AggregateSubject =
  | 'day'
  | 'category'
  | 'product'
  | 'tracking-id'
  | 'link-type'
  | 'campaign'
  | 'video'
  | 'post'
  | 'statement';

/**
 * One row of a report that sums up sales or views over days. It describes sales that order-level reports may hold too:
 * the two are set side by side and never added. Null = the report does not say; never a guess.
 */
export interface Aggregate {
  readonly program: ReportProgram;
  readonly report: ReportKind;
  /** Account that the row names, or the report's where it has one; absent for the program's first, unnamed one. */
  readonly account?: string;
  readonly subject: AggregateSubject;
  /** Id of the subject within its report: an ASIN, a category, a video id, a day. */
  readonly subjectId: string;
  readonly name: string;
  /** First and last day that the row sums up. */
  readonly from: Day;
  readonly to: Day;
  readonly currency: Currency | null;
  readonly category: string | null;
  readonly views: number | null;
  readonly impressions: number | null;
  readonly clicks: number | null;
  readonly orders: number | null;
  readonly itemsOrdered: number | null;
  readonly itemsShipped: number | null;
  readonly itemsReturned: number | null;
  readonly orderedRevenue: Minor | null;
  /** Revenue that commission is paid on, returns taken off where the report names them. */
  readonly base: Minor | null;
  readonly commission: Minor | null;
}
