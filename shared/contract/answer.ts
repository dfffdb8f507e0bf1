import type { Day } from '../domain/day.ts';
import type { Market } from '../domain/market.ts';
import type { Currency } from '../domain/money.ts';
import type { Problem } from '../domain/report.ts';

/** A failure a person can act on, as plain data; its sentence is in `shared/words/failure.ts`. `bug` is ours to mend. */
export type Failure =
  | {
      readonly kind: 'invalid-input';
      readonly request: string;
      readonly issues: readonly { readonly path: string; readonly message: string }[];
    }
  | {
      readonly kind: 'invalid-scenario';
      readonly issues: readonly { readonly path: string; readonly message: string }[];
    }
  | { readonly kind: 'import-refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'plan-expired' }
  /** `rows` are imported, but neither program has `needed` orders in the year up to `until`; nothing is imported when absent. */
  | {
      readonly kind: 'nothing-to-learn-from';
      readonly rows?: number;
      readonly needed?: number;
      readonly until?: Day;
    }
  /** The reports' sales are in `currencies`, most rows first; `markets` pay in one of them. */
  | {
      readonly kind: 'market-does-not-fit';
      readonly market: Market;
      readonly currencies: readonly Currency[];
      readonly markets: readonly Market[];
    }
  /** The sample creator opens only in a library without the person's own reports. */
  | { readonly kind: 'library-in-use' }
  /** Own reports would join the sample's; undoing these imports takes the sample out. */
  | { readonly kind: 'sample-in-library'; readonly importIds: readonly number[] }
  | { readonly kind: 'not-found'; readonly what: string; readonly id: string }
  | { readonly kind: 'cancelled' }
  /** Money adds up to more than a number holds exactly. */
  | { readonly kind: 'sum-too-large' }
  | { readonly kind: 'no-printer'; readonly detail: string }
  /** A file that the browser door does not take in. */
  | { readonly kind: 'file-too-large'; readonly file: string }
  /** The page cannot reach the app: its host was closed. */
  | { readonly kind: 'unreachable' }
  | {
      readonly kind: 'storage';
      readonly reason: 'newer-version' | 'foreign-database' | 'read-only' | 'disk-full' | 'busy' | 'damaged';
      readonly file: string;
    }
  | { readonly kind: 'bug'; readonly reference: string };

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** Thrown inside services to answer with a failure, which doors turn into data, and in the window where the answer was one. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.name = 'FailureError';
    this.failure = failure;
  }
}
