import type { App } from '../app-types.ts';

/**
 * Draws `print.html?comparison=ID` and returns the PDF's bytes.
 * Rejects with `FailureError({ kind: 'no-printer' })` where nothing on this machine can draw it.
 */
export interface Printer {
  print(comparisonId: number, app: App): Promise<Uint8Array>;
}
