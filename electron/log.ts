import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All that is ever logged; nothing here can carry an amount, a name of a product or a token. */
export type LogEntry =
  | { readonly kind: 'started'; readonly door: string; readonly version: string }
  | { readonly kind: 'closed'; readonly door: string }
  | { readonly kind: 'refused-sender'; readonly channel: string }
  | { readonly kind: 'bug'; readonly reference: string; readonly error: unknown };

export interface Log {
  write(entry: LogEntry): void;
}

const largest = 1_000_000;

/** Appends one JSON line per entry to `log.jsonl`; keeps one older file. A log that cannot be written is no reason to stop. */
export const createLog = (folder: string, now: () => Date): Log => {
  const file = join(folder, 'log.jsonl');
  return {
    write: entry => {
      try {
        mkdirSync(folder, { recursive: true });
        keepSmall(file);
        appendFileSync(file, `${JSON.stringify({ at: now().toISOString(), ...printable(entry) })}\n`, {
          mode: 0o600,
        });
      } catch {
        // A full or read-only disk shows itself where it matters: in storage.
      }
    },
  };
};

const keepSmall = (file: string): void => {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largest) renameSync(file, `${file}.1`);
};

const printable = (entry: LogEntry): object =>
  entry.kind === 'bug'
    ? { kind: entry.kind, reference: entry.reference, ...describeError(entry.error) }
    : entry;

/** Keeps the kind of error and its stack's places; of the message only the words, since numbers may be money. */
export const describeError = (error: unknown): { readonly error: string; readonly at: readonly string[] } => {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const places = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return { error: `${error.name}: ${redact(error.message)}`, at: places.map(line => line.trim()) };
};

const redact = (text: string): string =>
  text
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '‹text›')
    .replace(/[\w-]{16,}/g, '‹token›')
    .replace(/\d[\d.,]*/g, '#')
    .slice(0, 300);
