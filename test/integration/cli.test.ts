import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../shared/domain/comparison.ts';
import type { Replay } from '../../shared/domain/replay.ts';
import { scenarioSchema, type Scenario } from '../../shared/domain/scenario.ts';
import { headline } from '../../shared/words/headline.ts';
import { replaySentence } from '../../shared/words/replay.ts';
import { findRoot } from '../../electron/paths.ts';

const root = findRoot(import.meta.dirname);
const samples = readdirSync(join(root, 'resources', 'samples'))
  .filter(name => name.endsWith('.xlsx'))
  .map(name => join(root, 'resources', 'samples', name));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const folder = mkdtempSync(join(tmpdir(), 'forkcast-cli-'));
const at = (name: string): string => join(folder, name);

const run = (args: readonly string[], input = ''): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const cli = join(root, 'electron', 'doors', 'cli.ts');
    const child = spawn(process.execPath, [cli, ...args], {
      env: { ...process.env, FORKCAST_HOME: at('home') },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', chunk => (out += String(chunk)));
    child.stderr.on('data', chunk => (err += String(chunk)));
    child.on('error', reject);
    child.on('close', code => resolve({ code, out, err }));
    child.stdin.end(input);
  });

const fewRows = `Fee-Earnings reports from 12-01-2019 to 12-20-2019
Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group
${[2, 3, 4].map(on => `Kitchen & Dining,Cast Iron Skillet,B00006JSUA,Amazon.com,ann-20,2019-12-0${on},19.90,1,0,19.90,0.90,PHONE`).join('\n')}
`;

interface Compared {
  readonly headline: { readonly sentence: string };
  readonly scenario: Scenario;
  readonly comparison: Comparison;
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line', () => {
  it('imports reports once: the second time nothing changes', async () => {
    const first = await run(['import', ...samples]);
    expect(first.code).toBe(0);
    const zone =
      'hearth-and-pan-affiliate_orders.xlsx does not say the time zone of its times; they are taken as America/Los_Angeles. If that is wrong, undo the import and say --zone.\n';
    expect(first.err).toBe(zone);
    expect(first.out).toMatch(/Imported [\d,]+ new rows, updated 0 rows\.\n$/);
    const again = await run(['import', '--json', ...samples]);
    expect(again).toMatchObject({ code: 0, err: zone });
    const { outcome, reports } = JSON.parse(again.out) as {
      outcome: { new: number; changed: number; same: number };
      reports: readonly { new: number }[];
    };
    expect(outcome).toMatchObject({ new: 0, changed: 0 });
    expect(outcome.same).toBeGreaterThan(2_000);
    expect(reports.length).toBeGreaterThanOrEqual(3);
  });

  it('takes --account and --zone for what reports do not say, instead of assuming it', async () => {
    const orders = join(root, 'resources/samples/csv/hearth-and-pan-affiliate_orders.csv');
    const file = at('affiliate_orders.csv');
    copyFileSync(orders, file);
    const home = ['--home', at('answered-home')];
    const answers = ['--account', '@hearthpan', '--zone', 'Asia/Shanghai'];
    const looked = await run(['import', file, ...answers, '--dry-run', ...home]);
    expect(looked).toMatchObject({ code: 0, err: '' });
    const taken = await run(['import', file, ...answers, '--json', ...home]);
    expect(taken).toMatchObject({ code: 0, err: '' });
    const zones = { written: 'Asia/Shanghai', home: 'America/Los_Angeles' };
    expect(JSON.parse(taken.out)).toMatchObject({ reports: [{ account: '@hearthpan', zones }] });
    const listed = await run(['reports', '--json', ...home]);
    expect(JSON.parse(listed.out)).toMatchObject([{ importId: 1, account: '@hearthpan' }]);
  });

