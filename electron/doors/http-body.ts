import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityHeaders } from './content-security.ts';

export class BodyTooLarge extends Error {}

/** Reads a small body whole; throws `BodyTooLarge` as soon as it exceeds `limit` bytes. */
export const readBody = async (request: IncomingMessage, limit: number): Promise<string> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limit) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

export const sendSentence = (response: ServerResponse, status: number, sentence: string): void => {
  send(response, status, { 'content-type': 'text/plain; charset=utf-8' }, `${sentence}\n`);
};

export const sendJson = (response: ServerResponse, value: unknown): void => {
  send(response, 200, { 'content-type': 'application/json; charset=utf-8' }, JSON.stringify(value));
};

export const send = (
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
): void => {
  if (response.headersSent || response.destroyed) return;
  // A body that was refused is not read to its end: the connection goes.
  const close = status >= 400 ? { connection: 'close' } : {};
  response.writeHead(status, { ...securityHeaders, ...headers, ...close });
  response.end(body);
};
