/** What a part of the test command counted. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** A part that ended badly without naming a failed test still failed, and so did one in which nothing passed: no tests ran. */
export const honest = (tally: Tally, exitCode: number | null): Tally =>
  tally.failed === 0 && (exitCode !== 0 || tally.passed === 0) ? { ...tally, failed: 1 } : tally;

export const closingLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
