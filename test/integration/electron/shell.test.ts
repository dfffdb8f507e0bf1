import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../../../electron/dev/build-if-stale.ts';
import { runProgram } from '../../../electron/dev/run-program.ts';
import { findRoot } from '../../../electron/paths.ts';
import type { Finding } from '../../helpers/electron/checklist.ts';
import type { Mutant, ShellOptions } from '../../helpers/electron/run-shell.ts';

const root = findRoot(import.meta.dirname);
const source = join(root, 'electron', 'main.ts');
const bundle = join(root, 'out', 'main', 'main.js');

const run = async (main: string, options: ShellOptions): Promise<readonly string[]> => {
  const script = join(root, 'test', 'helpers', 'electron', 'run-shell.ts');
  const args = [script, main, JSON.stringify(options)];
  const { code, output } = await runProgram(process.execPath, args, { timeout: 60_000 });
  if (code !== 0) throw new Error(output);
  return output.trim().split('\n');
};

const runShell = async (main: string, mutant?: Mutant): Promise<readonly Finding[]> =>
  JSON.parse((await run(main, mutant ? { mutant } : {})).at(-1)!) as readonly Finding[];

const failing = (findings: readonly Finding[]): readonly string[] =>
  findings.filter(finding => finding.wrong.length > 0).map(finding => finding.item);

type Planted = readonly [item: string, file: string, from: string, to: string];

/** One carelessness per item; each must be noticed by that item. */
const mutants: readonly Planted[] = [
  ['1 only secure content', 'lockdown.ts', '!isInside(details.url, origins)', 'false'],
  ['2 no Node in pages', 'windows.ts', 'nodeIntegration: false', 'nodeIntegration: true'],
  ['2 no Node in pages', 'windows.ts', 'nodeIntegrationInWorker: false', 'nodeIntegrationInWorker: true'],
  ['3 context isolation', 'windows.ts', 'contextIsolation: true', 'contextIsolation: false'],
  ['4 sandbox', 'windows.ts', 'sandbox: true', 'sandbox: false'],
  ['4 sandbox', 'main.ts', 'app.enableSandbox();', ''],
  ['5 permissions', 'lockdown.ts', 'decide(false)', 'decide(true)'],
  [
    '5 permissions',
    'lockdown.ts',
    'setPermissionCheckHandler(() => false)',
    'setPermissionCheckHandler(() => true)',
  ],
  ['5 permissions', 'lockdown.ts', 'session.setDevicePermissionHandler(() => false);', ''],
  ['6 web security', 'windows.ts', 'webSecurity: true', 'webSecurity: false'],
  [
    '7 content security policy',
    'content-security.ts',
    `'script-src': "'self'"`,
    `'script-src': "'self' 'unsafe-inline'"`,
  ],
  ['7 content security policy', 'app-protocol.ts', `...securityHeaders, 'content-type'`, `'content-type'`],
  [
    '8 no insecure content',
    'windows.ts',
    'allowRunningInsecureContent: false',
    'allowRunningInsecureContent: true',
  ],
  ['9 no experiments', 'windows.ts', 'experimentalFeatures: false', 'experimentalFeatures: true'],
  [
    '10 no blink features',
    'windows.ts',
    'spellcheck: false',
    `enableBlinkFeatures: 'ExecCommandInJavaScript'`,
  ],
  ['11 no webviews', 'windows.ts', 'webviewTag: false', 'webviewTag: true'],
  ['12 no guests', 'lockdown.ts', `contents.on('will-attach-webview', event => event.preventDefault());`, ''],
  ['13 no navigation', 'lockdown.ts', `contents.on('will-navigate', stay);`, ''],
  ['13 no navigation', 'lockdown.ts', `contents.on('will-redirect', stay);`, ''],
  ['13 no navigation', 'lockdown.ts', 'originOf(event.url) !== origin', '!event.url.startsWith(origin)'],
  ['14 no new windows', 'lockdown.ts', `action: 'deny'`, `action: 'allow'`],
  ['15 openExternal', 'lockdown.ts', 'if (isVetted(url))', 'if (url)'],
  ['15 openExternal', 'lockdown.ts', `url.protocol === 'https:' &&`, ''],
  [
    '15 openExternal',
    'lockdown.ts',
    'vettedHosts.has(url.hostname)',
    '[...vettedHosts].some(host => url.hostname.startsWith(host))',
  ],
  ['17 senders', 'ipc.ts', '!isOurPage(event, origin)', 'false'],
  ['17 senders', 'ipc.ts', '|| senderFrame.parent !== null', ''],
  [
    '17 senders',
    'ipc.ts',
    'return url !== null &&',
    'return senderFrame.url.startsWith(origin) || url !== null &&',
  ],
  ['17 payloads', 'ipc.ts', ' && isAbsolute(path)', ''],
  ['17 payloads', 'ipc.ts', '!arePaths(paths)', '!Array.isArray(paths)'],
  ['17 payloads', 'electron/answer.ts', '!parsed.success', 'false'],
  ['18 own protocol instead of file://', 'app-protocol.ts', 'url.host === host', 'true'],
  ['18 own protocol instead of file://', 'windows.ts', '`${origin}/index.html`', '`file:///index.html`'],
  ['18 own protocol instead of file://', 'app-protocol.ts', `request.method === 'GET'`, 'true'],
  ['one instance', 'main.ts', '!app.requestSingleInstanceLock()', 'false'],
  ['life', 'main.ts', 'event.preventDefault();', ''],
  ['life', 'main.ts', 'desktop.show()', 'undefined'],
  ['life', 'desktop.ts', 'stopIpc();', ''],
  ['life', 'desktop.ts', 'setMenu(command', 'setMenu(() => {}); void ((command: never)'],
  ['scheme before ready', 'main.ts', 'registerAppScheme();', ''],
];

describe('the desktop shell under a recording electron', () => {
  beforeAll(() => buildIfStale(root), 120_000);

  it('holds every item of the security checklist as it was built', async () => {
    const findings = await runShell(bundle);
    expect(findings.filter(finding => finding.wrong.length > 0)).toEqual([]);
    expect(findings.length).toBeGreaterThanOrEqual(22);
  });

  it('runs a command instead of opening a window when asked to', async () => {
    const lines = await run(bundle, { args: ['cli', 'scenario', 'schema'] });
    expect(lines.at(-1)).toBe('[0]');
    expect(JSON.parse(lines.slice(0, -1).join('\n'))).toMatchObject({ type: 'object' });
    const wrong = await run(bundle, { args: ['cli', 'nonsense'] });
    expect(wrong.at(-1)).toBe('[2]');
  });

  it('holds every item from source, too', async () => {
    expect(failing(await runShell(source))).toEqual([]);
  });

  it.concurrent.each(mutants)(
    'notices «%s» broken in %s: %s → %s',
    async (item, file, from, to) => {
      expect(failing(await runShell(source, { file, from, to }))).toContain(item);
    },
    120_000,
  );
});
