import { shell, type App as ElectronApp, type Session, type WebContents } from 'electron';

/** Official pages that a person may want to read beside Forkcast; they open in the system's browser. */
const vettedHosts = new Set([
  'affiliate-program.amazon.com',
  'affiliate-program.amazon.co.uk',
  'seller-us.tiktok.com',
  'seller-uk.tiktok.com',
  'shop.tiktok.com',
]);

export const isVetted = (address: string): boolean => {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    url.port === '' &&
    vettedHosts.has(url.hostname)
  );
};

/** Grants no permission and lets nothing out: Forkcast works without a network. */
export const lockSession = (session: Session, origins: readonly string[]): void => {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !isInside(details.url, origins) }),
  );
};

const inner = new Set(['devtools:', 'blob:', 'data:']);

const originOf = (address: string): string | undefined => {
  const url = URL.parse(address);
  return url === null ? undefined : `${url.protocol}//${url.host}`;
};

const isInside = (address: string, origins: readonly string[]): boolean => {
  const origin = originOf(address);
  return origin !== undefined && (inner.has(new URL(address).protocol) || origins.includes(origin));
};

/** Every page, whoever makes it: it stays on our origin, opens no window and embeds no guest. */
export const lockContents = (app: ElectronApp, origin: string): void => {
  app.on('web-contents-created', (_event, contents) => lockOne(contents, origin));
};

const lockOne = (contents: WebContents, origin: string): void => {
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (originOf(event.url) !== origin) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', event => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isVetted(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
};
