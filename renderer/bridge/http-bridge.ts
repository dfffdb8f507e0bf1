import type { Answer } from '../../shared/contract/answer.ts';
import type { Bridge, File_ } from '../../shared/contract/bridge.ts';
import type { Answers, AppEvent, Input, OfferedFile, RequestName } from '../../shared/contract/contract.ts';

/** The parts of a browser's window that the bridge needs. */
export type BridgeWindow = Pick<Window & typeof globalThis, 'fetch' | 'EventSource'>;

const unreachable = { ok: false, failure: { kind: 'unreachable' } } as const;

/** Speaks the contract to the loopback host that served this page; the HttpOnly cookie goes with every call. */
export const createHttpBridge = (window: BridgeWindow): Bridge => ({
  listen: shareEvents(window),
  door: 'browser',
  ask: async <Name extends RequestName>(name: Name, input: Input<Name>): Promise<Answer<Answers[Name]>> => {
    try {
      const response = await window.fetch(`/api/ask/${name}`, {
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
  offer: files => Promise.all(files.map(file => upload(window, file))),
  pick: () => Promise.resolve(null),
});

const upload = async (window: BridgeWindow, file: File_): Promise<OfferedFile> => {
  const response = await window.fetch(`/api/offer?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file as File,
  });
  if (!response.ok) throw new Error(`${file.name} could not be handed to the app (${response.status}).`);
  return (await response.json()) as OfferedFile;
};

/** One connection for all listeners: a browser opens six to a host in all, and questions need them. */
const shareEvents = (window: BridgeWindow): Bridge['listen'] => {
  const listeners = new Set<(event: AppEvent) => void>();
  let source: EventSource | undefined;
  const open = (): EventSource => {
    const opened = new window.EventSource('/api/events');
    opened.addEventListener('message', event => {
      const told = JSON.parse(String(event.data)) as AppEvent;
      listeners.forEach(hear => hear(told));
    });
    return opened;
  };
  return hear => {
    listeners.add(hear);
    source ??= open();
    return () => {
      listeners.delete(hear);
      if (listeners.size > 0) return;
      source?.close();
      source = undefined;
    };
  };
};
