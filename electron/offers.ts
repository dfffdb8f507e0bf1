import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { FailureError } from '../shared/contract/answer.ts';
import type { OfferedFile } from '../shared/contract/contract.ts';

export interface Offer {
  readonly name: string;
  readonly path: string;
}

/** Files the person chose, known to the page by an opaque id only: a page can never name a path. */
export interface Offers {
  /** `name` when the path does not tell it; `discard` removes a file that was made for this offer alone. */
  add(path: string, name?: string, discard?: () => Promise<void>): Promise<OfferedFile>;
  /** Throws a failure for an id that was never offered or is released. */
  get(id: string): Offer;
  /** Forgets offers and discards files that were made for them; the person's own files stay. Says how many were known. */
  release(ids: readonly string[]): Promise<number>;
}

export const createOffers = (): Offers => {
  const offers = new Map<string, Offer & { readonly discard: (() => Promise<void>) | undefined }>();
  return {
    add: async (path, name, discard) => {
      const found = await stat(path);
      const id = randomUUID();
      const shown = name ?? basename(path);
      offers.set(id, { name: shown, path, discard });
      return { id, name: shown, bytes: found.size };
    },
    get: id => {
      const offer = offers.get(id);
      if (!offer) throw new FailureError({ kind: 'not-found', what: 'file', id });
      return { name: offer.name, path: offer.path };
    },
    release: async ids => {
      const known = ids.flatMap(id => {
        const offer = offers.get(id);
        return offers.delete(id) && offer ? [offer] : [];
      });
      // A file that cannot be removed now goes with the host's folder.
      await Promise.allSettled(known.flatMap(({ discard }) => (discard ? [discard()] : [])));
      return known.length;
    },
  };
};
