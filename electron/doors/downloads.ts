import { randomBytes } from 'node:crypto';
import type { SaveAs } from '../app-types.ts';
import type { Incoming } from './incoming.ts';

export interface Download {
  readonly path: string;
  readonly name: string;
}

export interface Downloads {
  /** The browser door's answer to «where shall it be saved»: a temporary file and the address to fetch it from. */
  readonly saveAs: SaveAs;
  find(id: string): Download | undefined;
}

export const createDownloads = (incoming: Pick<Incoming, 'next'>): Downloads => {
  const known = new Map<string, Download>();
  return {
    saveAs: suggestedName => {
      const id = randomBytes(16).toString('hex');
      const path = incoming.next();
      known.set(id, { path, name: suggestedName });
      return Promise.resolve({ path, download: `/download/${id}` });
    },
    find: id => known.get(id),
  };
};
