import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDownloads } from '../../../../electron/doors/downloads.ts';
import { openHost } from '../../../../electron/doors/http.ts';
import { createIncoming } from '../../../../electron/doors/incoming.ts';
import { createHttpBridge, type BridgeWindow } from '../../../../renderer/bridge/http-bridge.ts';
import { recordingApp } from '../../../helpers/recording-app.ts';
import { temporaryFolder } from '../../../helpers/temporary.ts';

/** The bridge as a page on the real host has it; a browser would add origin and cookie by itself. */
const openBridge = async (cookie?: string) => {
  const home = temporaryFolder();
  mkdirSync(join(home, 'renderer'));
  const app = recordingApp();
  const incoming = createIncoming(home, process.pid);
  const downloads = createDownloads(incoming);
  const limits = { file: 100_000 };
  const host = await openHost(app, { renderer: join(home, 'renderer'), incoming, downloads, limits });
  onTestFinished(() => host.close());
  const own = cookie ?? Object.values(host.grant()).join('=');
  const browser = {
    localStorage: { getItem: () => host.headers['x-forkcast-key'] },
    fetch: (path: string, init: RequestInit) =>
      fetch(host.origin + path, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), origin: host.origin, cookie: own },
      }),
  };
  return { app, host, bridge: createHttpBridge(browser as unknown as BridgeWindow) };
};

describe('the bridge over HTTP', () => {
  it('asks what the page asks', async () => {
    const { app, bridge } = await openBridge();
    const answer = await bridge.ask('scenario.get', { id: 7 });
    expect(app.asked).toEqual([{ name: 'scenario.get', input: { id: 7 } }]);
    expect(answer).toEqual({ ok: true, value: { echo: { id: 7 } } });
  });

  it('hands over several files with their names, byte for byte', async () => {
    const { app, bridge } = await openBridge();
    const bytes = new Uint8Array(70_000).map((_, index) => index % 251);
    const offered = await bridge.offer([
      new File([bytes], 'Ärger & Gebühren.csv'),
      new File(['b'], 'b.xlsx'),
    ]);
    expect(offered.map(file => [file.name, file.bytes])).toEqual([
      ['Ärger & Gebühren.csv', 70_000],
      ['b.xlsx', 1],
    ]);
    const large = app.offered.find(file => file.name === 'Ärger & Gebühren.csv')!;
    expect(readFileSync(large.path).equals(bytes)).toBe(true);
  });

  it('says that the app cannot be reached when its host is gone or the cookie is no longer known', async () => {
    const { bridge, host } = await openBridge();
    await host.close();
    const unreachable = { ok: false, failure: { kind: 'unreachable' } };
    expect(await bridge.ask('app.info', {})).toEqual(unreachable);
    const other = await openBridge('forkcast=stale');
    expect(await other.bridge.ask('app.info', {})).toEqual(unreachable);
  });

  it('says why a file was not taken: it is too large, or the host is gone', async () => {
    const { bridge, host } = await openBridge();
    const offer = (bytes: number) => bridge.offer([new File([new Uint8Array(bytes)], 'large.csv')]);
    const tooLarge = { kind: 'file-too-large', file: 'large.csv' };
    await expect(offer(100_001)).rejects.toMatchObject({ failure: tooLarge });
    await host.close();
    await expect(offer(1)).rejects.toMatchObject({ failure: { kind: 'unreachable' } });
  });

  it('opens one connection for all who listen, and closes it after the last', async () => {
    const { app, bridge } = await openBridge();
    const heard: string[] = [];
    const stopA = bridge.listen(event => heard.push(`a ${event.kind}`));
    const stopB = bridge.listen(event => heard.push(`b ${event.kind}`));
    await expect.poll(() => app.listeners()).toBe(1);
    app.tell({ kind: 'menu', command: 'go-start' });
    await expect.poll(() => heard).toEqual(['a menu', 'b menu']);
    stopA();
    expect(app.listeners()).toBe(1);
    stopB();
    await expect.poll(() => app.listeners()).toBe(0);
    const stop = bridge.listen(() => {});
    await expect.poll(() => app.listeners()).toBe(1);
    stop();
  });

  it('hears again after a connection was cut, and events that were sent in pieces', {
    timeout: 20_000,
  }, async () => {
    const asked: AbortSignal[] = [];
    const pieces = [': open\n\nda', 'ta: {"kind":"menu","comm', 'and":"go-reports"}\n\n: alive\n\n'];
    const sent = (): Response =>
      new Response(
        new ReadableStream<Uint8Array>({
          start: stream => {
            for (const piece of pieces) stream.enqueue(new TextEncoder().encode(piece));
            stream.close();
          },
        }),
      );
    const bridge = createHttpBridge({
      localStorage: { getItem: () => 'k' },
      fetch: (_: string, { signal, headers }: RequestInit) => {
        expect(headers).toEqual({ 'x-forkcast-key': 'k' });
        asked.push(signal!);
        return Promise.resolve(sent());
      },
    } as unknown as BridgeWindow);
    const heard: string[] = [];
    const stop = bridge.listen(event => heard.push(event.kind === 'menu' ? event.command : event.kind));
    await expect.poll(() => heard, { timeout: 8_000 }).toEqual(['go-reports', 'go-reports']);
    stop();
    expect(asked.at(-1)!.aborted).toBe(true);
    expect(asked.length).toBe(2);
  });

  it('leaves choosing files to the page', async () => {
    const { bridge } = await openBridge();
    expect(bridge.door).toBe('browser');
    expect(await bridge.pick()).toBeNull();
  });
});
