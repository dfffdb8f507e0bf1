import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDownloads } from '../../../../electron/doors/downloads.ts';
import { openHost } from '../../../../electron/doors/http.ts';
import { createIncoming } from '../../../../electron/doors/incoming.ts';
import { rawHttp, type RawQuestion } from '../../../helpers/raw-http.ts';
import { recordingApp } from '../../../helpers/recording-app.ts';
import { temporaryFolder } from '../../../helpers/temporary.ts';

const openDoor = async () => {
  const home = temporaryFolder();
  const renderer = join(home, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Forkcast</title>');
  writeFileSync(join(renderer, 'assets', 'app.js'), 'export {};');
  writeFileSync(join(renderer, 'notes.txt'), 'not part of the window');
  writeFileSync(join(home, 'secret.html'), 'secret');
  symlinkSync(join(home, 'secret.html'), join(renderer, 'link.html'));
  const app = recordingApp();
  const incoming = createIncoming(home, process.pid);
  const downloads = createDownloads(incoming);
  const limits = { question: 2_000, file: 10_000 };
  const host = await openHost(app, { renderer, incoming, downloads, limits });
  onTestFinished(() => host.close());
  const port = Number(new URL(host.origin).port);
  const cookie = Object.values(host.grant()).join('=');
  const self = { host: `127.0.0.1:${port}`, cookie, ...host.headers };
  const send = (question: Omit<RawQuestion, 'port'>) => rawHttp({ ...question, port });
  const post = (path: string, body: string | Buffer, headers = {}) =>
    send({
      path,
      method: 'POST',
      body,
      headers: { ...self, origin: host.origin, 'content-type': 'application/json', ...headers },
    });
  return { app, host, port, self, send, post, home, incoming, downloads };
};

describe('the browser door', () => {
  it('serves the window with its security headers', async () => {
    const { send, self } = await openDoor();
    const answer = await send({ path: '/', headers: self });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('Forkcast');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });

  it('hears a question and gives the answer', async () => {
    const { app, post } = await openDoor();
    const answer = await post('/api/ask/app.info', '{"a":1}');
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { echo: { a: 1 } } });
    expect(app.asked).toEqual([{ name: 'app.info', input: { a: 1 } }]);
  });

  it.each([
    ['another name (DNS rebinding)', { host: 'attacker.example' }],
    ['another name with our port', { host: 'attacker.example:PORT' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['localhost, whose origin is not ours', { host: 'localhost:PORT' }],
    ['another site', { origin: 'https://attacker.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['no origin at all', { origin: undefined }],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
    ['another port of the same site', { 'sec-fetch-site': 'same-site' }],
    ['no cookie', { cookie: undefined }],
    ['a guessed cookie', { cookie: 'forkcast-PORT=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['an empty cookie', { cookie: 'forkcast-PORT=' }],
    ['a server on another port that was sent our cookie, but has no key', { 'x-forkcast-key': undefined }],
    ['a guessed key', { 'x-forkcast-key': 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['an empty key', { 'x-forkcast-key': '' }],
  ])('refuses a question from %s before reading it', async (_who, change) => {
    const { app, port, self, host, send } = await openDoor();
    const changed = Object.fromEntries(
      Object.entries({ ...self, origin: host.origin, 'content-type': 'application/json', ...change })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, String(value).replace('PORT', String(port))]),
    );
    for (const path of ['/api/ask/report.list', '/api/offer?name=a.csv']) {
      const answer = await send({ path, method: 'POST', headers: changed, body: 'not even JSON' });
      expect(answer.status).toBe(403);
      expect(answer.body).not.toContain('JSON');
    }
    expect(app.asked).toEqual([]);
    expect(app.offered).toEqual([]);
  });

  it('asks for the cookie on every route but the opening', async () => {
    const { send, self, downloads } = await openDoor();
    const target = await downloads.saveAs('a.pdf');
    writeFileSync(target!.path, '%PDF-');
    for (const path of ['/', '/index.html', '/assets/app.js', '/api/events', target!.download!, '/nothing']) {
      expect((await send({ path, headers: { host: self.host } })).status).toBe(403);
    }
  });

  it('tells the key to nobody who has the cookie alone, and no event without it', async () => {
    const { send, self, host } = await openDoor();
    const stolen = { host: self.host, cookie: self.cookie };
    for (const path of ['/', '/index.html', '/open.js', '/open', '/open?code=x']) {
      const answer = await send({ path, headers: stolen });
      expect(answer.body + JSON.stringify(answer.headers)).not.toContain(host.headers['x-forkcast-key']);
    }
    const ways = [
      '/api/events',
      '/./api/events',
      '/x/../api/events',
      '/api/./events',
      '//h/../api/events',
      '/api/',
    ];
    for (const path of ways) expect((await send({ path, headers: stolen })).status).not.toBe(200);
    expect((await send({ path: '/api/events', headers: stolen })).status).toBe(403);
  });

  it.each([
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/assets/../../secret.html',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.html',
    '/..%5csecret.html',
    '//etc/passwd',
    '/link.html',
    '/index.html%00.js',
    '/%',
    '/notes.txt',
    '/nothing.js',
    '/assets',
  ])('has nothing at %s', async path => {
    const { send, self } = await openDoor();
    const answer = await send({ path, headers: self });
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('secret');
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PATCH'])('does not answer %s', async method => {
    const { send, self, host } = await openDoor();
    const answer = await send({ path: '/', method, headers: { ...self, origin: host.origin } });
    expect(answer.status).toBe(405);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('takes a question as JSON only, and only up to its limit', async () => {
    const { app, post } = await openDoor();
    expect((await post('/api/ask/a', '{}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post('/api/ask/a', '{')).status).toBe(400);
    expect((await post('/api/ask/a', JSON.stringify('x'.repeat(3_000)))).status).toBe(413);
    expect(app.asked).toEqual([]);
    expect((await post('/api/ask/a', JSON.stringify('x'.repeat(1_900)))).status).toBe(200);
  });

  it('streams an offered file to a private temporary file and forgets it when closed', async () => {
    const { app, post, incoming } = await openDoor();
    const bytes = Buffer.from([0, 255, 13, 10, 7]);
    const answer = await post('/api/offer?name=Fee%20Earnings.csv', bytes);
    expect(JSON.parse(answer.body)).toEqual({ id: 'offer-1', name: 'Fee Earnings.csv', bytes: 5 });
    expect(readFileSync(app.offered[0]!.path)).toEqual(bytes);
    incoming.remove();
    expect(existsSync(app.offered[0]!.path)).toBe(false);
  });

  it('keeps nothing of a file that is too large, whether it says so or not', async () => {
    const { app, post, incoming } = await openDoor();
    const large = Buffer.alloc(20_000);
    expect((await post('/api/offer?name=a.csv', large)).status).toBe(413);
    expect((await post('/api/offer?name=a.csv', large, { 'transfer-encoding': 'chunked' })).status).toBe(413);
    expect(readdirSync(incoming.folder)).toEqual([]);
    expect(app.offered).toEqual([]);
  });

  it('takes the last part of an offered name and refuses names that are none', async () => {
    const { app, post } = await openDoor();
    await post('/api/offer?name=..%2F..%2Fetc%2Fpasswd', 'x');
    expect(app.offered[0]!.name).toBe('passwd');
    for (const name of ['', '%00', 'a%0Ab', 'x/']) {
      expect((await post(`/api/offer?name=${name}`, 'x')).status).toBe(400);
    }
  });

  it('lets a printed document be fetched under its name', async () => {
    const { send, self, downloads } = await openDoor();
    const target = await downloads.saveAs('Forkcast – “März”.pdf');
    writeFileSync(target!.path, '%PDF-1.7');
    const answer = await send({ path: target!.download!, headers: self });
    expect(answer.body).toBe('%PDF-1.7');
    expect(answer.headers['content-disposition']).toContain("filename*=UTF-8''Forkcast%20%E2%80%93");
    expect((await send({ path: '/download/0', headers: self })).status).toBe(404);
  });

  it('sends events to a page until the page goes', async () => {
    const { app, port, self, host } = await openDoor();
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `GET /api/events HTTP/1.1\r\nHost: ${self.host}\r\nCookie: ${self.cookie}\r\nX-Forkcast-Key: ${host.headers['x-forkcast-key']}\r\n\r\n`,
    );
    let heard = '';
    socket.on('data', chunk => (heard += chunk.toString()));
    await expect.poll(() => app.listeners()).toBe(1);
    app.tell({ kind: 'progress', run: 'a', stage: 'simulate', done: 1, total: 2 });
    await expect.poll(() => heard).toContain('data: {"kind":"progress","run":"a"');
    socket.destroy();
    await expect.poll(() => app.listeners()).toBe(0);
  });

  it('listens on 127.0.0.1 alone', async () => {
    const { port } = await openDoor();
    const others = Object.values(networkInterfaces())
      .flatMap(list => list ?? [])
      .filter(address => address.family === 'IPv4' && address.address !== '127.0.0.1');
    for (const host of [...others.map(address => address.address), '127.0.0.2']) {
      const outcome = await new Promise(resolve => {
        const socket = connect({ port, host });
        socket.on('connect', () => resolve('open')).on('error', () => resolve('closed'));
        onTestFinished(() => void socket.destroy());
      });
      expect(outcome).toBe('closed');
    }
  });

  it('answers while others hold two hundred connections half open, and drops those in the end', async () => {
    const { port, send, self } = await openDoor();
    const sockets = Array.from({ length: 200 }, () => connect(port, '127.0.0.1').on('error', () => {}));
    onTestFinished(() => sockets.forEach(socket => void socket.destroy()));
    sockets.forEach(socket => socket.write('GET / HTTP/1.1\r\nHost: '));
    const started = performance.now();
    expect((await send({ path: '/', headers: self })).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(1_000);
    sockets.forEach(socket => socket.resume());
    await expect.poll(() => sockets.filter(socket => socket.closed).length, { timeout: 20_000 }).toBe(200);
  });

  it('survives noise that is no HTTP', async () => {
    const { port, send, self } = await openDoor();
    for (const noise of ['\0\0\0', 'GET\r\n\r\n', `GET / HTTP/1.1\r\n${'a: b\r\n'.repeat(5_000)}\r\n`]) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {}).resume();
      socket.end(noise);
      await new Promise(resolve => socket.on('close', resolve));
    }
    expect((await send({ path: '/', headers: self })).status).toBe(200);
  });
});

const cookieOf = (header: readonly string[] | undefined) => header?.[0]?.split(';')[0] ?? '';

describe('the code in the address', () => {
  it('becomes a cookie that scripts and other sites do not get', async () => {
    const { host, self, send } = await openDoor();
    const path = host.address.slice(host.origin.length);
    const answer = await send({ path, headers: { host: self.host, 'sec-fetch-site': 'cross-site' } });
    expect(answer.status).toBe(200);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(answer.body).not.toContain(cookieOf(answer.headers['set-cookie']).split('=')[1]);
    const cookie = cookieOf(answer.headers['set-cookie']);
    expect((await send({ path: '/', headers: { host: self.host, cookie } })).status).toBe(200);
  });

  it('can be fetched without being spent, and is spent by the page it opened', async () => {
    const { host, self, send } = await openDoor();
    const path = host.address.slice(host.origin.length);
    const first = await send({ path, headers: { host: self.host } });
    const second = await send({ path, headers: { host: self.host } });
    expect([first.status, second.status]).toEqual([200, 200]);
    const cookie = cookieOf(second.headers['set-cookie']);
    await send({ path: '/', headers: { host: self.host, cookie } });
    const third = await send({ path, headers: { host: self.host } });
    expect(third.status).toBe(403);
    expect(third.headers['set-cookie']).toBeUndefined();
    expect((await send({ path: '/', headers: { host: self.host, cookie } })).status).toBe(200);
  });

  it('is worth nothing when it is wrong', async () => {
    const { self, send } = await openDoor();
    for (const path of ['/open', '/open?code=', '/open?code=wrong']) {
      const answer = await send({ path, headers: { host: self.host } });
      expect(answer.status).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });
});

describe('temporary files', () => {
  it('of a host that was killed are cleared by the next; those of a running one stay', () => {
    const home = temporaryFolder();
    const gone = join(home, 'temporary', '2147483646-1');
    const running = join(home, 'temporary', `${process.ppid}-1`);
    for (const folder of [gone, running]) mkdirSync(folder, { recursive: true });
    createIncoming(home, process.pid);
    expect(existsSync(gone)).toBe(false);
    expect(existsSync(running)).toBe(true);
  });
});
