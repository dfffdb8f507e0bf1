import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../shared/contract/answer.ts';
import { tiktokFile, tiktokRow } from '../unit/electron/importers/tiktok-row.ts';
import { contentOf, hashOf, openLibrary, tablesOf, type Library } from './library.ts';

const sample = (name: string): Promise<Buffer> =>
  readFile(new URL(`../../resources/samples/${name}`, import.meta.url));

const earningsHeader =
  'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group';
const earningsRow = (on: string, asin = 'B00006JSUA'): string =>
  `Kitchen & Dining,Pan,${asin},Amazon.com,tag-20,${on},19.90,1,0,19.90,0.90,PHONE`;
const earnings = (rows: readonly string[]): string => `${[earningsHeader, ...rows].join('\n')}\n`;

const tiktok = (rows: readonly Readonly<Record<string, string>>[]): string =>
  `${tiktokFile(...rows.map(tiktokRow))}\n`;
const pending = {
  'Order settlement status': 'Pending',
  'Actual commission base': '/',
  'Total final earned amount': '/',
  'Commission settlement date': '/',
};

const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  );

let library: Library;
beforeEach(() => {
  library = openLibrary();
});
afterEach(() => library.close());

describe('importing reports', () => {
  it('writes nothing before the commit, exactly the plan with it, and nothing when the same file comes again', async () => {
    const file = library.write('Fee-Earnings.xlsx', await sample('hearth-and-pan-Fee-Earnings.xlsx'));
    const before = tablesOf(library.database);
    const plan = await library.imports.preview([file]);
    expect(tablesOf(library.database)).toEqual(before);
    expect(plan.problems).toEqual([]);
    expect(plan.reports.map(({ kind, sheet }) => [kind, sheet])).toEqual([
      ['amazon.fee-earnings', 'Fee-Earnings'],
      ['amazon.fee-orders', 'Fee-Orders'],
      ['amazon.bounty', 'Bounty'],
    ]);
    const outcome = await library.imports.commit(plan.token);
    expect(outcome).toMatchObject({ importId: 1, changed: 0, same: 0, refused: 0 });
    expect([...library.imports.orders()]).toHaveLength(outcome.new);
    const after = tablesOf(library.database);
    const again = await library.take(file);
    expect(again.outcome).toEqual({ importId: null, new: 0, changed: 0, same: outcome.new, refused: 0 });
    expect(tablesOf(library.database)).toEqual(after);
  });

  it('knows a report again in another container: workbook, then CSV', async () => {
    const first = await library.take(
      library.write('a.xlsx', await sample('hearth-and-pan-affiliate_orders.xlsx')),
    );
    const second = await library.take(
      library.write('b.csv', await sample('csv/hearth-and-pan-affiliate_orders.csv')),
    );
    expect(second.outcome).toEqual({
      importId: null,
      new: 0,
      changed: 0,
      same: first.outcome.new,
      refused: 0,
    });
  });

  it('adds up to what the reports say', async () => {
    await library.take(library.write('a.xlsx', await sample('hearth-and-pan-affiliate_orders.xlsx')));
    const [report] = library.imports.list();
    const settled = [...library.imports.orders({ program: 'tiktok-shop' })].filter(
      ({ status }) => status === 'settled',
    );
    const earned = settled.reduce((sum, { commission }) => sum + commission!, 0);
    expect(report?.commission).toBe(earned);
    const { months } = library.imports.history();
    expect(months.reduce((sum, { commission }) => sum + commission, 0)).toBe(earned);
    expect([...library.imports.orders({ program: 'amazon' })]).toEqual([]);
  });

  it('keeps equal rows of a report apart and takes each once from overlapping reports', async () => {
    const twice = earnings([earningsRow('2026-01-05'), earningsRow('2026-01-05'), earningsRow('2026-01-06')]);
    const overlapping = earnings([
      earningsRow('2026-01-05'),
      earningsRow('2026-01-05'),
      earningsRow('2026-01-05'),
    ]);
    const first = await library.take(library.write('a.csv', twice));
    const second = await library.take(library.write('b.csv', overlapping));
    expect([first.outcome.new, second.outcome.new, second.outcome.same]).toEqual([3, 1, 2]);
  });

  it('takes overlapping reports dropped at once as if they had come one after the other', async () => {
    const a = library.write('a.csv', earnings([earningsRow('2026-01-05'), earningsRow('2026-01-06')]));
    const b = library.write('b.csv', earnings([earningsRow('2026-01-06'), earningsRow('2026-01-07')]));
    const { plan } = await library.take(a, b);
    expect(plan.reports.map(report => [report.new, report.same])).toEqual([
      [2, 0],
      [1, 1],
    ]);
    const other = openLibrary();
    await other.take(other.write('b.csv', earnings([earningsRow('2026-01-06'), earningsRow('2026-01-07')])));
    await other.take(other.write('a.csv', earnings([earningsRow('2026-01-05'), earningsRow('2026-01-06')])));
    expect(hashOf(library.database)).toBe(hashOf(other.database));
    await other.close();
  });

  it('replaces a pending order by its settled word, keeps the older one, and is not moved by an older report', async () => {
    const older = library.write('march.csv', tiktok([pending]));
    const newer = library.write('april.csv', tiktok([{}]));
    await library.take(older);
    const { plan, outcome } = await library.take(newer);
    expect(outcome).toMatchObject({ new: 0, changed: 1, same: 0 });
    expect(plan.reports[0]?.preview[0]?.fate).toBe('changed');
    const late = await library.take(
      library.write('again.csv', tiktok([{ ...pending, GMV: '1' }, { 'Order ID': '1' }])),
    );
    expect(late.outcome).toMatchObject({ new: 1, changed: 0, same: 1 });
    const order = [...library.imports.orders()].find(({ orderId }) => orderId !== '1');
    expect(order).toMatchObject({ status: 'settled', commission: 142_650 });
    const versions = library.database.connection
      .prepare<[], string>('SELECT payload FROM sightings')
      .pluck()
      .all()
      .map(payload => (JSON.parse(payload) as { status: string }).status);
    expect(versions).toEqual(['pending', 'pending']);
  });

  it('takes a large file that it knows without reading it again, until it is undone', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => earningsRow('2026-01-05', `B${index}`));
    const file = library.write('large.csv', earnings(rows));
    const first = await library.take(file);
    const again = await library.imports.preview([file]);
    expect(again.reports).toEqual([
      expect.objectContaining({ new: 0, same: 60_000, commission: 60_000 * 90, preview: [] }),
    ]);
    await library.imports.undo(first.outcome.importId!);
    expect((await library.imports.preview([file])).reports[0]).toMatchObject({ new: 60_000, same: 0 });
  });

  it('writes nothing at once while something must be asked', async () => {
    const before = tablesOf(library.database);
    const asked = earnings([earningsRow('2026-01-05')]).replaceAll('($)', '');
    const file = library.write('a.csv', asked);
    const { plan, outcome } = await library.imports.take([file]);
    expect([plan.questions?.length, outcome]).toEqual([1, null]);
    expect(tablesOf(library.database)).toEqual(before);
    const answers = { [plan.questions![0]!.id]: { kind: 'currency', currency: 'USD' } } as const;
    expect((await library.imports.take([file], { answers })).outcome).toMatchObject({ new: 1 });
  });

  it('undoes an import exactly, also after later ones', async () => {
    const march = tiktok([pending, { ...pending, 'Order ID': '2' }]);
    const april = tiktok([{}, { 'Order ID': '3' }]);
    await library.take(library.write('march.csv', march));
    const onlyMarch = contentOf(library.database);
    const { outcome } = await library.take(library.write('april.csv', april));
    const both = contentOf(library.database);
    expect(await library.imports.undo(outcome.importId!)).toEqual({ removed: 1 });
    expect(contentOf(library.database)).toEqual(onlyMarch);
    await library.take(library.write('april.csv', april));
    expect(contentOf(library.database)).toEqual(both);
    expect(await library.imports.undo(1)).toEqual({ removed: 1 });
    const other = openLibrary();
    await other.take(other.write('april.csv', april));
    expect(contentOf(library.database)).toEqual(contentOf(other.database));
    await other.close();
  });

  it('leaves an empty library when everything is undone', async () => {
    const a = await library.take(
      library.write('a.csv', earnings([earningsRow('2026-01-05'), earningsRow('2026-01-06')])),
    );
    const b = await library.take(library.write('b.csv', earnings([earningsRow('2026-01-06')])));
    expect(await library.imports.undo(a.outcome.importId!)).toEqual({ removed: 1 });
    expect(await library.imports.undo(b.outcome.importId!)).toEqual({ removed: 1 });
    expect(contentOf(library.database)).toEqual([]);
    expect(library.imports.list()).toEqual([]);
    expect(await failureOf(library.imports.undo(1))).toMatchObject({
      kind: 'not-found',
    });
  });

  it('refuses a plan twice, an unknown plan, and one made before the library changed', async () => {
    const a = library.write('a.csv', earnings([earningsRow('2026-01-05')]));
    const b = library.write('b.csv', earnings([earningsRow('2026-01-06')]));
    const early = await library.imports.preview([a]);
    const { plan } = await library.take(b);
    for (const token of [plan.token, 'unknown', early.token])
      expect(await failureOf(library.imports.commit(token))).toEqual({ kind: 'plan-expired' });
    expect(library.imports.list()).toHaveLength(1);
  });

  it('stores the good rows of a report and refuses the bad ones with their reason', async () => {
    const { plan, outcome } = await library.take(
      library.write(
        'a.csv',
        earnings([earningsRow('2026-01-05'), earningsRow('2026-02-30'), earningsRow('2026-01-06')]),
      ),
    );
    expect(outcome).toMatchObject({ new: 2, refused: 1 });
    expect(plan.problems).toEqual([
      {
        file: 'a.csv',
        sheet: null,
        line: 3,
        column: 'Date Shipped',
        text: '2026-02-30',
        reason: 'not-a-day',
        weight: 'refused',
      },
    ]);
    expect(library.imports.list()[0]).toMatchObject({ rows: 2, refused: 1 });
  });
});

