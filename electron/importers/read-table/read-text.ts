import type { Encoding, TableReading } from '../../../shared/domain/column-mapping.ts';
import { createShiftJisCheck, createUtf8Check, encodingOfHead } from './detect-encoding.ts';
import { splitRecord } from './split-record.ts';
import { fileProblem, TableError, type FileBytes, type TextRow, type TextTable } from './table.ts';

const delimiters = [',', '\t', ';', '|'] as const;
const sampledLines = 12;
/** A quoted cell may run over so many lines; beyond it the quote was a stray one. */
const maxOpenLines = 60;
/** And over so many characters: its record is cut anew with each further line. */
const maxOpenChars = 100_000;
const maxLineChars = 1_000_000;

const encodingOf = async (file: FileBytes): Promise<Encoding> => {
  const check = createUtf8Check();
  let first = true;
  for await (const chunk of file.stream()) {
    if (first) {
      const announced = encodingOfHead(chunk);
      if (announced) return announced;
      first = false;
    }
    check.add(chunk);
  }
  if (check.isUtf8()) return 'utf-8';
  const japanese = createShiftJisCheck();
  for await (const chunk of file.stream()) japanese.add(chunk);
  return japanese.isShiftJis() ? 'shift_jis' : 'windows-1252';
};

const toLines = (text: string): string => (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text);

/** Text of the file in chunks that end at line ends, with the file's own line ends made `\n`. */
const textOf = async function* (file: FileBytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8', ignoreBOM: false });
  let rest = '';
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new TableError(fileProblem('unreadable-file', file.name));
    }
  };
  for await (const chunk of file.stream()) {
    const text = rest + decode(chunk);
    // A carriage return at the very end may be half of a line end.
    const end = Math.max(text.lastIndexOf('\n'), text.slice(0, -1).lastIndexOf('\r')) + 1;
    rest = text.slice(end);
    if (rest.length > maxLineChars) throw new TableError(fileProblem('unreadable-file', file.name));
    if (end > 0) yield toLines(text.slice(0, end));
  }
  const last = rest + decode();
  if (last !== '') yield toLines(last.endsWith('\n') || last.endsWith('\r') ? last : `${last}\n`);
};

/** The delimiter that cuts the first lines into the most cells in the most equal way. */
export const detectDelimiter = (text: string): string => {
  const lines = text
    .split('\n')
    .filter(line => line.trim() !== '')
    .slice(0, sampledLines);
  let best: { readonly delimiter: string; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const widths = lines.map(line => splitRecord(line, delimiter).cells.length).filter(width => width > 1);
    const score = widths.length === 0 ? 0 : Math.max(...widths) * widths.length;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
};

interface Lines {
  readonly lines: readonly string[];
  readonly first: number;
}

/** The record that begins at `index`: one line, or several when a quoted cell holds line ends. */
const recordAt = ({ lines, first }: Lines, index: number, delimiter: string) => {
  const raw = lines[index]!;
  const line = first + index;
  const one = splitRecord(raw, delimiter);
  if (one.quotes !== 'open')
    return { row: { line, cells: one.cells, raw, certain: one.quotes === 'regular' }, used: 1 };
  let joined = raw;
  const limit = Math.min(lines.length, index + maxOpenLines);
  for (let next = index + 1; next < limit && joined.length < maxOpenChars; next += 1) {
    joined += `\n${lines[next]!}`;
    if (!lines[next]!.includes('"')) continue;
    const many = splitRecord(joined, delimiter);
    if (many.quotes === 'regular')
      return { row: { line, cells: many.cells, raw: joined, certain: true }, used: next - index + 1 };
    if (many.quotes === 'irregular') break;
  }
  return { row: { line, cells: one.cells, raw, certain: false }, used: 1 };
};

const recordsOf = (lines: Lines, delimiter: string): { rows: TextRow[] } => {
  const rows: TextRow[] = [];
  let index = 0;
  while (index < lines.lines.length) {
    const { row, used } = recordAt(lines, index, delimiter);
    index += used;
    if (row.raw.trim() !== '') rows.push(row);
  }
  return { rows };
};

/** Lines that an open quoted cell at the chunk's end may still need. */
const openTail = (lines: readonly string[], delimiter: string): number => {
  const from = Math.max(0, lines.length - maxOpenLines);
  for (let index = from; index < lines.length; index += 1) {
    if (lines[index]!.includes('"') && splitRecord(lines[index]!, delimiter).quotes === 'open') return index;
  }
  return lines.length;
};

/** How a file of delimited text is written. */
interface Dialect {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly backslash: boolean;
}

const doubled = (text: string, backslash: boolean): string =>
  backslash ? text.replaceAll('\\"', '""') : text;

const rowsOf = async function* (
  file: FileBytes,
  { encoding, delimiter, backslash }: Dialect,
): AsyncGenerator<readonly TextRow[]> {
  let kept: readonly string[] = [];
  let first = 1;
  for await (const text of textOf(file, encoding)) {
    const added = doubled(text, backslash).slice(0, -1).split('\n');
    const lines = kept.length === 0 ? added : [...kept, ...added];
    const until = openTail(lines, delimiter);
    const ready = until === lines.length ? lines : lines.slice(0, until);
    const { rows } = recordsOf({ lines: ready, first }, delimiter);
    kept = lines.slice(ready.length);
    first += ready.length;
    if (rows.length > 0) yield rows;
  }
  const { rows } = recordsOf({ lines: kept, first }, delimiter);
  if (rows.length > 0) yield rows;
};

const binarySample = 4096;
const mostControls = 0.01;

/** Text has no zero bytes and hardly any control characters. */
const isBinary = (head: string): boolean => {
  if (head.includes('\0')) return true;
  const sample = head.slice(0, binarySample);
  let controls = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) controls += 1;
  }
  return controls > sample.length * mostControls;
};

/** Some exporters write `\\"` for a quote within quotes, where RFC 4180 doubles it. */
const escapesByBackslash = (head: string): boolean => /[^\n,;\t|]\\"(?!\s*(?:[\n,;\t|]|$))/u.test(head);

/** Reads a file of delimited text; how it is written is detected where `how` does not say. */
export const readText = async (file: FileBytes, how: TableReading = {}): Promise<TextTable> => {
  const encoding = how.encoding ?? (await encodingOf(file));
  let head = '';
  for await (const text of textOf(file, encoding)) {
    head = text;
    break;
  }
  if (isBinary(head)) throw new TableError(fileProblem('unknown-format', file.name));
  const backslash = escapesByBackslash(head);
  const delimiter = how.delimiter ?? detectDelimiter(doubled(head, backslash));
  const dialect: Dialect = { encoding, delimiter, backslash };
  return {
    file: file.name,
    sheet: null,
    delimiter,
    encoding,
    reopen: other => readText(file, other),
    rows: () => rowsOf(file, dialect),
  };
};
