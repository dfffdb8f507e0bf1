import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { loopbackPrinter } from '../../electron/doors/browser-door.ts';
import { createIncoming } from '../../electron/doors/incoming.ts';
import { question } from '../../electron/doors/question.ts';
import { appPaths, findRoot } from '../../electron/paths.ts';
import { createDocuments } from '../../electron/services/documents.ts';
import type { StoredComparison } from '../../shared/contract/contract.ts';
import { bandLevels } from '../../shared/domain/comparison.ts';
import { formatEstimate } from '../../shared/words/format-money.ts';
import { headline } from '../../shared/words/headline.ts';
import { openTestApp, samplesFolder } from '../helpers/open-test-app.ts';
import { temporaryFolder } from '../helpers/temporary.ts';

const trials = 1_000;

const openSample = async (threads = 1) => {
  const app = await openTestApp(threads);
  const { scenarioId } = await question(app, 'sample.open', {});
  const { scenario } = await question(app, 'scenario.get', { id: scenarioId });
  return { app, scenarioId, scenario: { ...scenario, trials } };
};

describe('the sample creator', () => {
  it('opens once: a second opening adds no row and no scenario', async () => {
    const { app, scenarioId } = await openSample();
    const before = await question(app, 'report.history', {});
    expect(before.months.length).toBeGreaterThanOrEqual(24);
    expect(await question(app, 'sample.open', {})).toEqual({ scenarioId });
    expect(await question(app, 'report.history', {})).toEqual(before);
    expect(await question(app, 'scenario.list', {})).toHaveLength(1);
  });

  it('does not mix with reports of the person’s own', async () => {
    const app = await openTestApp();
    const name = readdirSync(samplesFolder).find(file => file.endsWith('.xlsx'))!;
    const offered = await app.offer(join(samplesFolder, name), 'my-own.xlsx');
    const { token } = await question(app, 'report.preview', { files: [offered.id] });
    await question(app, 'report.commit', { token });
    expect(await app.ask('sample.open', {})).toEqual({ ok: false, failure: { kind: 'library-in-use' } });
  });
});

describe('what a scenario was learned from', () => {
  it('is missed once its import is undone, and not before', async () => {
    const { app, scenarioId } = await openSample();
    const files = async () => (await question(app, 'scenario.get', { id: scenarioId })).missingReports;
    expect(await files()).toEqual([]);
    const reports = await question(app, 'report.list', {});
    for (const importId of new Set(reports.map(report => report.importId)))
      await question(app, 'report.undo', { importId });
    const names = reports.map(({ file }) => file);
    const missing = await files();
    expect(missing.length).toBeGreaterThan(0);
    expect(names).toEqual(expect.arrayContaining([...missing]));
  });
});

describe('offered files', () => {
  it('are kept while their plan waits, and dropped with it or once it is written', async () => {
    const app = await openTestApp();
    const name = readdirSync(samplesFolder).find(file => file.endsWith('.xlsx'))!;
    const offer = async () => {
      const upload = join(app.home, 'upload');
      writeFileSync(upload, readFileSync(join(samplesFolder, name)));
      return { upload, ...(await app.offer(upload, 'mine.xlsx', () => rm(upload))) };
    };
    const first = await offer();
    const { token } = await question(app, 'report.preview', { files: [first.id] });
    await question(app, 'report.preview', { files: [first.id] });
    expect(existsSync(first.upload)).toBe(true);
    await question(app, 'report.commit', { token });
    expect(existsSync(first.upload)).toBe(false);
    const gone = { ok: false, failure: { kind: 'not-found', what: 'file' } };
    expect(await app.ask('report.preview', { files: [first.id] })).toMatchObject(gone);
    const second = await offer();
    await question(app, 'report.preview', { files: [second.id] });
    expect(await question(app, 'report.release', { files: [second.id] })).toEqual({ released: 1 });
    expect(existsSync(second.upload)).toBe(false);
    expect(await app.ask('report.preview', { files: [second.id] })).toMatchObject(gone);
  });
});

