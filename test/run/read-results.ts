import { existsSync, readFileSync } from 'node:fs';
import { nothing, type Tally } from './tally.ts';

interface VitestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

interface PlaywrightResults {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
}

const readJson = (file: string): unknown =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;

/** Counts vitest's JSON report; a file that could not be loaded is one failure. */
export const readVitest = (file: string): Tally => {
  const results = readJson(file) as VitestResults | undefined;
  if (!results) return nothing;
  const unloaded = results.testResults.filter(
    one => one.status === 'failed' && one.assertionResults.length === 0,
  ).length;
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + unloaded,
    skipped: results.numPendingTests + results.numTodoTests,
  };
};

/** Counts Playwright's JSON report; what passed only on a second try did not pass. */
export const readPlaywright = (file: string): Tally => {
  const results = readJson(file) as PlaywrightResults | undefined;
  if (!results) return nothing;
  const { expected, unexpected, flaky, skipped } = results.stats;
  return { passed: expected, failed: unexpected + flaky + results.errors.length, skipped };
};
