import type { Aggregate, AggregateSubject } from '../../shared/domain/aggregate.ts';
import { minor, type Currency, type Minor } from '../../shared/domain/money.ts';
import type { ReportProgram } from '../../shared/domain/program.ts';
import type { ReportKind } from '../../shared/domain/report.ts';
import { amazonCurrency, isTotalRow } from './amazon.ts';
import type { ColumnNames, Header } from './header.ts';
import type { Fault, Importer, ReadRow, ReportContext } from './importer.ts';
import { CellReader } from './read-cell/cell-reader.ts';
import type { DayOrder } from './read-cell/read-day.ts';

type CountField =
  | 'views'
  | 'impressions'
  | 'clicks'
  | 'orders'
  | 'itemsOrdered'
  | 'itemsShipped'
  | 'itemsReturned';
type AmountField = 'orderedRevenue' | 'base' | 'commission';

/** How a summed-up report is to be read; every name is a field of `columns`. */
export interface AggregateReport {
  readonly kind: ReportKind;
  readonly program: ReportProgram;
  readonly subject: AggregateSubject;
  readonly columns: ColumnNames;
  readonly freeText?: string;
  /** Whose a row is: a field names its account, or its tracking id; absent: nothing tells. */
  readonly owner?: { readonly account: string } | { readonly trackingId: string };
  /** Fields that name the subject; together they are its id within the report. */
  readonly subjectId: readonly string[];
  readonly name?: string;
  readonly category?: string;
  /** The day each row sums up, or `asked` with the field of the window's last day, if there is one. */
  readonly day: string | { readonly asked: string | null };
  readonly dayOrder: DayOrder;
  readonly counts: Partial<Record<CountField, string>>;
  /** Fields of money, the ones after the first are taken off it. */
  readonly amounts: Partial<Record<AmountField, readonly string[]>>;
  /** Absent: Amazon's rule. */
  readonly currencyOf?: Importer['currencyOf'];
  /** Says whether a row contradicts itself; it is kept with a warning. */
  readonly contradicts?: (count: (field: string) => number | null) => boolean;
}

/** Amazon's catch-all row changes its name from export to export; it keeps totals right and must stay one subject. */
const catchAll = (text: string): string => (/^others?$/iu.test(text) ? 'Other' : text);

const without = (reader: CellReader, fields: readonly string[], currency: Currency): Minor | null => {
  const [first, ...rest] = fields.map(field => reader.optionalAmount(field, currency));
  if (first === undefined || first === null) return null;
  return minor(rest.reduce<number>((sum, amount) => sum - Math.abs(amount ?? 0), first));
};

const openRows = (report: AggregateReport, header: Header, context: ReportContext): ReadRow => {
  const reader = new CellReader(header, context.notation);
  const { currency, window } = context;
  const count = (field: CountField): number | null =>
    report.counts[field] === undefined ? null : reader.optionalCount(report.counts[field]);
  const amount = (field: AmountField): Minor | null =>
    report.amounts[field] === undefined || currency === null
      ? null
      : without(reader, report.amounts[field], currency);
  return cells => {
    if (isTotalRow(cells)) return { kind: 'skip' };
    reader.start(cells);
    const own = typeof report.day === 'string' ? reader.day(report.day) : null;
    if (typeof report.day !== 'string' && report.day.asked !== null) reader.day(report.day.asked);
    const [from, to] = typeof report.day === 'string' ? [own?.day, own?.day] : [window!.from, window!.to];
    const subject = report.subjectId.map(field => catchAll(reader.id(field)?.normalize('NFC') ?? ''));
    if (subject.every(part => part === '')) reader.refuse(report.subjectId[0]!, 'missing-value');
    const aggregate: Omit<Aggregate, 'from' | 'to'> = {
      program: report.program,
      report: report.kind,
      subject: report.subject,
      subjectId: subject.join(' · '),
      name: report.name === undefined ? subject[0]! : reader.name(report.name),
      currency: Object.keys(report.amounts).length === 0 ? null : currency,
      category: report.category === undefined ? null : reader.optional(report.category),
      views: count('views'),
      impressions: count('impressions'),
      clicks: count('clicks'),
      orders: count('orders'),
      itemsOrdered: count('itemsOrdered'),
      itemsShipped: count('itemsShipped'),
      itemsReturned: count('itemsReturned'),
      orderedRevenue: amount('orderedRevenue'),
      base: amount('base'),
      commission: amount('commission'),
    };
    const isOdd = report.contradicts?.(field => reader.optionalCount(field)) ?? false;
    if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
    const odd: Fault = {
      column: null,
      text: cells.join(' | ').slice(0, 200),
      reason: 'contradicts-itself',
      weight: 'warning',
    };
    const identity = `${to!} ${from!}\t${report.subject}\t${subject.join('\t')}`;
    return {
      kind: 'aggregate',
      aggregate: { ...aggregate, from: from!, to: to! },
      identity,
      warnings: isOdd ? [odd] : [],
    };
  };
};

const ownership = (
  owner: AggregateReport['owner'],
): Pick<Importer, 'accountField' | 'trackingField' | 'needsAccount'> => {
  if (owner === undefined) return { needsAccount: true };
  return 'account' in owner ? { accountField: owner.account } : { trackingField: owner.trackingId };
};

/** Makes the importer of a summed-up report. */
export const aggregateReport = (report: AggregateReport): Importer => {
  const asked = typeof report.day === 'string' ? undefined : { lastDay: report.day.asked };
  const hasMoney = Object.keys(report.amounts).length > 0;
  const days =
    typeof report.day === 'string' ? [report.day] : report.day.asked === null ? [] : [report.day.asked];
  return {
    kind: report.kind,
    program: report.program,
    measure: 'aggregate',
    identity: 'cells',
    ...ownership(report.owner),
    columns: report.columns,
    freeText: report.freeText ?? null,
    dayOrder: report.dayOrder,
    noted: { days, amounts: Object.values(report.amounts).flat() },
    ...(asked ? { window: asked } : {}),
    currencyOf: hasMoney ? (report.currencyOf ?? amazonCurrency) : () => 'in-rows',
    open: (header, context) => openRows(report, header, context),
  };
};
