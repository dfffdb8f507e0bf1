import { createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export class TooLarge extends Error {}

/** Temporary files of one running host: uploads on their way in, documents on their way out. */
export interface Incoming {
  readonly folder: string;
  /** Streams to a file, never into memory; throws `TooLarge` beyond `limit` bytes and leaves nothing. */
  receive(from: Readable, limit: number): Promise<string>;
  /** A path for a new file. */
  next(): string;
  remove(): void;
}

/** Also clears what hosts that were killed left in the data folder. */
export const createIncoming = (home: string, pid: number): Incoming => {
  const parent = join(home, 'temporary');
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(parent)) {
    if (!runs(Number(name.split('-')[0]), pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const folder = join(parent, `${pid}-${process.hrtime.bigint()}`);
  mkdirSync(folder, { mode: 0o700 });
  let count = 0;
  const next = (): string => join(folder, String((count += 1)));
  return {
    folder,
    next,
    receive: async (from, limit) => {
      const path = next();
      try {
        await pipeline(from, stopAt(limit), createWriteStream(path, { mode: 0o600 }));
        return path;
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

const stopAt = (limit: number): Transform => {
  let seen = 0;
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      seen += chunk.length;
      if (seen > limit) done(new TooLarge());
      else done(null, chunk);
    },
  });
};

const runs = (pid: number, self: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (pid === self) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
