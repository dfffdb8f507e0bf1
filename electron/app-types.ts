import type { Answer } from '../shared/contract/answer.ts';
import type { AppEvent, OfferedFile } from '../shared/contract/contract.ts';
import type { Printer } from './pdf/printer.ts';

export type Door = 'desktop' | 'browser' | 'cli';

/** The app behind every door: one way in, events out. */
export interface App {
  /** Validates, runs and answers; never throws. */
  ask(name: string, input: unknown): Promise<Answer<unknown>>;
  /**
   * Registers a file that the person chose; `name` when the path is a temporary one, and then `discard` removes it as soon as it is
   * imported or dropped.
   */
  offer(path: string, name?: string, discard?: () => Promise<void>): Promise<OfferedFile>;
  listen(hear: (event: AppEvent) => void): () => void;
  close(): Promise<void>;
}

/**
 * Where a printed document goes. `download` is the address from which a browser fetches what was written
 * to `path`; null where `path` is the person's own choice.
 */
export interface SaveTarget {
  readonly path: string;
  readonly download: string | null;
}

/** Asks where to save; null when the person cancelled. */
export type SaveAs = (suggestedName: string) => Promise<SaveTarget | null>;

export interface AppOptions {
  /** Folder of the database; created when missing. */
  readonly home: string;
  /** Folder of rate cards, facts and samples. */
  readonly resources: string;
  readonly version: string;
  readonly door: Door;
  readonly now: () => Date;
  readonly printer: Printer;
  readonly saveAs: SaveAs;
  /** Hears of a bug with the reference number that the person sees. */
  readonly report: (reference: string, error: unknown) => void;
  /** Worker threads; absent = as many as the machine has cores. */
  readonly threads?: number;
}

export type OpenApp = (options: AppOptions) => Promise<App>;