describe('a library that another program holds', () => {
  it('does not cost the person a full run: it is answered, with the reason why it is not kept', {
    timeout: 60_000,
  }, async () => {
    const { app, scenarioId, scenario } = await openSample();
    const other = new Database(join(app.home, 'forkcast.db'));
    other.exec('BEGIN IMMEDIATE');
    const request = { run: 'r', scenarioId, scenario };
    const lost = await question(app, 'comparison.run', request);
    expect(lost).toMatchObject({ id: null, because: { kind: 'storage', reason: 'busy' } });
    expect(await question(app, 'comparison.latest', { scenarioId })).toBeNull();
    other.exec('ROLLBACK');
    other.close();
    const kept = await question(app, 'comparison.run', request);
    expect(kept.id).toBeGreaterThan(0);
    expect(kept.comparison).toEqual(lost.comparison);
  });

  it('is said to be busy, not broken, and works again afterwards', async () => {
    const app = await openTestApp();
    const other = new Database(join(app.home, 'forkcast.db'));
    other.exec('BEGIN IMMEDIATE');
    const settings = { colorScheme: 'dark' } as const;
    expect(await app.ask('settings.set', settings)).toMatchObject({
      ok: false,
      failure: { kind: 'storage', reason: 'busy' },
    });
    other.exec('ROLLBACK');
    other.close();
    expect(await question(app, 'settings.set', settings)).toEqual(settings);
  });
});

describe('own reports', () => {
  it('do not join the sample’s: undoing it lets them in', async () => {
    const { app } = await openSample();
    const offered = await app.offer(
      join(samplesFolder, 'csv', readdirSync(join(samplesFolder, 'csv'))[0]!),
      'mine.csv',
    );
    const before = await question(app, 'report.list', {});
    const said = await app.ask('report.preview', { files: [offered.id] });
    expect(said).toEqual({
      ok: false,
      failure: { kind: 'sample-in-library', importIds: [before[0]!.importId] },
    });
    expect(await question(app, 'report.list', {})).toEqual(before);
    await question(app, 'report.undo', { importId: before[0]!.importId });
    const plan = await question(app, 'report.preview', { files: [offered.id] });
    expect(plan.reports[0]!.new).toBeGreaterThan(0);
  });
});

