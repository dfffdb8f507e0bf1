import type { Bridge } from '../../shared/contract/bridge.ts';
import type { AppEvent } from '../../shared/contract/contract.ts';

const again = 2_000;

/** A request to the host with what every one of them must carry. */
export type Call = (
  path: string,
  init: Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> },
) => Promise<Response>;

type Hear = (event: AppEvent) => void;

/** Hears one connection to its end. An EventSource could not send the key. */
const hearOnce = async (call: Call, hear: Hear, signal: AbortSignal): Promise<void> => {
  const response = await call('/api/events', { signal });
  if (!response.ok || !response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const messages = (held + value).split('\n\n');
    held = messages.pop() ?? '';
    for (const message of messages)
      if (message.startsWith('data: ')) hear(JSON.parse(message.slice('data: '.length)) as AppEvent);
  }
};

/** Hears events until the signal aborts, over as many connections as it takes. */
const hearAlways = async (call: Call, hear: Hear, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    // A host that is gone answers every question with "unreachable"; here it is only waited for.
    await hearOnce(call, hear, signal).catch(() => undefined);
    if (!signal.aborted) await new Promise(resolve => setTimeout(resolve, again));
  }
};

/** One connection for all listeners: a browser opens six to a host in all, and questions need them. */
export const shareEvents = (call: Call): Bridge['listen'] => {
  const listeners = new Set<Hear>();
  let stop: AbortController | undefined;
  return hear => {
    listeners.add(hear);
    if (!stop) {
      stop = new AbortController();
      void hearAlways(call, event => listeners.forEach(each => each(event)), stop.signal);
    }
    return () => {
      listeners.delete(hear);
      if (listeners.size > 0) return;
      stop?.abort();
      stop = undefined;
    };
  };
};
