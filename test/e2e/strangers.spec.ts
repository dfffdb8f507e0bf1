import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import { findChromium } from '../../electron/pdf/find-chromium.ts';
import { enter, expect, test } from '../helpers/forkcast-page.ts';
import { rawHttp } from '../helpers/raw-http.ts';

/** What a page of another origin can try against the host's origin, whose port it has guessed; answers that it could read. */
const attack = async (target: string): Promise<readonly string[]> => {
  const read: string[] = [];
  const body = JSON.stringify({ colorScheme: 'dark' });
  const tries: readonly (readonly [string, RequestInit])[] = [
    ['/', {}],
    ['/api/ask/app.info', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }],
    ['/api/ask/settings.set', { method: 'POST', body, headers: { 'content-type': 'text/plain' } }],
    ['/api/ask/settings.set', { method: 'POST', body, mode: 'no-cors' }],
    ['/api/offer?name=a.csv', { method: 'POST', body: 'a,b', mode: 'no-cors' }],
  ];
  for (const [path, init] of tries) {
    const answer = await fetch(target + path, { credentials: 'include', ...init }).catch(() => undefined);
    if (answer && answer.type !== 'opaque' && answer.ok) read.push(path);
  }
  await new Promise<void>(resolve => {
    const source = new EventSource(`${target}/api/events`, { withCredentials: true });
    source.addEventListener('open', () => read.push('/api/events'));
    source.addEventListener('error', () => resolve());
    source.addEventListener('open', () => resolve());
  });
  const frame = document.createElement('iframe');
  frame.name = 'sink';
  document.body.append(frame);
  const form = document.createElement('form');
  form.method = 'POST';
  form.enctype = 'text/plain';
  form.target = 'sink';
  form.action = `${target}/api/ask/settings.set`;
  const field = document.createElement('input');
  field.name = '{"colorScheme":"dark","x":"';
  field.value = '"}';
  form.append(field);
  document.body.append(form);
  form.submit();
  await new Promise(resolve => setTimeout(resolve, 500));
  return read;
};

const ask = (name: string): Promise<unknown> =>
  fetch(`/api/ask/${name}`, {
    method: 'POST',
    body: '{}',
    headers: {
      'content-type': 'application/json',
      'x-forkcast-key': localStorage.getItem('forkcast-key') ?? '',
    },
  }).then(response => response.json());

test('another site in the same browser reads nothing and changes nothing', async ({
  page,
  door,
  context,
  watched,
}) => {
  await enter(page, door);
  const before = await page.evaluate(ask, 'settings.get');
  const cookies: (string | undefined)[] = [];
  const site = createServer((request, response) => {
    cookies.push(request.headers.cookie);
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>elsewhere</title><body></body>');
  });
  await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve));
  try {
    // The same machine on another port is the nearest that a stranger can come: its cookies are shared.
    const stranger = await context.newPage();
    await stranger.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    expect(await stranger.evaluate(attack, door.origin)).toEqual([]);
    expect(await page.evaluate(ask, 'settings.get')).toEqual(before);
    // Its server got our cookie from the browser, and can speak to ours without one.
    const cookie = cookies.find(each => each?.includes('forkcast-'));
    expect(cookie).toBeDefined();
    const { origin, host } = new URL(door.origin);
    const headers = { host, origin, cookie, 'content-type': 'application/json' };
    const asked = { port: Number(new URL(origin).port), method: 'POST', headers, body: '{}' };
    expect((await rawHttp({ ...asked, path: '/api/ask/settings.get' })).status).toBe(403);
    expect(await stranger.evaluate(() => localStorage.length)).toBe(0);
  } finally {
    site.close();
    site.closeAllConnections();
  }
  expect(watched.errors).toEqual([]);
});

test('a name that was rebound to this machine gets nothing', async ({ door }) => {
  const { path } = await findChromium();
  const browser = await chromium.launch({
    ...(path === undefined ? {} : { executablePath: path }),
    args: [
      '--host-resolver-rules=MAP attacker.example 127.0.0.1',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    const page = await browser.newPage();
    const rebound = door.origin.replace('127.0.0.1', 'attacker.example');
    const code = new URL(door.address).search;
    for (const address of ['/', `/open${code}`, '/api/events']) {
      expect((await page.goto(rebound + address))?.status()).toBe(403);
    }
    expect(await page.context().cookies()).toEqual([]);
    const answered = await page.evaluate(async () => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/ask/app.info', { method: 'POST', body: '{}', headers })).status;
    });
    expect(answered).toBe(403);
  } finally {
    await browser.close();
  }
});