describe('a comparison', () => {
  it('is the same, bit for bit, on 1, 2 and 4 threads and from the store', async () => {
    const results = [];
    for (const threads of [1, 2, 4]) {
      const { app, scenarioId, scenario } = await openSample(threads);
      const stored = await question(app, 'comparison.run', { run: 'r', scenarioId, scenario });
      expect(await question(app, 'comparison.latest', { scenarioId })).toEqual(stored);
      results.push(JSON.stringify(stored.comparison));
    }
    expect(new Set(results).size).toBe(1);
  });

  it('can be cancelled, stores nothing then, and can be run again', async () => {
    const { app, scenarioId, scenario } = await openSample();
    const run = app.ask('comparison.run', {
      run: 'long',
      scenarioId,
      scenario: { ...scenario, trials: 200_000 },
    });
    expect(await question(app, 'comparison.cancel', { run: 'long' })).toEqual({ cancelled: true });
    expect(await run).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(await question(app, 'comparison.latest', { scenarioId })).toBeNull();
    await question(app, 'comparison.run', { run: 'long', scenarioId, scenario });
  });

  it('opens any future of a full run again, and none beyond', async () => {
    const { app, scenarioId, scenario } = await openSample();
    const { comparison } = await question(app, 'comparison.run', { run: 'r', scenarioId, scenario });
    const [, typical] = comparison.pairs[0]!.examples!;
    const story = await question(app, 'comparison.future', { scenario, future: typical });
    const { a, b, difference } = comparison.pairs[0]!;
    const total = (id: string): number =>
      story.strategies.find(each => each.id === id)!.earned.reduce((sum, week) => sum + week, 0);
    const median = difference.quantiles[bandLevels.indexOf(0.5)]!;
    expect(Math.abs(total(b) - total(a) - median)).toBeLessThan(difference.sd / 20);
    expect(await app.ask('comparison.future', { scenario, future: trials })).toMatchObject({
      ok: false,
      failure: { kind: 'not-found', what: 'future' },
    });
    const unsound = { ...scenario, headline: { a: 'all-amazon', b: 'nobody' } };
    expect(await app.ask('comparison.future', { scenario: unsound, future: 0 })).toMatchObject({
      failure: { kind: 'invalid-scenario' },
    });
  });

  it('refuses an unsound scenario with the place and a sentence', async () => {
    const { app, scenario } = await openSample();
    const unsound = { ...scenario, headline: { a: 'all-amazon', b: 'nobody' } };
    const said = await app.ask('comparison.quick', { scenario: unsound });
    expect(said).toMatchObject({ ok: false, failure: { kind: 'invalid-scenario' } });
    expect(JSON.stringify(said)).toContain('nobody');
  });

  it('prints a PDF whose headline and totals are those of the result', async () => {
    const { app, scenarioId, scenario } = await openSample(2);
    const { id, comparison } = await question(app, 'comparison.run', { run: 'r', scenarioId, scenario });
    const printed = await question(app, 'document.pdf', { comparisonId: id! });
    expect(printed.pages).toBeGreaterThanOrEqual(3);
    const text = execFileSync('pdftotext', ['-layout', printed.path!, '-'], { encoding: 'utf8' });
    const flat = text.replaceAll(/\s+/g, ' ');
    expect(flat).toContain(headline(comparison).sentence.replaceAll(/\s+/g, ' '));
    for (const strategy of comparison.strategies) {
      for (const level of [0.1, 0.5, 0.9] as const) {
        const amount = strategy.totalEarned.quantiles[bandLevels.indexOf(level)]!;
        expect(flat, `${strategy.label} at ${level}`).toContain(formatEstimate(amount, comparison.currency));
      }
    }
    expect(flat).toContain(`seed ${comparison.seed}`);
  });

  it('is saved whole or not at all, and says so when it cannot be', async () => {
    const home = temporaryFolder();
    const [target, sameBytes, folder] = ['a.pdf', 'b.pdf', 'folder.pdf'].map(name => join(home, name));
    writeFileSync(target!, 'the earlier one');
    // A second name of the same bytes: writing into the file would change it too, renaming over it does not.
    linkSync(target!, sameBytes!);
    mkdirSync(folder!);
    const stored = { scenario: { name: 'n' }, ranAt: '2026-11-21T12:00:00Z' } as StoredComparison;
    const save = (path: string) =>
      createDocuments({
        version: '0',
        comparison: () => stored,
        print: () => Promise.resolve(new TextEncoder().encode('the new one')),
        saveAs: () => Promise.resolve({ path, download: null }),
      }).pdf(1);
    await save(target!);
    expect(readFileSync(target!, 'utf8')).toBe('the new one');
    expect(readFileSync(sameBytes!, 'utf8')).toBe('the earlier one');
    await expect(save(folder!)).rejects.toMatchObject({ failure: { kind: 'storage', file: folder } });
    expect(readdirSync(home).toSorted()).toEqual(['a.pdf', 'b.pdf', 'folder.pdf']);
  });

  it('that is not there ends the printing at once, and leaves no file', async () => {
    const app = await openTestApp();
    const printer = loopbackPrinter(
      appPaths(findRoot(import.meta.dirname), null).renderer,
      createIncoming(app.home, 1),
    );
    await expect(printer.print(999, app)).rejects.toThrow('could not draw the document');
    expect(await app.ask('document.pdf', { comparisonId: 999 })).toMatchObject({
      failure: { kind: 'not-found' },
    });
    expect(readdirSync(app.home).filter(name => name.endsWith('.pdf'))).toEqual([]);
  });
});
