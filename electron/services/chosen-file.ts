import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { FailureError } from '../../shared/contract/answer.ts';
import { fileProblem, TableError, type FileBytes } from '../importers/read-table/table.ts';
import type { ChosenFile } from './read-files.ts';

/** Small enough that a cancel is noticed at once and that a chunk's cells stay in the processor's cache: a third faster than 256 kB. */
const chunkBytes = 1 << 16;

/** A chosen file, to be read as often as needed; `hear` is told of the bytes and may throw to end the reading. */
export const openChosenFile = async (
  { name, path }: ChosenFile,
  hear: (bytes: number) => void,
): Promise<FileBytes> => {
  const { size } = await stat(path);
  return {
    name,
    size,
    stream: async function* () {
      try {
        for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
          hear((chunk as Buffer).length);
          yield chunk as Buffer;
        }
      } catch (error) {
        // A folder, a stick pulled out, a file without permission: the report's fault, never the library's.
        throw error instanceof FailureError ? error : new TableError(fileProblem('unreadable-file', name));
      }
    },
  };
};

/** To be raised when importers read more of a file than before, so that known files are read anew. */
const readerVersion = '1';

/** What a file is known by: a digest of its bytes and of how they are read. */
export const digestOf = async (file: FileBytes): Promise<Buffer> => {
  const digest = createHash('sha256').update(readerVersion);
  for await (const chunk of file.stream()) digest.update(chunk);
  return digest.digest();
};
