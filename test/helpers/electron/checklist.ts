import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app, type BrowserWindow, type FakeContents } from './fake-electron.ts';
import { recording, type FakeFrame } from './recording.ts';

/** One item of Electron's security checklist, and what was found wrong; empty = held. */
export interface Finding {
  readonly item: string;
  readonly wrong: readonly string[];
}

const origin = 'app://forkcast';
const windows = (): readonly BrowserWindow[] => recording.windows as BrowserWindow[];
const preferences = (): readonly Record<string, unknown>[] =>
  windows().map(window => (window.options as { webPreferences: Record<string, unknown> }).webPreferences);
const contents = (): FakeContents => windows()[0]!.webContents;

/** Names of those claims that do not hold. */
const broken = (claims: Readonly<Record<string, boolean>>): readonly string[] =>
  Object.entries(claims)
    .filter(([, holds]) => !holds)
    .map(([claim]) => claim);

const everyPage = (claim: string, holds: (one: Record<string, unknown>) => boolean): readonly string[] =>
  broken({ [claim]: preferences().length > 0 && preferences().every(holds) });

const cancelled = (url: string): boolean => {
  let answer: { readonly cancel?: boolean } = {};
  recording.beforeRequest?.({ url }, given => (answer = given));
  return answer.cancel === true;
};

const stopped = (event: string, url: string): boolean => {
  let prevented = false;
  contents().emit(event, { url, preventDefault: () => (prevented = true) }, url);
  return prevented;
};

const fetched = async (url: string, method = 'GET'): Promise<Response> => {
  const handler = recording.protocols.get('app');
  if (!handler) throw new Error('nothing serves app://');
  // Electron hands over the address as the page wrote it; `Request` would mend it first.
  return handler({ url, method } as Request);
};

const elsewhere = [
  'https://attacker.example/',
  'http://127.0.0.1:8080/',
  'file:///etc/passwd',
  'app://elsewhere/index.html',
  'app://forkcast.attacker.example/',
  'javascript:alert(1)',
  'not an address',
];

const permissions = [
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'openExternal',
  'hid',
  'fileSystem',
];

const permissionFindings = (): readonly string[] =>
  permissions.flatMap(permission => {
    let granted: boolean | undefined;
    recording.permissionRequest?.(contents(), permission, ok => (granted = ok));
    return broken({
      [`request ${permission} denied`]: granted === false,
      [`check ${permission} denied`]: recording.permissionCheck?.(contents(), permission) === false,
      [`device ${permission} denied`]: recording.devicePermission?.({ deviceType: permission }) === false,
    });
  });

const policyFindings = async (): Promise<readonly string[]> => {
  const page = await fetched(`${origin}/index.html`);
  const policy = page.headers.get('content-security-policy') ?? '';
  const script = /script-src ([^;]*)/.exec(policy)?.[1];
  return broken({
    'the page is served': page.status === 200,
    'nothing is allowed by default': policy.includes("default-src 'none'"),
    'scripts come from us only': script === "'self'",
    'connections stay inside': policy.includes("connect-src 'self'"),
    'no framing': policy.includes("frame-ancestors 'none'"),
    'no sniffing': page.headers.get('x-content-type-options') === 'nosniff',
  });
};

const evil = [
  'http://affiliate-program.amazon.com/',
  'https://attacker.example/',
  'https://affiliate-program.amazon.com.attacker.example/',
  'https://affiliate-program.amazon.com@attacker.example/',
  'https://user:word@affiliate-program.amazon.com/',
  'https://affiliate-program.amazon.com:8443/',
  'file:///bin/sh',
  'javascript:alert(1)',
  'ms-msdt:/id',
  'smb://attacker.example/x',
];
const vetted = 'https://affiliate-program.amazon.com/help';

const windowFindings = (): readonly string[] =>
  [...evil, vetted].flatMap(url =>
    broken({ [`no window for ${url}`]: contents().openHandler?.({ url }).action === 'deny' }),
  );

const externalFindings = (): readonly string[] => {
  recording.opened.length = 0;
  for (const url of [...evil, vetted]) contents().openHandler?.({ url });
  return broken({ 'only the vetted address leaves': recording.opened.join(' ') === vetted });
};

