import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '../app-types.ts';
import type { Downloads } from './downloads.ts';
import { sendSentence } from './http-body.ts';
import { keyHeader, refuse } from './http-guard.ts';
import { route, type Limits, type Served } from './http-routes.ts';
import { createSessions } from './http-session.ts';
import type { Incoming } from './incoming.ts';

export interface HostOptions {
  readonly renderer: string;
  readonly incoming: Incoming;
  readonly downloads: Downloads;
  readonly limits?: Partial<Limits>;
}

export interface Host {
  readonly origin: string;
  /** The address for the person; it carries the code. */
  readonly address: string;
  /** A session's cookie, for a browser that we start ourselves, and the header that it must send as well. */
  grant(): { readonly name: string; readonly value: string };
  readonly headers: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const usualLimits: Limits = { question: 16 * 2 ** 20, file: 2 ** 30 };

/** Serves the window and the contract on 127.0.0.1 and a port that the system picks. */
export const openHost = async (app: App, options: HostOptions): Promise<Host> => {
  const server = createServer({ connectionsCheckingInterval: 2_000, maxHeaderSize: 16_384 });
  server.headersTimeout = 10_000;
  server.requestTimeout = 600_000;
  server.maxConnections = 512;
  const port = await listen(server);
  const sessions = createSessions(port);
  const served: Served = { ...options, app, sessions, limits: { ...usualLimits, ...options.limits } };
  server.on('request', (request, response) => void answer(served, { request, response, port }));
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    address: `${origin}/open?code=${sessions.code}`,
    grant: () => ({ name: sessions.cookieName, value: sessions.grant() }),
    headers: { [keyHeader]: sessions.key },
    close: () => close(server),
  };
};

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly port: number;
}

const answer = async (served: Served, { request, response, port }: Exchange): Promise<void> => {
  const target = request.url ?? '';
  const asked = { method: request.method ?? '', target, headers: request.headers };
  const { sessions } = served;
  const refusal = refuse(asked, {
    port,
    knows: header => sessions.knows(header),
    holdsKey: header => sessions.holdsKey(header),
  });
  if (refusal) return sendSentence(response, refusal.status, refusal.sentence);
  const url = target.startsWith('/') && URL.parse(`http://127.0.0.1:${port}${target}`);
  if (!url) return sendSentence(response, 400, 'This is no address.');
  try {
    await route(served, { request, response, url });
  } catch {
    // The page went away while it was answered, or the disk is full: nobody is left to tell, or nothing to tell it with.
    sendSentence(response, 500, 'This request could not be answered.');
  }
};

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

const close = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
