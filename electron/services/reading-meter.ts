import { FailureError } from '../../shared/contract/answer.ts';
import type { Watch } from './read-files.ts';

/** The failure that ends a step which the person no longer wants. */
export const cancelled = (): FailureError => new FailureError({ kind: 'cancelled' });

/** Every file is read about this often: for its digest, its encoding, and its rows. */
const passes = 3;

/** Tells how far the reading of files is, and ends it when it was cancelled. */
export const createMeter = (
  files: readonly { readonly size: number }[],
  { onProgress, isCancelled }: Watch,
) => {
  const total = files.reduce((sum, { size }) => sum + size, 0) * passes;
  let bytes = 0;
  let rows = 0;
  const tell = (): void => {
    if (isCancelled?.() === true) throw cancelled();
    onProgress?.({ done: Math.min(bytes, total), total, rows });
  };
  return {
    hearBytes: (more: number): void => {
      bytes += more;
      tell();
    },
    hear: (more: number): void => {
      rows += more;
      tell();
    },
  };
};
