import type { ServerResponse } from 'node:http';
import type { App } from '../app-types.ts';
import { securityHeaders } from './content-security.ts';

const heartbeat = 15_000;

/** Sends the app's events to one page until it goes away (server-sent events). */
export const streamEvents = (app: App, response: ServerResponse): void => {
  response.writeHead(200, { ...securityHeaders, 'content-type': 'text/event-stream; charset=utf-8' });
  response.write(': open\n\n');
  const forget = app.listen(event => {
    // A page that does not read gets no queue in our memory.
    if (response.writableLength < 1_000_000) response.write(`data: ${JSON.stringify(event)}\n\n`);
  });
  const beat = setInterval(() => response.write(': alive\n\n'), heartbeat);
  response.on('close', () => {
    clearInterval(beat);
    forget();
  });
};
