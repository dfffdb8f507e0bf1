import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { archiveLimits } from './archive-limits.ts';
import { fileProblem, TableError } from './table.ts';

/** An entry's content; size and checksum have been verified. */
export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

const damaged = (file: string, entry: string | null = null): TableError =>
  new TableError(fileProblem('damaged-archive', file, entry));

const tooLarge = (file: string, entry: string | null): TableError =>
  new TableError(fileProblem('archive-too-large', file, entry));

const open = (file: string, bytes: Buffer): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(damaged(file)) : resolve(zip),
    );
  });

const checkDirectory = (file: string, entry: yauzl.Entry, total: number): void => {
  const { compressedSize, uncompressedSize } = entry;
  if ((entry.generalPurposeBitFlag & 1) !== 0)
    throw new TableError(fileProblem('encrypted', file, entry.fileName));
  const isBomb =
    uncompressedSize > archiveLimits.ratioFromBytes &&
    uncompressedSize > compressedSize * archiveLimits.ratio;
  if (uncompressedSize > archiveLimits.entryBytes || total > archiveLimits.totalBytes || isBomb)
    throw tooLarge(file, entry.fileName);
};

const inflate = async (file: string, zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  let checksum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > entry.uncompressedSize) throw damaged(file, entry.fileName);
      checksum = crc32(chunk, checksum);
      chunks.push(chunk);
    }
  } catch {
    throw damaged(file, entry.fileName);
  }
  if (size !== entry.uncompressedSize || checksum !== entry.crc32) throw damaged(file, entry.fileName);
  return Buffer.concat(chunks, size);
};

const nextEntry = (file: string, zip: yauzl.ZipFile): Promise<yauzl.Entry | null> =>
  new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      zip.removeAllListeners();
      act();
    };
    zip.once('entry', (entry: yauzl.Entry) => settle(() => resolve(entry)));
    zip.once('end', () => settle(() => resolve(null)));
    zip.once('error', () => settle(() => reject(damaged(file))));
    zip.readEntry();
  });

/** The names of a ZIP's entries, nothing being inflated. Throws a `TableError` for a damaged archive or one of too many entries. */
export const namesInArchive = async (file: string, bytes: Buffer): Promise<ReadonlySet<string>> => {
  const zip = await open(file, bytes);
  if (zip.entryCount > archiveLimits.entries) throw tooLarge(file, null);
  const names = new Set<string>();
  for (let entry = await nextEntry(file, zip); entry !== null; entry = await nextEntry(file, zip))
    names.add(entry.fileName);
  zip.close();
  return names;
};

/**
 * The entries of a ZIP, or those wanted, in order, each inflated and held against the directory's size and checksum, because readers of ZIPs do not.
 * Throws a `TableError` for a damaged or encrypted archive, one that inflates beyond `archiveLimits`, or names outside it.
 */
export const readArchive = async function* (
  file: string,
  bytes: Buffer,
  isWanted: (name: string) => boolean = () => true,
): AsyncGenerator<ArchiveEntry> {
  const zip = await open(file, bytes);
  if (zip.entryCount > archiveLimits.entries) throw tooLarge(file, null);
  let total = 0;
  const names = new Set<string>();
  for (;;) {
    const entry = await nextEntry(file, zip);
    if (entry === null) break;
    if (names.has(entry.fileName)) throw damaged(file, entry.fileName);
    names.add(entry.fileName);
    total += entry.uncompressedSize;
    checkDirectory(file, entry, total);
    if (!entry.fileName.endsWith('/') && isWanted(entry.fileName))
      yield { name: entry.fileName, bytes: await inflate(file, zip, entry) };
  }
  zip.close();
};