const protocolFindings = async (): Promise<readonly string[]> => {
  const outside = [
    '/../main/main.js',
    '/%2e%2e/main/main.js',
    '/..%2f..%2fpackage.json',
    '/assets/../../main/main.js',
    '/..%5c..%5cpackage.json',
    '//etc/passwd',
    '/index.html%00.js',
  ];
  const answers = await Promise.all(
    outside.map(async path => [path, (await fetched(origin + path)).status] as const),
  );
  return [
    ...broken({
      'no window loads a file': windows().every(window => window.loaded.every(url => url.startsWith(origin))),
      'another host of the scheme has nothing': (await fetched('app://elsewhere/index.html')).status === 404,
      'nothing but GET is answered': (await fetched(`${origin}/index.html`, 'POST')).status === 404,
      'only app:// is served': recording.protocols.size === 1,
    }),
    ...answers.filter(([, status]) => status === 200).map(([path]) => `${path} is served`),
  ];
};

const page = (url: string, parent: FakeFrame | null = null): FakeFrame => ({ url, parent });

/** Who may not ask. */
export const badSenders: Readonly<Record<string, FakeFrame | null>> = {
  'a frame that is gone': null,
  'another site': page('https://attacker.example/'),
  'a file': page('file:///index.html'),
  'another host of our scheme': page('app://elsewhere/index.html'),
  'a host that begins like ours': page('app://forkcast.attacker.example/'),
  'our name as a user': page('app://forkcast@attacker.example/'),
  'an empty page': page('about:blank'),
  'a frame inside our page': page(`${origin}/index.html`, page(`${origin}/index.html`)),
  'another site’s frame inside our page': page('https://attacker.example/', page(`${origin}/index.html`)),
  nonsense: page('nonsense'),
};

/** What no channel may accept. */
export const badPayloads: readonly (readonly unknown[])[] = [
  [],
  [null],
  [undefined],
  [0],
  [{}],
  [[]],
  [['relative.csv']],
  // Exists where the tests run: only its being relative speaks against it.
  [['package.json']],
  [['/etc/\0passwd']],
  [[1]],
  [Array.from({ length: 501 }, () => '/tmp/a.csv')],
  ['no.such.request', {}],
  ['app.info', { extra: true }],
  ['report.preview', { files: ['/etc/passwd'] }],
  ['scenario.get', { id: '1; drop table scenario' }],
  ['__proto__', {}],
  ['constructor', {}],
];

const invoke = async (channel: string, frame: FakeFrame | null, args: readonly unknown[]): Promise<unknown> =>
  recording.channels.get(channel)?.({ senderFrame: frame, sender: contents() }, ...args);

const accepted = async (
  channel: string,
  frame: FakeFrame | null,
  args: readonly unknown[],
): Promise<boolean> => {
  try {
    const answer = (await invoke(channel, frame, args)) as { readonly ok?: boolean } | undefined;
    return answer?.ok !== false;
  } catch {
    return false;
  }
};

const senderFindings = async (): Promise<readonly string[]> => {
  const wrong: string[] = [];
  for (const channel of recording.channels.keys()) {
    for (const [who, frame] of Object.entries(badSenders)) {
      for (const args of [['app.info', {}], ...badPayloads]) {
        if (await accepted(channel, frame, args)) wrong.push(`${channel} answered ${who}`);
      }
    }
  }
  return [...new Set(wrong)];
};

const payloadFindings = async (): Promise<readonly string[]> => {
  const own = page(`${origin}/index.html`);
  const wrong: string[] = [];
  for (const channel of recording.channels.keys()) {
    // Picking takes no payload: the person chooses in the system's dialog.
    if (channel.endsWith(':pick')) continue;
    for (const args of badPayloads) {
      if (await accepted(channel, own, args))
        wrong.push(`${channel} accepted ${JSON.stringify(args).slice(0, 80)}`);
    }
  }
  const channels = [...recording.channels.keys()].toSorted().join(' ');
  return [
    ...wrong,
    ...broken({
      'three channels': channels === 'forkcast:ask forkcast:offer forkcast:pick',
      'our page is answered': await accepted('forkcast:ask', page(`${origin}/index.html#/compare`), [
        'app.info',
        {},
      ]),
    }),
  ];
};

const callNames = (): readonly string[] => recording.calls.map(call => call.name);
const beforeReady = (name: string): boolean =>
  recording.calls.some(call => call.name === name && !call.ready);

interface MenuItem {
  readonly id?: string;
  readonly submenu?: readonly MenuItem[];
  readonly click?: () => void;
}

const findItem = (items: readonly MenuItem[], id: string): MenuItem | undefined => {
  for (const item of items) {
    const found = item.id === id ? item : findItem(item.submenu ?? [], id);
    if (found) return found;
  }
  return undefined;
};

