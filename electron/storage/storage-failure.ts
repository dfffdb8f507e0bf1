import { FailureError, type Failure } from '../../shared/contract/answer.ts';

type Reason = Extract<Failure, { kind: 'storage' }>['reason'];

const reasons: readonly (readonly [RegExp, Reason])[] = [
  [/^SQLITE_(?:READONLY|CANTOPEN|PERM|AUTH)|^E(?:ACCES|PERM|ROFS|ISDIR)/, 'read-only'],
  [/^SQLITE_FULL|^E(?:NOSPC|DQUOT)/, 'disk-full'],
  [/^SQLITE_(?:BUSY|LOCKED)/, 'busy'],
  [/^SQLITE_(?:CORRUPT|NOTADB|IOERR)|^EIO/, 'damaged'],
];

/** Turns an error of SQLite or the file system into a failure the person can act on; anything else stays a bug. */
export const storageFailure = (error: unknown, file: string): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = reasons.find(([pattern]) => pattern.test(code))?.[1];
  return reason === undefined ? error : new FailureError({ kind: 'storage', reason, file });
};
