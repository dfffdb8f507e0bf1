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
    [...element.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)].map(match => [
      match[1]!,
      decodeEntities(match[2] ?? match[3] ?? ''),
    ]),
  );

const rowsOf = (text: string): readonly TextRow[] => {
  const elements = [...text.matchAll(/<Item\s[^>]*>/gu)];
  const first = elements[0] ? [...attributesOf(elements[0][0]).keys()] : [];
  let line = 1;
  let counted = 0;
  const rows: TextRow[] = elements.map(match => {
    for (
      let at = text.indexOf('\n', counted);
      at !== -1 && at < match.index;
      at = text.indexOf('\n', at + 1)
    ) {
      line += 1;
      counted = at + 1;
    }
    const attributes = attributesOf(match[0]);
    return { line, cells: first.map(name => attributes.get(name) ?? ''), raw: null, certain: true };
  });
  return first.length === 0 ? [] : [{ line: rows[0]!.line, cells: first, raw: null, certain: true }, ...rows];
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
  const rows = rowsOf(text);
  if (rows.length === 0) throw new TableError(fileProblem('unknown-format', file.name));
  return {
    file: file.name,
    sheet: null,
    delimiter: null,
    rows: async function* () {
      for (let at = 0; at < rows.length; at += batchRows) yield rows.slice(at, at + batchRows);
    },
  };
};
