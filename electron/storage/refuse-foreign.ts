import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { FailureError } from '../../shared/contract/answer.ts';
import { applicationId, latestVersion } from './migrations/migrations.ts';
import { storageFailure } from './storage-failure.ts';

const headerBytes = 100;
const magic = 'SQLite format 3\0';

const readHeader = (file: string): Buffer => {
  const header = Buffer.alloc(headerBytes);
  const handle = openSync(file, 'r');
  try {
    return header.subarray(0, readSync(handle, header, 0, headerBytes, 0));
  } finally {
    closeSync(handle);
  }
};

const refuse = (application: number, version: number, file: string): void => {
  if (application !== applicationId)
    throw new FailureError({ kind: 'storage', reason: 'foreign-database', file });
  if (version > latestVersion) throw new FailureError({ kind: 'storage', reason: 'newer-version', file });
};

/** A write-ahead log may hold a newer header than the file; a read-only connection looks without a checkpoint. */
const refuseByLog = (file: string): void => {
  const connection = new Sqlite(file, { readonly: true });
  try {
    refuse(
      connection.pragma('application_id', { simple: true }) as number,
      connection.pragma('user_version', { simple: true }) as number,
      file,
    );
  } finally {
    connection.close();
  }
};

/** Throws a `storage` failure for a file that is no Forkcast database or a newer one, without opening it for writing. */
export const refuseForeign = (file: string): void => {
  try {
    const header = readHeader(file);
    if (header.length === 0) return;
    if (header.length < headerBytes || header.toString('latin1', 0, 16) !== magic)
      throw new FailureError({ kind: 'storage', reason: 'foreign-database', file });
    refuse(header.readInt32BE(68), header.readInt32BE(60), file);
    if (existsSync(`${file}-wal`)) refuseByLog(file);
  } catch (error) {
    throw error instanceof FailureError ? error : storageFailure(error, file);
  }
};