  it('says what a report does not say and how to answer, imports the rest, and ends with 1', async () => {
    const silent = at('silent.csv');
    const header =
      'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price,Items Shipped,Returns,Revenue,Ad Fees,Device Type Group';
    const row = 'Kitchen & Dining,Whisk,B000000001,Amazon,me-20,2026-08-03,10.00,1,0,10.00,0.45,Phone';
    writeFileSync(silent, `${header}\n${row}\n`);
    const clear = at('clear.csv');
    const marked = header
      .replace('Price,', 'Price($),')
      .replace('Revenue,', 'Revenue($),')
      .replace('Ad Fees,', 'Ad Fees($),');
    writeFileSync(clear, `${marked}\n${row.replace('Whisk', 'Bowl')}\n`);
    const home = ['--home', at('silent-home')];
    const refused = await run(['import', silent, clear, ...home]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('silent.csv does not say its currency: say --currency');
    expect(refused.out).toContain('Imported');
    const answered = await run(['import', silent, '--currency', 'USD', '--json', ...home]);
    expect(answered).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(answered.out)).toMatchObject({ questions: [], outcome: { new: 1 } });
    expect((await run(['reports', ...home])).out).toMatch(/silent\.csv .* 1 row$/m);
    expect((await run(['reports', 'undo', '2', ...home])).err).toBe('Undone: 1 row left the library.\n');
    expect((await run(['reports', ...home])).out).not.toContain('silent.csv');
    expect((await run(['import', silent, '--currency', 'Taler', ...home])).code).toBe(2);
    expect((await run(['import', silent, '--window', '2026-08-31..2026-08-01', ...home])).code).toBe(2);
  });

  describe('with the sample creator’s reports', () => {
    beforeAll(() => run(['import', ...samples]));

    it('prints the same JSON for 1, 2 and 4 threads, and nothing else on standard output', async () => {
      const args = ['compare', '--json', '--trials', '600', '--seed', '7', '--threads'];
      const [one, two, four] = await Promise.all(['1', '2', '4'].map(threads => run([...args, threads])));
      expect(one!.code).toBe(0);
      const compared = JSON.parse(one!.out) as Compared;
      expect(compared.comparison).toMatchObject({ trials: 600, seed: 7, grade: 'full' });
      expect(compared.headline).toEqual(headline(compared.comparison));
      expect(two!.out).toBe(one!.out);
      expect(four!.out).toBe(one!.out);
    });

    it('answers a scenario from a file or a pipe exactly as the same scenario made from the reports', async () => {
      const made = await run(['scenario', 'new', '--from', 'reports']);
      expect(scenarioSchema.safeParse(JSON.parse(made.out)).success).toBe(true);
      writeFileSync(at('scenario.json'), `\uFEFF${made.out}`);
      const options = ['--json', '--trials', '300', '--seed', '3'];
      const [fromReports, fromFile, fromPipe] = await Promise.all([
        run(['compare', ...options]),
        run(['compare', '--scenario', at('scenario.json'), ...options]),
        run(['compare', '--scenario', '-', ...options], made.out),
      ]);
      expect(fromReports.code).toBe(0);
      expect(fromFile.out).toBe(fromReports.out);
      expect(fromPipe.out).toBe(fromReports.out);
    });

    it('puts the headline first for a person', async () => {
      const args = ['compare', '--trials', '300', '--seed', '3'];
      const [text, data] = await Promise.all([run(args), run([...args, '--json'])]);
      expect(text.out.split('\n')[0]).toBe((JSON.parse(data.out) as Compared).headline.sentence);
      expect(text.out).toContain('typically paid by the end');
    });

    it('answers while another program holds the library’s write lock', async () => {
      const other = new Sqlite(join(at('home'), 'forkcast.db'));
      other.exec('BEGIN IMMEDIATE');
      try {
        const replay = ['replay', '--json', '--program', 'amazon', '--card', 'amazon-us-2020-04-21'];
        expect(await run(replay)).toMatchObject({ code: 0, err: '' });
        expect(await run(['reports', '--json'])).toMatchObject({ code: 0, err: '' });
      } finally {
        other.close();
      }
    });

    it('replays under a card, and under one TikTok Shop rate', async () => {
      const card = await run(['replay', '--json', '--program', 'amazon', '--card', 'amazon-us-2020-04-21']);
      expect(card.code).toBe(0);
      expect((JSON.parse(card.out) as Replay).terms).toMatchObject({ cardId: 'amazon-us-2020-04-21' });
      const rate = await run(['replay', '--json', '--program', 'amazon', '--tiktok-rate', '12%']);
      const replay = JSON.parse(rate.out) as Replay;
      const whole = await run(['replay', '--json', '--program', 'amazon', '--tiktok-rate', '24 %']);
      const doubled = (JSON.parse(whole.out) as Replay).replayed;
      // Each line is rounded to the cent once.
      expect(Math.abs(doubled - 2 * replay.replayed)).toBeLessThanOrEqual(replay.orders + 1);
      expect(replay.unmatched).toEqual([]);
      const text = await run(['replay', '--program', 'amazon', '--tiktok-rate', '12%']);
      expect(text.out.split('\n')[0]).toBe(replaySentence(replay));
      expect(text.out).toContain('Left out: ');
    });

    it('shows a saved scenario, and says so when there is none of that number', async () => {
      const saved = await run(['scenario', 'new', '--from', 'reports', '--save']);
      const id = /Saved as scenario (\d+)/.exec(saved.err)![1]!;
      expect((await run(['scenario', 'show', id])).out).toBe(saved.out);
      expect((await run(['scenario', 'show'])).out).toContain(id);
      const missing = await run(['scenario', 'show', '999999']);
      expect(missing).toMatchObject({ code: 1, out: '' });
      expect(missing.err).toMatch(/no scenario .*999999/);
    });
  });

