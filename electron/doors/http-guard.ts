import type { IncomingHttpHeaders } from 'node:http';

export interface Asked {
  readonly method: string;
  /** The request's target as sent. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

/** Why a request is refused before anything of it is read, or null when it may pass. */
export type Refusal = { readonly status: 403 | 405 | 414; readonly sentence: string };

export interface Guard {
  readonly port: number;
  knows(cookieHeader: string | undefined): boolean;
  holdsKey(keyHeader: string | undefined): boolean;
}

/** Carries the page's own secret on everything below `/api/`. */
export const keyHeader = 'x-forkcast-key';

const longestTarget = 4_096;

/**
 * In this order: the Host header (a rebound DNS name carries its own), the origin (another site's page), the cookie
 * (another program or user of this machine), and for the contract the key (a server that this very browser also opens on
 * 127.0.0.1 gets our cookie, which knows no port). Only `/open`, which trades the code for both, needs neither.
 */
export const refuse = ({ method, target, headers }: Asked, guard: Guard): Refusal | null => {
  const self = `127.0.0.1:${guard.port}`;
  if (headers.host !== self) return forbidden;
  if (target.length > longestTarget) return { status: 414, sentence: 'This address is too long.' };
  if (!['GET', 'POST'].includes(method)) return { status: 405, sentence: 'Only GET and POST are answered.' };
  const opens = method === 'GET' && (target === '/open' || target.startsWith('/open?'));
  if (!ownOrigin({ method, opens, origin: `http://${self}` }, headers)) return forbidden;
  if (!opens && !guard.knows(headers.cookie)) return forbidden;
  const key = headers[keyHeader];
  if (needsKey(target) && !guard.holdsKey(typeof key === 'string' ? key : undefined)) return forbidden;
  return null;
};

/** Everything but the window's own files and what the code opens: read as the router reads it. */
const needsKey = (target: string): boolean =>
  URL.parse(target, 'http://127.0.0.1')?.pathname.startsWith('/api/') ?? true;

const forbidden: Refusal = {
  status: 403,
  sentence: 'This belongs to a running Forkcast. Open the address that Forkcast printed when it started.',
};

const ownOrigin = (
  asked: { readonly method: string; readonly opens: boolean; readonly origin: string },
  headers: IncomingHttpHeaders,
): boolean => {
  if (headers.origin !== undefined && headers.origin !== asked.origin) return false;
  if (asked.method === 'POST' && headers.origin === undefined) return false;
  // A person may follow the printed address from a web terminal or a chat: that navigation is cross-site.
  if (asked.opens) return true;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
};