const damaged = async (): Promise<Buffer> => {
  const bytes = Buffer.from(await sample('hearth-and-pan-Fee-Earnings.xlsx'));
  bytes.fill(0x41, bytes.length >> 1, (bytes.length >> 1) + 64);
  return bytes;
};

describe('files that are no reports', () => {
  const cases: readonly (readonly [string, () => Promise<Buffer | string>, string])[] = [
    ['an empty file', async () => '', 'empty-file'],
    ['a file of blank lines', async () => '\n\n  \n', 'empty-file'],
    ['a text', async () => 'Dear diary,\ntoday I sold nothing.\n', 'unknown-report'],
    [
      'random bytes',
      async () => Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)),
      'unknown-format',
    ],
    [
      'a truncated workbook',
      async () => (await sample('hearth-and-pan-Fee-Earnings.xlsx')).subarray(0, 50_000),
      'damaged-archive',
    ],
    ['a damaged workbook', damaged, 'damaged-archive'],
    ['a header without rows', async () => earnings([]), 'header-without-rows'],
  ];

  it.each(cases)(
    '%s gives a problem with the file and the reason, and changes nothing',
    async (_, content, reason) => {
      await library.take(library.write('good.csv', earnings([earningsRow('2026-01-05')])));
      const before = tablesOf(library.database);
      const { plan, outcome } = await library.take(library.write('bad.bin', await content()));
      expect(plan.problems).toEqual([
        expect.objectContaining({ file: 'bad.bin', reason, weight: 'refused' }),
      ]);
      expect(plan.reports).toEqual([]);
      expect(outcome).toEqual({ importId: null, new: 0, changed: 0, same: 0, refused: 0 });
      expect(tablesOf(library.database)).toEqual(before);
    },
  );

  it('do not keep good files of the same drop from being imported', async () => {
    const good = library.write('good.csv', earnings([earningsRow('2026-01-05')]));
    const bad = library.write('bad.csv', '');
    const gone = { name: 'gone.csv', path: '/nowhere/gone.csv' };
    const { plan, outcome } = await library.take(bad, good, gone);
    expect(outcome.new).toBe(1);
    expect(plan.problems.map(({ file, reason }) => [file, reason])).toEqual([
      ['bad.csv', 'empty-file'],
      ['gone.csv', 'unreadable-file'],
    ]);
  });
});
