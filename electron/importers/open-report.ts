import type { ImportQuestion } from '../../shared/domain/import-question.ts';
import type { MappingTemplate, TableReading } from '../../shared/domain/column-mapping.ts';
import type { UnknownTable } from '../../shared/domain/import-plan.ts';
import type { Currency } from '../../shared/domain/money.ts';
import type { Problem } from '../../shared/domain/report.ts';
import type { Header } from './header.ts';
import type { Importer, ReadRow, ReportContext } from './importer.ts';
import { createRowReader, readRows, shown, type ReadReportRow } from './read-rows.ts';
import { createNames, type ReportNames } from './report-names.ts';
import { archiveLimits } from './read-table/archive-limits.ts';
import { fileProblem, type TextRow, type TextTable } from './read-table/table.ts';
import { nearestReport, recogniseHeader, type Recognised } from './registry.ts';
import { recogniseMapped, type Mapped } from './mapped-report.ts';
import { proposeMapping } from './propose-mapping.ts';
import { answerTo, asked, isLeftOut, type AskedTable } from './asked-table.ts';
import { accountKey } from './settle-account.ts';
import { settleContext } from './settle-context.ts';
import { atHome, type Zones } from './settle-zone.ts';

/** Rows above the header: a title, a banner, blanks, a description. */
const headerRows = 8;
/** Rows that a mapping is proposed from. */
const sampleRows = 60;

/** A table whose report is known. */
export interface OpenReport {
  readonly importer: Importer;
  /** Null when each row states its own. */
  readonly currency: Currency | null;
  /** Null: the network's first account, or rows that name theirs. */
  readonly account: string | null;
  /** What tells its rows' keys from those of other accounts; null for the network's first account. */
  readonly accountKey: string | null;
  readonly zones: Zones | null;
  /** What was settled by a likely answer and may be answered otherwise. */
  readonly assumed: readonly ImportQuestion[];
  /** The header's cells as they are in the file. */
  readonly header: readonly string[];
  /** Names in the rows read so far. */
  names(): ReportNames;
  /** The rows below the header, read; in batches. */
  rows(): AsyncIterable<readonly ReadReportRow[]>;
}

/** No report is as wide, and to look for every report's columns in a row of a million cells takes minutes. */
const isTooWide = ({ cells }: TextRow): boolean => cells.length > archiveLimits.columns;

/** The row that is almost a known report's header. */
const nearest = (head: readonly TextRow[]) => {
  for (const row of head) {
    const found = nearestReport(row.cells);
    if (found) return { row, missing: found.match.missing[0]! };
  }
  return undefined;
};

const unrecognised = (table: TextTable, head: readonly TextRow[]): Problem => {
  const almost = nearest(head);
  if (almost) {
    const problem = fileProblem('missing-column', table.file, table.sheet, shown(almost.row));
    return { ...problem, line: almost.row.line, column: almost.missing };
  }
  const widest = head.toSorted((a, b) => b.cells.length - a.cells.length)[0];
  return fileProblem('unknown-report', table.file, table.sheet, widest ? shown(widest) : null);
};

export type OpeningOutcome =
  | { readonly kind: 'report'; readonly report: OpenReport }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly unknown?: UnknownTable }
  | { readonly kind: 'questions'; readonly questions: readonly ImportQuestion[] }
  /** The person leaves it out. */
  | { readonly kind: 'skipped' };

const problemIs = (problem: Problem): OpeningOutcome => ({ kind: 'problem', problem });

const noFixes: ReadonlyMap<number, readonly string[]> = new Map();

const askOrSkip = (given: AskedTable, questions: readonly ImportQuestion[]): OpeningOutcome =>
  isLeftOut(given, questions) ? { kind: 'skipped' } : { kind: 'questions', questions };

interface Head {
  readonly rows: readonly TextRow[];
  readonly rest: AsyncIterator<readonly TextRow[]>;
}

const readHead = async (table: TextTable, least: number): Promise<Head> => {
  const rest = table.rows()[Symbol.asyncIterator]();
  const rows: TextRow[] = [];
  while (rows.length < least) {
    const next = await rest.next();
    if (next.done === true) break;
    rows.push(...next.value);
  }
  return { rows, rest };
};

interface HeaderRow extends Recognised {
  readonly index: number;
}

/** The header among the first rows, or in the line that the person has named: of a known report, or the one that a mapping was made for. */
const findHeader = (
  rows: readonly TextRow[],
  mappings: readonly Mapped[],
  line?: number,
): HeaderRow | undefined => {
  for (const [index, row] of rows.entries()) {
    if (isTooWide(row) || (line === undefined ? index >= headerRows : row.line !== line)) continue;
    const found = recogniseHeader(row.cells) ?? recogniseMapped(row.cells, mappings);
    if (found) return { ...found, index };
  }
  return undefined;
};

/** Reads rows with the importer, their times moved to the market's own clocks where they were written by others. */
const readingAtHome = (importer: Importer, header: Header, context: ReportContext): ReadRow => {
  const read = importer.open(header, context);
  const { zones, notation } = context;
  if (zones === null || zones.written === zones.home) return read;
  const columns = importer.unzoned!.fields.map(field => header.at(field));
  const clocks = { zones, dayOrder: notation.dayOrder };
  return cells => read(atHome(cells, columns, clocks));
};

