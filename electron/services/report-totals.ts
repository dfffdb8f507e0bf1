import type { Aggregate } from '../../shared/domain/aggregate.ts';
import type { Day } from '../../shared/domain/day.ts';
import { minor, type Currency, type Minor } from '../../shared/domain/money.ts';
import type { Order } from '../../shared/domain/order.ts';
import { ContentDigest } from '../importers/content-digest.ts';
import type { ReportNames } from '../importers/report-names.ts';
import type { ReportTail } from '../storage/planned-report.ts';

const nothing: Sums = {
  base: null,
  commission: null,
  estimatedBase: null,
  estimatedCommission: null,
  items: 0,
  returned: 0,
};

type Sums = Pick<
  Order,
  'base' | 'commission' | 'estimatedBase' | 'estimatedCommission' | 'items' | 'returned'
>;

/** Adds up what a report's rows say as a whole. */
export class ReportTotals {
  readonly digest = new ContentDigest();
  rows = 0;
  refused = 0;
  warnings = 0;
  leftOut = 0;
  currency: Currency | null = null;
  isMixed = false;
  /** Of base, commission, their estimates, and items. */
  readonly #absolute = [0, 0, 0, 0, 0];
  #commission = 0;
  #estimated = 0;
  #hasMoney = false;
  #from: Day | null = null;
  #to: Day | null = null;
  #asOf: Day | null = null;

  /** Whether each sum of the report is exact, whatever part of its rows it is of. */
  get isExact(): boolean {
    return this.#absolute.every(Number.isSafeInteger);
  }

  add(order: Order, rowHash: Buffer, beyond: number): void {
    this.#count(rowHash, beyond);
    this.#extend(order.orderedOn);
    this.#extend(order.shippedOn);
    if (order.settledOn !== null && (this.#asOf === null || order.settledOn > this.#asOf))
      this.#asOf = order.settledOn;
    // What was expected of a settled row is no money to come.
    const isOpen = order.status === 'pending' || order.status === 'frozen';
    this.#addMoney(order.currency, order.commission, isOpen ? order.estimatedCommission : null);
    this.#measure(order);
  }

  addAggregate({ from, to, currency, commission }: Aggregate, rowHash: Buffer): void {
    this.#count(rowHash);
    this.#extend(from);
    this.#extend(to);
    if (currency !== null) this.#addMoney(currency, commission, null);
    this.#measure({ ...nothing, commission });
  }

  /** A warning, too: the file is not to be taken for wholly known another time. */
  leaveOut(): void {
    this.leftOut += 1;
    this.warnings += 1;
  }

  #count(rowHash: Buffer, beyond = 0): void {
    this.rows += 1;
    this.digest.add(rowHash, beyond);
  }

  #addMoney(currency: Currency, commission: Minor | null, estimated: Minor | null): void {
    this.currency ??= currency;
    if (currency !== this.currency) {
      this.isMixed = true;
      return;
    }
    if (commission !== null) this.#hasMoney = true;
    this.#commission += commission ?? 0;
    this.#estimated += estimated ?? 0;
  }

  #measure({ base, commission, estimatedBase, estimatedCommission, items, returned }: Sums): void {
    const sums = this.#absolute;
    sums[0]! += Math.abs(base ?? 0);
    sums[1]! += Math.abs(commission ?? 0);
    sums[2]! += Math.abs(estimatedBase ?? 0);
    sums[3]! += Math.abs(estimatedCommission ?? 0);
    sums[4]! += Math.abs(items) + Math.abs(returned);
  }

  #extend(on: Day | null): void {
    if (on === null) return;
    if (this.#from === null || on < this.#from) this.#from = on;
    if (this.#to === null || on > this.#to) this.#to = on;
    if (this.#asOf === null || on > this.#asOf) this.#asOf = on;
  }

  tail(
    kind: string,
    known: { readonly fileDigest: Buffer; readonly names: ReportNames },
  ): Omit<ReportTail, 'corrections'> {
    const { rows, refused, warnings, currency } = this;
    const { accounts: rowAccounts, trackingIds } = known.names;
    const commission = this.#hasMoney ? minor(this.#commission) : null;
    const [from, to, asOf] = [this.#from, this.#to, this.#asOf];
    const contentDigest = this.digest.end(kind);
    return {
      fileDigest: known.fileDigest,
      contentDigest,
      currency,
      from,
      to,
      asOf,
      rows,
      refused,
      warnings,
      commission,
      rowAccounts,
      trackingIds,
    };
  }

  get commission(): number {
    return this.#commission;
  }

  get estimated(): number {
    return this.#estimated;
  }
}
