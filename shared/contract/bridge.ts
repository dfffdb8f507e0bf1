import type { Answer } from './answer.ts';
import type { Answers, AppEvent, Input, OfferedFile, RequestName } from './contract.ts';

/** What a window sees of the app: `window.forkcast` from the preload, or the same over HTTP in a browser. */
export interface Bridge {
  readonly door: 'desktop' | 'browser';
  ask<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Answer<Answers[Name]>>;
  /** Hands dropped or picked files to the app. */
  offer(files: readonly File_[]): Promise<readonly OfferedFile[]>;
  /** Asks with the system's dialog (desktop) or resolves to null where the page must use its own file input. */
  pick(): Promise<readonly OfferedFile[] | null>;
  listen(hear: (event: AppEvent) => void): () => void;
}

/** The DOM's `File`, which this pure folder does not know. */
export type File_ = { readonly name: string; readonly size: number };
