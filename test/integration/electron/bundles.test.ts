import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { metaPolicy } from '../../../electron/doors/content-security.ts';
import { buildIfStale } from '../../../electron/dev/build-if-stale.ts';
import { findRoot } from '../../../electron/paths.ts';

const root = findRoot(import.meta.dirname);
const out = join(root, 'out');
const read = (...path: string[]): string => readFileSync(join(out, ...path), 'utf8');

/** Runs the built preload with nothing but a fake `electron` to require, as Electron's sandbox would. */
const runPreload = () => {
  const exposed = new Map<string, Record<string, unknown>>();
  const invoked: unknown[][] = [];
  const heard: ((event: unknown, payload: unknown) => void)[] = [];
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, value: Record<string, unknown>) => exposed.set(name, value),
    },
    ipcRenderer: {
      invoke: (...args: unknown[]) => {
        invoked.push(args);
        return Promise.resolve();
      },
      on: (_channel: string, hear: (event: unknown, payload: unknown) => void) => heard.push(hear),
      removeListener: (_channel: string, hear: (event: unknown, payload: unknown) => void) =>
        heard.splice(heard.indexOf(hear), 1),
    },
    webUtils: { getPathForFile: (file: { readonly path?: string }) => file.path ?? '' },
  };
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`the sandbox has no ${name}`);
    return electron;
  };
  runInNewContext(read('preload', 'preload.cjs'), { require, exports: {}, module: { exports: {} } });
  return { exposed, invoked, heard };
};

describe('the built bundles', () => {
  beforeAll(() => buildIfStale(root), 120_000);

  it('have one CommonJS preload that needs electron only', () => {
    expect(readdirSync(join(out, 'preload'))).toEqual(['preload.cjs']);
    const needed = [...read('preload', 'preload.cjs').matchAll(/\b(?:require|import)\(\s*["'`]([^"'`]+)/g)];
    expect(needed.map(match => match[1])).toEqual(['electron']);
  });

  it('expose five members to the page and nothing of Electron', async () => {
    const { exposed, invoked, heard } = runPreload();
    expect([...exposed.keys()]).toEqual(['forkcast']);
    const bridge = exposed.get('forkcast')! as Record<string, (...args: unknown[]) => unknown>;
    expect(Object.keys(bridge).toSorted()).toEqual(['ask', 'door', 'listen', 'offer', 'pick']);
    await bridge['ask']!('app.info', {}, 'more', 'arguments');
    await bridge['offer']!([{ path: '/tmp/a.csv' }]);
    await bridge['pick']!('argument');
    expect(invoked).toEqual([
      ['forkcast:ask', 'app.info', {}],
      ['forkcast:offer', ['/tmp/a.csv']],
      ['forkcast:pick'],
    ]);
    const told: unknown[][] = [];
    const stop = bridge['listen']!((...args: unknown[]) => void told.push(args)) as () => void;
    heard[0]!({ sender: 'secret' }, { kind: 'menu', command: 'go-start' });
    expect(told).toEqual([[{ kind: 'menu', command: 'go-start' }]]);
    stop();
    expect(heard).toEqual([]);
  });

  it('carry the content security policy in both pages, and no inline script', () => {
    for (const page of ['index.html', 'print.html']) {
      const html = read('renderer', page);
      const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
      expect(policy?.replaceAll('&#39;', "'")).toBe(metaPolicy);
      expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
      for (const [, attributes, body] of html.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)) {
        expect(attributes).toContain('src=');
        expect(body!.trim()).toBe('');
      }
      expect(html).not.toMatch(/\son\w+=/);
      expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    }
  });

  it('load nothing from elsewhere in scripts and styles', () => {
    for (const name of readdirSync(join(out, 'renderer', 'assets'))) {
      const text = read('renderer', 'assets', name);
      if (name.endsWith('.css')) expect(text).not.toMatch(/url\(\s*["']?(?:https?:)?\/\//);
      if (name.endsWith('.js')) {
        expect(text).not.toMatch(/(?:import|fetch|importScripts)\(\s*["'`]https?:/);
        expect(text).not.toMatch(/\beval\(|new Function\(/);
      }
    }
  });

  it('of the app need nothing at run time but Node, Electron, SQLite and, where it is, Playwright', () => {
    const builtin = new Set(createRequire(import.meta.url)('node:module').builtinModules as string[]);
    const needed = new Set<string>();
    for (const name of readdirSync(join(out, 'main'), { recursive: true })) {
      if (!String(name).endsWith('.js')) continue;
      const text = read('main', String(name));
      for (const [, from] of text.matchAll(/^(?:import|export)\b[^"';]*?["']([^"']+)["'];?$/gm))
        needed.add(from!);
      for (const [, from] of text.matchAll(/\bimport\(["']([^"']+)["']\)/g)) needed.add(from!);
    }
    const packages = [...needed].filter(
      name => !name.startsWith('.') && !name.startsWith('node:') && !builtin.has(name),
    );
    expect(packages.toSorted()).toEqual(['better-sqlite3', 'electron', 'playwright']);
  });
});