const openAt = async (given: AskedTable, head: Head, found: HeaderRow): Promise<OpeningOutcome> => {
  const { table } = given;
  const { importer, match } = found;
  const { header } = match;
  if (match.twice !== null) {
    await head.rest.return?.();
    const problem = fileProblem('duplicate-column', table.file, table.sheet, match.twice);
    return problemIs({ ...problem, line: head.rows[found.index]!.line, column: match.twice });
  }
  const sample = head.rows.slice(found.index + 1);
  const line = head.rows[found.index]!.line;
  const above = head.rows.slice(0, found.index).map(shown).join('\n');
  const settled = await settleContext(given, { importer, header, sample, line, above });
  if ('questions' in settled) {
    await head.rest.return?.();
    return askOrSkip(given, settled.questions);
  }
  const { context, assumed } = settled;
  const { account, currency, zones } = context;
  const names = createNames(importer, header, account);
  const read = readingAtHome(importer, header, context);
  const readRow = createRowReader(table, importer, { header, read, names, fixes: given.fixes ?? noFixes });
  const rows = () => readRows(sample, head.rest, readRow);
  return {
    kind: 'report',
    report: {
      importer,
      currency,
      account,
      accountKey: accountKey(given, importer, account),
      zones,
      assumed,
      header: header.cells,
      names: names.end,
      rows,
    },
  };
};

interface Opened {
  readonly given: AskedTable;
  readonly head: Head;
  readonly found: HeaderRow | undefined;
}

/** Reads a table's first rows as `reading` says and looks for a header that is known. */
const open = async (
  given: AskedTable,
  mappings: readonly Mapped[],
  reading: TableReading = {},
): Promise<Opened> => {
  const isOverruled = reading.delimiter !== undefined || reading.encoding !== undefined;
  const again = isOverruled ? given.table.reopen?.(reading) : undefined;
  const table = again ? { ...given.table, ...(await again), file: given.table.file } : given.table;
  const head = await readHead(table, Math.max(headerRows, reading.headerLine ?? 0));
  return {
    given: { ...given, table },
    head,
    found: findHeader(head.rows, mappings, reading.headerLine),
  };
};

/** The next file of a report whose delimiter or encoding had to be told is detected no better than the first. */
const openByTemplate = async (
  given: AskedTable,
  templates: readonly MappingTemplate[],
): Promise<Opened | undefined> => {
  for (const template of templates) {
    const { headerLine: _line, ...reading } = template.mapping.reading ?? {};
    if (Object.keys(reading).length === 0) continue;
    // A file that cannot be read this way is no file of this template.
    const opened = await open(given, [template], reading).catch(() => undefined);
    if (opened?.found) return opened;
    await opened?.head.rest.return?.();
  }
  return undefined;
};

const askForColumns = ({ given, head }: Opened, reading: TableReading | undefined): OpeningOutcome => {
  const { table } = given;
  const rows = head.rows.filter(row => !isTooWide(row));
  const proposal = proposeMapping(rows.slice(0, sampleRows), reading);
  const { id: readingId } = asked(given, 'columns', 'reading');
  if (!proposal || (!reading && nearest(rows.slice(0, headerRows)))) {
    const { file, sheet } = table;
    const problem = unrecognised(table, rows.slice(0, headerRows));
    return { kind: 'problem', problem, unknown: { id: readingId, file, sheet } };
  }
  const { delimiter, encoding = null } = table;
  const question = { ...asked(given, 'columns'), kind: 'columns', delimiter, encoding, readingId } as const;
  return askOrSkip(given, [{ ...question, ...proposal }]);
};

const readingAnswer = (given: AskedTable): TableReading | undefined => {
  const answer = given.answers[asked(given, 'columns', 'reading').id];
  return answer?.kind === 'reading' ? answer.reading : undefined;
};

/**
 * Finds the header within the first rows and opens the report it belongs to; or says what is wrong with the table, or what must be asked.
 * `templates` are mappings that the person made before.
 */
export const openReport = async (
  given: AskedTable,
  templates: readonly MappingTemplate[] = [],
): Promise<OpeningOutcome> => {
  const answered = answerTo(given, 'columns')?.mapping;
  const reading = answered?.reading ?? readingAnswer(given);
  const mappings: readonly Mapped[] = [
    ...(answered ? [{ mapping: answered, header: null }] : []),
    ...templates,
  ];
  const opened = await open(given, mappings, reading);
  const { head, found } = opened;
  if (head.rows.length === 0)
    return problemIs(fileProblem('empty-file', given.table.file, given.table.sheet));
  if (found) return openAt(opened.given, head, found);
  await head.rest.return?.();
  const byTemplate = reading ? undefined : await openByTemplate(given, templates);
  if (byTemplate?.found) return openAt(byTemplate.given, byTemplate.head, byTemplate.found);
  return askForColumns(opened, reading);
};
