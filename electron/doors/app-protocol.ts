import { protocol, type Session } from 'electron';
import { securityHeaders } from './content-security.ts';
import { readRendererFile } from './renderer-files.ts';

const scheme = 'app';
const host = 'forkcast';

/** The only origin whose pages the desktop loads and answers. */
export const appOrigin = `${scheme}://${host}`;

/** Before the app is ready: makes `app://` a proper, secure origin, so that no page needs `file://`. */
export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);

/** Serves the built window under `app://forkcast` and nothing else, with the same headers as the browser door. */
export const serveAppScheme = (session: Session, renderer: string): void =>
  session.protocol.handle(scheme, async request => {
    const url = URL.parse(request.url);
    const ours = url !== null && url.host === host && request.method === 'GET';
    const file = ours ? await readRendererFile(renderer, url.pathname) : undefined;
    if (file === undefined)
      return new Response('There is nothing here.', { status: 404, headers: securityHeaders });
    return new Response(file.bytes, { headers: { ...securityHeaders, 'content-type': file.type } });
  });