const lifeFindings = async (): Promise<readonly string[]> => {
  findItem(recording.menu as readonly MenuItem[], 'save-pdf')?.click?.();
  const told = JSON.stringify(contents().sent.at(-1));
  const picked = (await invoke('forkcast:pick', page(`${origin}/index.html`), [])) as readonly {
    name: string;
  }[];
  app.emit('second-instance');
  let kept = false;
  app.emit('will-quit', { preventDefault: () => (kept = true) });
  for (let tries = 0; recording.exits.length === 0 && tries < 200; tries += 1) await wait(25);
  return broken({
    'the menu speaks to the window':
      told === '{"channel":"forkcast:event","payload":{"kind":"menu","command":"save-pdf"}}',
    'picked files are offered by name': picked.map(file => file.name).join() === 'picked.csv',
    'a second start shows the first window': windows()[0]!.focused === 1 && windows().length === 1,
    'quitting waits for the app to close': kept && recording.exits.join() === '0',
    'and closes the door': recording.channels.size === 0,
  });
};

/** Items of electronjs.org's security checklist as far as the running shell shows them. */
export const checkShell = async (): Promise<readonly Finding[]> => [
  {
    item: '1 only secure content',
    wrong: [
      ...elsewhere.flatMap(url => broken({ [`request to ${url} is cancelled`]: cancelled(url) })),
      ...broken({ 'own files are not': !cancelled(`${origin}/assets/a.js`) }),
    ],
  },
  {
    item: '2 no Node in pages',
    wrong: everyPage(
      'nodeIntegration is off',
      one =>
        one['nodeIntegration'] === false &&
        one['nodeIntegrationInWorker'] === false &&
        one['nodeIntegrationInSubFrames'] === false,
    ),
  },
  {
    item: '3 context isolation',
    wrong: everyPage('contextIsolation is on', one => one['contextIsolation'] === true),
  },
  {
    item: '4 sandbox',
    wrong: [
      ...everyPage('sandbox is on', one => one['sandbox'] === true),
      ...broken({ 'for every process, before ready': beforeReady('app.enableSandbox') }),
    ],
  },
  { item: '5 permissions', wrong: permissionFindings() },
  { item: '6 web security', wrong: everyPage('webSecurity is on', one => one['webSecurity'] === true) },
  { item: '7 content security policy', wrong: await policyFindings() },
  {
    item: '8 no insecure content',
    wrong: everyPage(
      'allowRunningInsecureContent is off',
      one => one['allowRunningInsecureContent'] === false,
    ),
  },
  {
    item: '9 no experiments',
    wrong: everyPage('experimentalFeatures is off', one => one['experimentalFeatures'] === false),
  },
  {
    item: '10 no blink features',
    wrong: everyPage('enableBlinkFeatures is absent', one => !('enableBlinkFeatures' in one)),
  },
  { item: '11 no webviews', wrong: everyPage('webviewTag is off', one => one['webviewTag'] === false) },
  {
    item: '12 no guests',
    wrong: broken({
      'will-attach-webview is prevented': stopped('will-attach-webview', 'https://a.example'),
    }),
  },
  {
    item: '13 no navigation',
    wrong: [
      ...['will-navigate', 'will-frame-navigate', 'will-redirect'].flatMap(event =>
        elsewhere.flatMap(url => broken({ [`${event} to ${url} is prevented`]: stopped(event, url) })),
      ),
      ...broken({ 'staying is allowed': !stopped('will-navigate', `${origin}/index.html`) }),
    ],
  },
  { item: '14 no new windows', wrong: windowFindings() },
  { item: '15 openExternal', wrong: externalFindings() },
  { item: '17 senders', wrong: await senderFindings() },
  { item: '17 payloads', wrong: await payloadFindings() },
  { item: '18 own protocol instead of file://', wrong: await protocolFindings() },
  {
    item: 'one instance',
    wrong: broken({ 'the lock is asked for': callNames().includes('app.requestSingleInstanceLock') }),
  },
  {
    item: 'scheme before ready',
    wrong: broken({ registered: callNames().includes('protocol.registerSchemesAsPrivileged') }),
  },
  {
    item: 'preload',
    wrong: preferences().flatMap(one => broken({ 'it exists': existsSync(join(String(one['preload']))) })),
  },
  // Last, since it ends the app.
  { item: 'life', wrong: await lifeFindings() },
];
