import type { ImportQuestion } from '../../shared/domain/import-question.ts';
import { currencySchema, type Currency } from '../../shared/domain/money.ts';
import { homeZone, inZone, momentOf, postedAt, type ClockTime } from '../../shared/domain/time-zone.ts';
import { answerTo, asked, type AskedTable, type HeadedTable } from './asked-table.ts';
import type { DayOrder } from './read-cell/read-day.ts';
import { readDay } from './read-cell/read-day.ts';

/** The zone that a report's times are in, and the one whose days are stored. */
export interface Zones {
  readonly written: string;
  readonly home: string;
}

export interface SettledZone {
  /** Null where the report has no such times. */
  readonly zones: Zones | null;
  readonly assumed: readonly ImportQuestion[];
}

/** What exports without a zone may be in besides the market's own. */
const others = ['UTC', 'Asia/Shanghai'] as const;

interface TimedRow {
  readonly text: string;
  readonly clock: ClockTime;
  readonly posted: number | null;
}

const hasTime = /\d:\d{2}/;

const timedRows = ({ importer, header, sample }: HeadedTable, dayOrder: DayOrder): readonly TimedRow[] => {
  const { fields, contentId } = importer.unzoned!;
  const at = header.at(fields[0]!);
  return sample.flatMap(({ cells }) => {
    const text = (cells[at] ?? '').trim();
    const clock = hasTime.test(text) ? readDay(text, dayOrder) : undefined;
    return clock ? [{ text, clock, posted: postedAt((cells[header.at(contentId)] ?? '').trim()) }] : [];
  });
};

const currencyOf = ({ header, sample }: HeadedTable): Currency | undefined => {
  const at = header.at('currency');
  for (const { cells } of sample) {
    const found = currencySchema.safeParse((cells[at] ?? '').trim().toUpperCase());
    if (found.success) return found.data;
  }
  return undefined;
};

/** An order cannot be older than the video it came from: that rules zones out. */
const isPossible = (zone: string, rows: readonly TimedRow[]): boolean =>
  rows.every(({ clock, posted }) => posted === null || momentOf(clock, zone) >= posted);

/** Rows that stand on another day if the report is in `zone`. */
const movedBy = (zone: string, home: string, rows: readonly TimedRow[]): readonly TimedRow[] =>
  rows.filter(({ clock }) => inZone(clock, zone, home).day !== clock.day);

/**
 * The zone of times that a report writes without one: as the person says; else that of the last report of its kind, else the market's own,
 * each where the videos' ids allow it. Only where another zone would put a row on another day is it worth a word.
 */
export const settleZone = (given: AskedTable, headed: HeadedTable, dayOrder: DayOrder): SettledZone => {
  if (!headed.importer.unzoned) return { zones: null, assumed: [] };
  const currency = currencyOf(headed);
  const rows = timedRows(headed, dayOrder);
  if (currency === undefined || rows.length === 0) return { zones: null, assumed: [] };
  const home = homeZone(currency);
  const possible = [home, ...others.filter(zone => zone !== home)].filter(zone => isPossible(zone, rows));
  const said = answerTo(given, 'time-zone')?.zone;
  const last = given.zones?.[`${headed.importer.kind} ${home}`];
  const isLastPossible = last !== undefined && (possible.length === 0 || isPossible(last, rows));
  const written = said ?? (isLastPossible ? last : (possible[0] ?? home));
  const moved = possible.flatMap(zone => movedBy(zone, home, rows));
  const zones = { written, home };
  if (moved.length === 0 && said === undefined) return { zones, assumed: [] };
  const question: ImportQuestion = {
    ...asked(given, 'time-zone'),
    kind: 'time-zone',
    proposed: written,
    home,
    choices: [...new Set([...possible, written])],
    example: moved[0]?.text ?? null,
  };
  return { zones, assumed: [question] };
};

const clockText = ({ day, time }: ClockTime): string => `${day} ${time}`;

/** A row's cells with their times moved to the home zone's clocks, for the importer to read as ever. */
export const atHome = (
  cells: readonly string[],
  columns: readonly number[],
  { zones, dayOrder }: { readonly zones: Zones; readonly dayOrder: DayOrder },
): readonly string[] =>
  cells.map((cell, index) => {
    if (!columns.includes(index) || !hasTime.test(cell)) return cell;
    const clock = readDay(cell.trim(), dayOrder);
    return clock ? clockText(inZone(clock, zones.written, zones.home)) : cell;
  });
