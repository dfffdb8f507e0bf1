import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findRoot } from '../../electron/paths.ts';
import { rawHttp } from '../helpers/raw-http.ts';
import { temporaryFolder } from '../helpers/temporary.ts';

const root = findRoot(import.meta.dirname);

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

const start = (args: readonly string[]): Started => {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const script = join(root, 'electron', 'dev', 'start.ts');
  const child = spawn(process.execPath, [script, ...args], { env });
  let said = '';
  child.stdout.on('data', chunk => (said += String(chunk)));
  child.stderr.on('data', chunk => (said += String(chunk)));
  const ended = new Promise<number | null>(resolve => child.on('close', resolve));
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, said: () => said, ended };
};

describe.runIf(process.platform === 'linux')('npm start without a screen', () => {
  it('says in one sentence why it opens the browser door, prints one address, serves it, and goes without a trace', async () => {
    const home = temporaryFolder();
    const { child, said, ended } = start(['--home', home]);
    await expect.poll(said, { timeout: 60_000 }).toContain('Forkcast is open at ');
    const first = said()
      .replace(/^Building the app …\n/, '')
      .split('\n')[0];
    expect(first).toBe(
      'This machine has no screen, so Forkcast opens in the browser instead of its own window; Ctrl+C ends it.',
    );
    const address = new URL(/^Forkcast is open at (\S+)$/m.exec(said())![1]!);
    expect(address.hostname).toBe('127.0.0.1');

    const port = Number(address.port);
    const opened = await rawHttp({
      port,
      path: address.pathname + address.search,
      headers: { host: address.host },
    });
    const cookie = opened.headers['set-cookie']![0]!.split(';')[0]!;
    const headers = {
      host: address.host,
      origin: address.origin,
      cookie,
      'x-forkcast-key': /<meta name="?key"? content="([^"]+)"/.exec(opened.body)![1]!,
      'content-type': 'application/json',
    };
    const answer = await rawHttp({ port, path: '/api/ask/app.info', method: 'POST', headers, body: '{}' });
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: { door: 'browser', dataFolder: home } });

    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(readdirSync(join(home, 'temporary'))).toEqual([]);
    const log = readFileSync(join(home, 'log.jsonl'), 'utf8');
    for (const secret of [address.searchParams.get('code')!, cookie.split('=')[1]!]) {
      expect(log + said().replace(address.href, '')).not.toContain(secret);
    }
  });

  it('refuses options that it does not know', async () => {
    const home = join(temporaryFolder(), 'never');
    const { said, ended } = start(['--home', home, '--public']);
    expect(await ended).toBe(2);
    expect(said()).toContain('--public');
    expect(existsSync(home)).toBe(false);
  });
});
