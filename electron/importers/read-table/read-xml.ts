import { fileProblem, TableError, type FileBytes, type TextRow, type TextTable } from './table.ts';

const maxBytes = 64 * 1024 * 1024;
const batchRows = 1000;

/** True for a file that begins like XML, after a mark or blanks. */
export const isXml = (head: Uint8Array): boolean =>
  /^(?:\u{feff}|ï»¿)?\s*<(?:\?xml|[A-Za-z])/u.test(Buffer.from(head).toString('latin1'));

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Text with its character references resolved. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/giu, (whole, decimal, hex, name) => {
        if (name !== undefined) return entities.get(name) ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
      })
    : text;

const attributesOf = (element: string): ReadonlyMap<string, string> =>
  new Map(
    [...element.matchAll(/(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)].map(match => [
      match[1]!,
      decodeEntities(match[2] ?? match[3] ?? ''),
    ]),
  );

/** The names of the first element's attributes, then a row for each element; one by one, because a feed may hold millions. */
const rowsOf = function* (text: string): IterableIterator<TextRow> {
  let names: readonly string[] = [];
  let line = 1;
  let lineEnd = text.indexOf('\n');
  for (const match of text.matchAll(/<Item\s[^<>]*>/gu)) {
    // Looked for once each: a feed of one line would else be searched to its end for every element.
    for (; lineEnd !== -1 && lineEnd < match.index; lineEnd = text.indexOf('\n', lineEnd + 1)) line += 1;
    const attributes = attributesOf(match[0]);
    if (names.length === 0) {
      names = [...attributes.keys()];
      if (names.length === 0) return;
      yield { line, cells: names, raw: null, certain: true };
    }
    yield { line, cells: names.map(name => attributes.get(name) ?? ''), raw: null, certain: true };
  }
};

const batchesOf = function* (text: string): IterableIterator<readonly TextRow[]> {
  let batch: TextRow[] = [];
  for (const row of rowsOf(text)) {
    batch.push(row);
    if (batch.length < batchRows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
};

/** Reads a feed of `<Item … />` elements as a table whose columns are their attributes. Document types are refused. */
export const readXml = async (file: FileBytes): Promise<TextTable> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.stream()) {
    size += chunk.length;
    if (size > maxBytes) throw new TableError(fileProblem('archive-too-large', file.name));
    chunks.push(chunk);
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks));
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw new TableError(fileProblem('unreadable-file', file.name));
  if (rowsOf(text).next().done === true) throw new TableError(fileProblem('unknown-format', file.name));
  return {
    file: file.name,
    sheet: null,
    delimiter: null,
    rows: async function* () {
      yield* batchesOf(text);
    },
  };
};
