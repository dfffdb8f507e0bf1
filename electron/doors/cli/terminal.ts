/** Where a command speaks. */
export interface Terminal {
  /** Results: the only thing on standard output. */
  data(text: string): void;
  /** Sentences for the person, on standard error. */
  say(sentence: string): void;
  /** A line that the next one overwrites; nothing where standard error is no screen. */
  progress(text: string): void;
}

/** Thrown where the command line itself is wrong: exit code 2. */
export class UsageError extends Error {}

export const processTerminal = (): Terminal => ({
  data: text => void process.stdout.write(`${text}\n`),
  say: sentence => void process.stderr.write(`${sentence}\n`),
  progress: text => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  },
});

/** JSON as every command prints it. */
export const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** Columns aligned for a terminal: the first to the left, the others to the right. */
export const alignColumns = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const cell = (text: string, column: number): string =>
    column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!);
  return rows.map(row => row.map(cell).join('  ').trimEnd()).join('\n');
};