  it('changes nothing for files that cannot be read, says why, and ends with 1', async () => {
    const home = ['--home', at('refused')];
    const before = await run(['import', '--json', '--dry-run', ...home, ...samples]);
    const whole = readFileSync(samples[0]!);
    writeFileSync(at('empty.csv'), '');
    writeFileSync(at('foreign.csv'), 'name,age\nAda,36\n');
    writeFileSync(at('picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]));
    writeFileSync(at('truncated.xlsx'), whole.subarray(0, whole.length / 2));
    for (const name of ['empty.csv', 'foreign.csv', 'picture.png', 'truncated.xlsx']) {
      const { code, out, err } = await run(['import', ...home, at(name)]);
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(err.trim()).toMatch(new RegExp(`^${name}.*\\.$`));
    }
    const missing = await run(['import', ...home, at('nowhere.csv'), ...samples]);
    expect(missing).toMatchObject({ code: 1, out: '', err: `There is no file ${at('nowhere.csv')}.\n` });
    expect((await run(['import', '--json', '--dry-run', ...home, ...samples])).out).toBe(before.out);
  });

  it('plans without writing on --dry-run', async () => {
    const home = at('dry');
    const planned = await run(['import', '--dry-run', '--home', home, ...samples]);
    expect(planned.out).toContain('Nothing was written (--dry-run).');
    const imported = await run(['import', '--home', home, ...samples]);
    expect(imported.out).toMatch(/Imported [\d,]+ new rows/);
  });

  it('compares a typical creator where nothing is imported, and says that it does', async () => {
    const { code, out, err } = await run(['compare', '--trials', '200', '--json', '--home', at('fresh')]);
    expect(code).toBe(0);
    expect(err).toContain('No orders are imported yet. This is a typical creator');
    expect((JSON.parse(out) as Compared).scenario.products.length).toBeGreaterThan(0);
    const replay = await run(['replay', '--home', at('fresh')]);
    expect(replay).toMatchObject({ code: 1, out: '' });
    expect(replay.err).toMatch(/^No orders are imported yet that could be priced again\./);
  });

  it('does not call a library empty that holds too few orders', async () => {
    const home = at('few');
    writeFileSync(at('few.csv'), fewRows);
    expect(await run(['import', '--home', home, at('few.csv')])).toMatchObject({ code: 0 });
    const made = await run(['scenario', 'new', '--home', home]);
    expect(made.err).toMatch(
      /^3 rows are imported, but fewer than 10 orders of either program lie in the year/,
    );
    expect(JSON.parse(made.out)).toMatchObject({ name: 'From published figures' });
  });

  it('learns in the money of the reports, and refuses a market of other money', async () => {
    await run(['import', ...samples]);
    const wrong = await run(['scenario', 'new', '--market', 'DE']);
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toContain('The imported sales are in USD, but DE pays in EUR.');
  });

  it.each([
    [['compare', '--trials', '0'], '--trials takes at least 100, not 0.'],
    [['compare', '--seed', '-1'], '--seed takes a value, and "-1" is none: no value begins with a dash.'],
    [['compare', '--seed=-1'], '--seed takes a whole number, not "-1".'],
    [['compare', '--seed', '4294967296'], '--seed takes at most 4294967295, not 4294967296.'],
  ] as const)('says of %j what is wrong in plain words', async (args, sentence) => {
    const { code, err } = await run(args);
    expect([code, err.split('\n')[0]]).toEqual([2, sentence]);
  });

  it('takes --json before the command and on scenario show', async () => {
    const listed = await run(['--json', 'scenario', 'show', '--home', at('listed')]);
    expect(JSON.parse(listed.out)).toEqual([]);
  });

  it.each([
    [[], 2],
    [['nonsense'], 2],
    [['constructor'], 2],
    [['import'], 2],
    [['compare', '--sed', '1'], 2],
    [['compare', '--seed', 'x'], 2],
    [['compare', '--threads', '0'], 2],
    [['compare', '--market', 'XX'], 2],
    [['compare', '--scenario', 'a', '--saved', '1'], 2],
    [['replay', '--tiktok-rate', '0.12'], 2],
    [['replay', '--card', 'a', '--tiktok-rate', '12%'], 2],
    [['scenario', 'delete'], 2],
    [['compare', '--scenario', '/no/such/file'], 1],
    [['compare', '--pdf', '/no/such/folder/a.pdf'], 1],
    [['--help'], 0],
    [['compare', '--help'], 0],
    [['--version'], 0],
  ] as const)('ends %j with code %i', async (args, expected) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(expected);
    if (expected === 0) expect(out).not.toBe('');
    else expect([out, err.trim().split('\n')[0]!.length > 10]).toEqual(['', true]);
    expect(err).not.toMatch(/at .*\.ts:\d+/);
  });

  it('names what is wrong in a scenario document', async () => {
    const made = await run(['scenario', 'new', '--home', at('fresh')]);
    const scenario = JSON.parse(made.out) as Record<string, unknown>;
    const compare = async (document: string): Promise<Ran> => {
      writeFileSync(at('wrong.json'), document);
      return run(['compare', '--scenario', at('wrong.json'), '--home', at('fresh')]);
    };
    const negative = await compare(JSON.stringify({ ...scenario, weeks: -1 }));
    expect(negative.code).toBe(1);
    expect(negative.err).toContain('weeks');
    const unknown = await compare(JSON.stringify({ ...scenario, weeeks: 5 }));
    expect(unknown.err).toContain('weeeks');
    expect((await compare('{')).err).toContain('is no JSON');
  });

  it('refuses a database that is none of ours and leaves it as it is', async () => {
    const home = at('foreign');
    await run(['scenario', 'show', '--home', home]);
    const file = readdirSync(home).find(name => name.endsWith('.db'))!;
    writeFileSync(join(home, file), 'not a database at all, but a diary');
    for (const rest of readdirSync(home).filter(name => /-(?:wal|shm)$/.test(name))) rmSync(join(home, rest));
    const { code, err } = await run(['compare', '--home', home]);
    expect(code).toBe(1);
    expect(err).toContain(file);
    expect(readFileSync(join(home, file), 'utf8')).toBe('not a database at all, but a diary');
  });

  it('leaves no temporary files', () => {
    expect(existsSync(at('home'))).toBe(true);
    expect(readdirSync(join(at('home'), 'temporary'))).toEqual([]);
  });
});
