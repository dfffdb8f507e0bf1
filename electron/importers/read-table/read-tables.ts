import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { archiveLimits } from './archive-limits.ts';
import { namesInArchive, readArchive, type ArchiveEntry } from './read-archive.ts';
import { readText } from './read-text.ts';
import { decodeEntities, isXml, readXml } from './read-xml.ts';
import { readWorkbook } from './read-workbook.ts';
import { fileProblem, TableError, type FileBytes, type TextTable } from './table.ts';

const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b;
const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;
const isOldOffice = (head: Uint8Array): boolean => head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11;

const readAll = async (file: FileBytes): Promise<Buffer> => {
  if (file.size > archiveLimits.archiveBytes)
    throw new TableError(fileProblem('archive-too-large', file.name));
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.stream()) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const headOf = async (file: FileBytes): Promise<Uint8Array> => {
  for await (const chunk of file.stream()) return chunk.subarray(0, 16);
  return new Uint8Array(0);
};

/** A gzip's content; ends with an error beyond the limits of an archive. */
const gunzipped = (file: FileBytes): FileBytes => ({
  name: file.name.replace(/\.gz$/iu, ''),
  size: file.size,
  stream: async function* () {
    let size = 0;
    try {
      for await (const chunk of Readable.from(file.stream()).pipe(createGunzip()) as AsyncIterable<Buffer>) {
        size += chunk.length;
        const isBomb = size > archiveLimits.ratioFromBytes && size > file.size * archiveLimits.ratio;
        if (size > archiveLimits.totalBytes || isBomb)
          throw new TableError(fileProblem('archive-too-large', file.name));
        yield chunk;
      }
    } catch (error) {
      throw error instanceof TableError ? error : new TableError(fileProblem('damaged-archive', file.name));
    }
  },
});

const fromBytes = (name: string, bytes: Buffer): FileBytes => ({
  name,
  size: bytes.length,
  stream: async function* () {
    yield bytes;
  },
});

const sheetNames = (workbookXml: string): readonly string[] =>
  [...workbookXml.matchAll(/<(?:\w+:)?sheet\s[^<>]*?\bname="([^"]*)"/gu)].map(match =>
    decodeEntities(match[1]!),
  );

/** A document type can define entities that expand without end; no workbook needs one. */
const refuseDoctype = (file: string, entry: ArchiveEntry): void => {
  if (/\.(?:xml|rels|vml)$/iu.test(entry.name) && entry.bytes.includes('<!DOCTYPE'))
    throw new TableError(fileProblem('unreadable-file', file, entry.name));
};

/** A sheet whose XML breaks off would be read up to there without a word. */
const refuseCutSheet = (file: string, { name, bytes }: ArchiveEntry): void => {
  if (!/^xl\/worksheets\/[^/]+\.xml$/u.test(name)) return;
  if (!/<\/(?:[\w.-]+:)?worksheet>\s*$/u.test(bytes.subarray(-64).toString('utf8')))
    throw new TableError(fileProblem('unreadable-file', file, name));
};

const isReport = (name: string): boolean =>
  !/(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$)/u.test(name) &&
  !/\.(?:pdf|png|jpe?g|html?|docx?|json)$/iu.test(name);

const tooDeep = (file: FileBytes): never => {
  throw new TableError(fileProblem('archive-too-large', file.name));
};

const workbookPart = 'xl/workbook.xml';

/** Looks at each part and lets it go again: a workbook's sheets inflate to many times its size. */
const tablesOfWorkbook = async (file: string, bytes: Buffer): Promise<readonly TextTable[]> => {
  let sheets: readonly string[] = [];
  for await (const entry of readArchive(file, bytes)) {
    refuseDoctype(file, entry);
    refuseCutSheet(file, entry);
    if (entry.name === workbookPart) sheets = sheetNames(entry.bytes.toString('utf8'));
  }
  return readWorkbook({ file, bytes, sheets });
};

const tablesOfArchive = async (file: FileBytes, depth: number): Promise<readonly TextTable[]> => {
  const bytes = await readAll(file);
  if ((await namesInArchive(file.name, bytes)).has(workbookPart)) return tablesOfWorkbook(file.name, bytes);
  const entries: ArchiveEntry[] = [];
  for await (const entry of readArchive(file.name, bytes)) entries.push(entry);
  if (depth >= archiveLimits.depth) return tooDeep(file);
  const tables: TextTable[] = [];
  for (const entry of entries.filter(({ name }) => isReport(name))) {
    const inside = await tablesAtDepth(fromBytes(`${file.name} › ${entry.name}`, entry.bytes), depth + 1);
    tables.push(...inside.map(table => ({ ...table, entry: `${entry.name}/${table.entry ?? ''}` })));
  }
  if (tables.length === 0) throw new TableError(fileProblem('unknown-format', file.name));
  return tables;
};

const tablesAtDepth = async (file: FileBytes, depth: number): Promise<readonly TextTable[]> => {
  const head = await headOf(file);
  if (head.length === 0) throw new TableError(fileProblem('empty-file', file.name));
  if (isOldOffice(head)) throw new TableError(fileProblem('unknown-format', file.name));
  if (isZip(head)) return tablesOfArchive(file, depth);
  if (isGzip(head))
    return depth >= archiveLimits.depth ? tooDeep(file) : tablesAtDepth(gunzipped(file), depth + 1);
  return isXml(head) ? [await readXml(file)] : [await readText(file)];
};

/** Every table of a file, whatever it is packed in; its kind is told by its bytes. Throws a `TableError` when there is none. */
export const readTables = (file: FileBytes): Promise<readonly TextTable[]> => tablesAtDepth(file, 0);
