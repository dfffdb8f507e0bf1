import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { findRoot } from '../../../electron/paths.ts';

const root = findRoot(import.meta.dirname);

interface Planted {
  readonly wall: string;
  readonly file: string;
  readonly code: string;
  readonly refusal: RegExp;
}

const importing = (wall: string, file: string, from: string, refusal: RegExp): Planted => ({
  wall,
  file,
  code: `import { x } from '${from}';\nexport const y = x;\n`,
  refusal,
});

/** One violation of each wall, where someone in a hurry would make it. */
const planted: readonly Planted[] = [
  importing('shared knows no Node', 'shared/domain/a1.ts', 'node:fs', /shared is pure/),
  importing('shared knows no Electron', 'shared/learn/a2.ts', 'electron', /shared is pure/),
  importing('shared knows no React', 'shared/charts/a3.ts', 'react', /shared is pure/),
  importing('shared imports nothing of electron/', 'shared/words/a4.ts', '../../electron/app.ts', /pure/),
  importing('shared imports nothing of renderer/', 'shared/words/a5.ts', '../../renderer/x.ts', /pure/),
  importing('the engine imports no charts', 'shared/engine/a6.ts', '../charts/chart-spec.ts', /engine and/),
  importing('the engine imports no words', 'shared/engine/a7.ts', '../words/headline.ts', /engine and/),
  importing(
    'the engine imports no contract',
    'shared/engine/x/a8.ts',
    '../../contract/answer.ts',
    /engine and/,
  ),
  importing('the domain imports no engine', 'shared/domain/a9.ts', '../engine/simulate.ts', /domain imports/),
  importing('services know no SQLite', 'electron/services/b1.ts', 'better-sqlite3', /Only electron\/storage/),
  importing(
    'importers know no SQLite',
    'electron/importers/b2.ts',
    'better-sqlite3',
    /Only electron\/storage/,
  ),
  importing('doors know no SQLite', 'electron/doors/ipc.ts', 'better-sqlite3', /Only electron\/storage/),
  importing('electron imports no window code', 'electron/services/b3.ts', '../../renderer/x.ts', /window/),
  importing('storage imports no window code', 'electron/storage/b4.ts', '../../renderer/x.ts', /window/),
  importing('importers import no window code', 'electron/importers/b5.ts', '../../renderer/x.ts', /window/),
  importing('importers touch no files', 'electron/importers/b6.ts', 'node:fs', /importers are pure/),
  importing('importers touch no files', 'electron/importers/b7.ts', 'node:fs/promises', /importers are pure/),
  importing(
    'importers touch no storage',
    'electron/importers/b8.ts',
    '../storage/x.ts',
    /importers are pure/,
  ),
  importing(
    'importers know no services',
    'electron/importers/b9.ts',
    '../services/x.ts',
    /importers are pure/,
  ),
  importing('storage knows no services', 'electron/storage/c1.ts', '../services/x.ts', /storage serves/),
  importing('the window knows no Node', 'renderer/state/d1.ts', 'node:path', /no Electron and no Node/),
  importing('the window knows no Electron', 'renderer/state/d2.ts', 'electron', /no Electron and no Node/),
  importing('the window imports no app code', 'renderer/d3.ts', '../electron/app.ts', /through the contract/),
  importing('the window runs no engine', 'renderer/d4.ts', '../shared/engine/simulate.ts', /engine runs/),
  importing(
    'only renderer/charts draws',
    'renderer/pages/compare/d5.ts',
    'chart.js',
    /Only renderer\/charts/,
  ),
  importing(
    'only renderer/charts draws',
    'renderer/components/d6.ts',
    'chartjs-plugin-annotation',
    /Only renderer\/charts/,
  ),
  importing('charts know no Electron', 'renderer/charts/d7.ts', 'electron', /no Electron and no Node/),
  importing(
    'charts run no engine',
    'renderer/charts/d8.ts',
    '../../shared/engine/simulate.ts',
    /engine runs/,
  ),
  importing(
    'components know no domain',
    'renderer/components/d9.ts',
    '../../shared/domain/money.ts',
    /nothing/,
  ),
  importing('a page imports no other page', 'renderer/pages/compare/e1.ts', '../start/x.ts', /another page/),
  {
    wall: 'ipcMain has one door',
    file: 'electron/windows.ts',
    code: `import { ipcMain } from 'electron';\nexport const y = ipcMain;\n`,
    refusal: /ipc\.ts alone/,
  },
  {
    wall: 'ipcMain has one door, also through the whole module',
    file: 'electron/menu.ts',
    code: `import * as electron from 'electron';\nexport const y = electron;\n`,
    refusal: /ipc\.ts alone/,
  },
  {
    wall: 'shared draws no random numbers of its own',
    file: 'shared/engine/f1.ts',
    code: 'export const y = Math.random();\n',
    refusal: /Randomness is a parameter/,
  },
  {
    wall: 'shared asks no clock',
    file: 'shared/replay/f2.ts',
    code: 'export const y = Date.now();\n',
    refusal: /Now is a parameter/,
  },
  {
    wall: 'importers ask no clock',
    file: 'electron/importers/f3.ts',
    code: 'export const y = Date.now();\n',
    refusal: /Now is a parameter/,
  },
  {
    wall: 'no default exports',
    file: 'renderer/f4.ts',
    code: 'const y = 1;\nexport default y;\n',
    refusal: /default/i,
  },
  {
    wall: 'no cycles',
    file: 'shared/domain/f5.ts',
    code: `import { y } from './f6.ts';\nexport const x = () => y;\n`,
    refusal: /cycle/i,
  },
  {
    wall: 'no cycles, seen from the other side',
    file: 'shared/domain/f6.ts',
    code: `import { x } from './f5.ts';\nexport const y = () => x;\n`,
    refusal: /cycle/i,
  },
];

/** What stands near the walls and is allowed: the walls must not be mere noise. */
const allowed: readonly Omit<Planted, 'refusal'>[] = [
  importing('storage may', 'electron/storage/g1.ts', 'better-sqlite3', /-/),
  importing('charts may', 'renderer/charts/g2.ts', 'chart.js', /-/),
  importing('the engine may', 'shared/engine/g3.ts', '../domain/scenario.ts', /-/),
  importing('importers may', 'electron/importers/g4.ts', '../../shared/domain/order.ts', /-/),
  importing('a page may', 'renderer/pages/compare/g5.ts', './sliders.ts', /-/),
  {
    wall: 'the window may',
    file: 'renderer/g6.ts',
    code: `import type { X } from '../shared/engine/simulate.ts';\nexport type Y = X;\n`,
  },
];

interface LintReport {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly help?: string;
    readonly filename: string;
  }[];
}

const lint = (files: readonly Omit<Planted, 'refusal'>[]): ReadonlyMap<string, string> => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-walls-'));
  try {
    copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    for (const { file, code } of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), code);
    }
    const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const found = new Map<string, string>();
    for (const { filename, message, help } of (JSON.parse(stdout) as LintReport).diagnostics) {
      const name = filename.replaceAll('\\', '/').replace(/^\.\//, '');
      found.set(name, `${found.get(name) ?? ''}${message} ${help ?? ''}\n`);
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

describe('the walls of the house', () => {
  let found: ReadonlyMap<string, string>;
  beforeAll(() => {
    found = lint([...planted, ...allowed]);
  });

  it.each(planted)('hold: $wall ($file)', ({ file, refusal }) => expect(found.get(file)).toMatch(refusal));

  it.each(allowed)('have a door: $wall ($file)', ({ file }) => expect(found.get(file)).toBeUndefined());
});
