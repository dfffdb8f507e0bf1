import type { Currency, Minor, PartsPerMillion } from '../../../shared/domain/money.ts';
import type { ProblemReason } from '../../../shared/domain/report.ts';
import type { Header } from '../header.ts';
import type { Fault } from '../importer.ts';
import type { Notation } from '../notation.ts';
import { amountFault, isMissing, readAmount, readDecimalAmount } from './read-amount.ts';
import { readCount } from './read-count.ts';
import { readDay, type DayAndTime } from './read-day.ts';
import { isDestroyedId } from './read-id.ts';
import { readPercent } from './read-rate.ts';

/**
 * Reads the cells of one row by field and gathers what is wrong with them. Call `start` with each row;
 * after the fields are read, `faults` says whether the row can be stored.
 */
export class CellReader {
  readonly #header: Header;
  readonly #notation: Notation;
  #cells: readonly string[] = [];
  #faults: Fault[] = [];

  constructor(header: Header, notation: Notation) {
    this.#header = header;
    this.#notation = notation;
  }

  start(cells: readonly string[]): void {
    this.#cells = cells;
    if (this.#faults.length > 0) this.#faults = [];
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  refuse(field: string, reason: ProblemReason): void {
    const text = this.#cells[this.#header.at(field)] ?? null;
    this.#faults.push({ column: this.#header.nameOf(field), text, reason, weight: 'refused' });
  }

  /** The trimmed text, empty when the report has no such column. */
  text(field: string): string {
    return (this.#cells[this.#header.at(field)] ?? '').trim();
  }

  /** A name in composed form, so that files from different systems agree on it. */
  name(field: string): string {
    return this.text(field).normalize('NFC');
  }

  /** The text, or null when it is missing. */
  optional(field: string): string | null {
    const text = this.text(field);
    return isMissing(text) ? null : text;
  }

  /** The text of a number, with a decimal point. */
  #number(field: string): string {
    const text = this.text(field);
    if (this.#notation.decimal === '.' || text === '') return text;
    return text.replaceAll(/[.,]/g, mark => (mark === ',' ? '.' : ','));
  }

  required(field: string): string {
    const text = this.text(field);
    if (isMissing(text)) this.refuse(field, 'missing-value');
    return text;
  }

  /** A long number that must stay text. */
  id(field: string): string | null {
    const text = this.text(field);
    if (isMissing(text)) return null;
    if (isDestroyedId(text)) this.refuse(field, 'id-destroyed-by-excel');
    return text;
  }

  requiredId(field: string): string {
    const id = this.id(field);
    if (id === null) this.refuse(field, 'missing-value');
    return id ?? '';
  }

  optionalAmount(field: string, currency: Currency): Minor | null {
    const text = this.#number(field);
    if (isMissing(text)) return null;
    const amount = this.#notation.threeDecimals
      ? readDecimalAmount(text, currency)
      : readAmount(text, currency);
    if (amount === undefined) this.refuse(field, amountFault(text, currency));
    return amount ?? null;
  }

  amount(field: string, currency: Currency): Minor {
    const amount = this.optionalAmount(field, currency);
    if (amount === null && isMissing(this.text(field))) this.refuse(field, 'missing-value');
    return amount ?? (0 as Minor);
  }

  optionalCount(field: string): number | null {
    const text = this.#number(field);
    if (isMissing(text)) return null;
    const count = readCount(text);
    if (count === undefined) this.refuse(field, 'not-a-number');
    return count ?? null;
  }

  count(field: string): number {
    const count = this.optionalCount(field);
    if (count === null && isMissing(this.text(field))) this.refuse(field, 'missing-value');
    return count ?? 0;
  }

  optionalPercent(field: string): PartsPerMillion | null {
    const text = this.#number(field);
    if (isMissing(text)) return null;
    const rate = readPercent(text);
    if (rate === undefined) this.refuse(field, 'not-a-number');
    return rate ?? null;
  }

  optionalDay(field: string): DayAndTime | null {
    const text = this.text(field);
    if (isMissing(text)) return null;
    const found = readDay(text, this.#notation.dayOrder);
    if (found === undefined) this.refuse(field, 'not-a-day');
    return found ?? null;
  }

  day(field: string): DayAndTime | null {
    const found = this.optionalDay(field);
    if (found === null && isMissing(this.text(field))) this.refuse(field, 'missing-value');
    return found;
  }
}
