import { pipeline } from 'node:stream/promises';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from '../app-types.ts';
import { securityHeaders } from './content-security.ts';
import type { Downloads } from './downloads.ts';
import { BodyTooLarge, readBody, send, sendJson, sendSentence } from './http-body.ts';
import { streamEvents } from './http-events.ts';
import type { Sessions } from './http-session.ts';
import { TooLarge, type Incoming } from './incoming.ts';
import { readRendererFile } from './renderer-files.ts';

export interface Limits {
  /** Bytes of one request's input. */
  readonly question: number;
  /** Bytes of one offered file. */
  readonly file: number;
}

export interface Served {
  readonly app: App;
  readonly renderer: string;
  readonly incoming: Incoming;
  readonly downloads: Downloads;
  readonly sessions: Sessions;
  readonly limits: Limits;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

/** Answers a request that the guard let pass. */
export const route = async (served: Served, exchange: Exchange): Promise<void> => {
  const { request, response, url } = exchange;
  const path = url.pathname;
  if (request.method === 'POST') {
    if (path.startsWith('/api/ask/')) return ask(served, exchange);
    if (path === '/api/offer') return offer(served, exchange);
    return sendSentence(response, 404, 'There is nothing here.');
  }
  if (path === '/open') return open(served, exchange);
  if (path === '/open.js')
    return send(response, 200, { 'content-type': 'text/javascript; charset=utf-8' }, keepKey);
  if (path === '/api/events') return streamEvents(served.app, response);
  if (path.startsWith('/download/')) return download(served, exchange);
  const file = await readRendererFile(served.renderer, path);
  if (file === undefined) return sendSentence(response, 404, 'There is nothing here.');
  send(response, 200, { 'content-type': file.type }, file.bytes);
};

const isJson = (request: IncomingMessage): boolean =>
  /^application\/json\b/i.test(request.headers['content-type'] ?? '');

const ask = async ({ app, limits }: Served, { request, response, url }: Exchange): Promise<void> => {
  const name = url.pathname.slice('/api/ask/'.length);
  // A form or a script of another site could send text without asking first; it cannot send JSON.
  if (!isJson(request)) return sendSentence(response, 415, 'A question is sent as application/json.');
  let input: unknown;
  try {
    input = JSON.parse(await readBody(request, limits.question));
  } catch (error) {
    if (error instanceof BodyTooLarge) return sendSentence(response, 413, 'This question is too long.');
    return sendSentence(response, 400, 'This question is no JSON.');
  }
  sendJson(response, await app.ask(name, input));
};

const offer = async (served: Served, { request, response, url }: Exchange): Promise<void> => {
  const name = fileName(url.searchParams.get('name') ?? '');
  if (name === undefined) return sendSentence(response, 400, 'An offered file needs a plain name.');
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > served.limits.file) return sendSentence(response, 413, 'This file is too large.');
  try {
    const path = await served.incoming.receive(request, served.limits.file);
    const discard = () => rm(path, { force: true });
    sendJson(response, await served.app.offer(path, name, discard));
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    sendSentence(response, 413, 'This file is too large.');
  }
};

/** What a person may read as a file's name; folders and control characters are not part of one. */
const fileName = (text: string): string | undefined => {
  const name = text.split(/[/\\]/).at(-1) ?? '';
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  return name === '' || name.length > 255 || /[\u0000-\u001f\u007f]/.test(name) ? undefined : name;
};

const open = ({ sessions }: Served, { response, url }: Exchange): void => {
  const token = sessions.redeem(url.searchParams.get('code') ?? '');
  if (token === undefined) {
    return sendSentence(
      response,
      403,
      'This address has been used. If Forkcast is still open in a tab, use that tab; else start Forkcast again.',
    );
  }
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'set-cookie': `${sessions.cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict`,
  };
  // A page instead of a redirect: a Strict cookie is not sent along a redirect that began on another site.
  send(response, 200, headers, opening(sessions.key));
};

const opening = (key: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Forkcast</title><link rel="icon" href="data:,"><meta name="key" content="${key}"></head>
<body><p><a href="/">Open Forkcast</a></p><script src="/open.js"></script></body></html>
`;

/** Puts the key where only pages of this very port find it, and goes to the window. */
const keepKey = `localStorage.setItem('forkcast-key', document.querySelector('meta[name=key]').content);
location.replace('/');
`;

const download = async ({ downloads }: Served, { response, url }: Exchange): Promise<void> => {
  const found = downloads.find(url.pathname.slice('/download/'.length));
  const size = found && (await stat(found.path).catch(() => undefined))?.size;
  if (found === undefined || size === undefined) {
    return sendSentence(response, 404, 'This document is not here any more.');
  }
  const ascii = found.name.replace(/[^\w .()-]/g, '_');
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': 'application/pdf',
    'content-length': String(size),
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(found.name)}`,
  });
  // A reader that goes away, or a disk that fails, ends this one download and nothing else.
  await pipeline(createReadStream(found.path), response).catch(() => response.destroy());
};
