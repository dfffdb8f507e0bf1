import { type Answer, FailureError } from '../../shared/contract/answer.ts';
import type { Bridge, File_ } from '../../shared/contract/bridge.ts';
import type { Answers, Input, OfferedFile, RequestName } from '../../shared/contract/contract.ts';
import { type Call, shareEvents } from './http-events.ts';

/** The parts of a browser's window that the bridge needs. */
export type BridgeWindow = Pick<Window & typeof globalThis, 'fetch' | 'localStorage'>;

const unreachable = { ok: false, failure: { kind: 'unreachable' } } as const;

/** Speaks the contract to the loopback host that served this page: the HttpOnly cookie and the key go with every call. */
export const createHttpBridge = (window: BridgeWindow): Bridge => {
  const call: Call = (path, { headers = {}, ...init }) =>
    window.fetch(path, {
      ...init,
      headers: { ...headers, 'x-forkcast-key': window.localStorage.getItem('forkcast-key') ?? '' },
    });
  return {
    listen: shareEvents(call),
    door: 'browser',
    ask: async <Name extends RequestName>(name: Name, input: Input<Name>): Promise<Answer<Answers[Name]>> => {
      try {
        const response = await call(`/api/ask/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
        });
        if (!response.ok) return unreachable;
        return (await response.json()) as Answer<Answers[Name]>;
      } catch {
        return unreachable;
      }
    },
    offer: files => Promise.all(files.map(file => upload(call, file))),
    pick: () => Promise.resolve(null),
  };
};

/** Throws the failures `file-too-large` and `unreachable`. */
const upload = async (call: Call, file: File_): Promise<OfferedFile> => {
  const response = await call(`/api/offer?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file as File,
  }).catch(() => null);
  if (response?.status === 413) throw new FailureError({ kind: 'file-too-large', file: file.name });
  if (!response?.ok) throw new FailureError(unreachable.failure);
  return (await response.json()) as OfferedFile;
};
