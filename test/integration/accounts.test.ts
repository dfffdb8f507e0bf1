import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportAnswer, ImportQuestion } from '../../shared/domain/import-question.ts';
import type { ChosenFile } from '../../electron/services/imports.ts';
import { tiktokFile, tiktokRow } from '../unit/electron/importers/tiktok-row.ts';
import { reportFixtures } from '../unit/electron/importers/report-fixtures.ts';
import { hashOf, openLibrary, type Library } from './library.ts';

const fixture = (kind: string) => reportFixtures.find(one => one.kind === kind)!;
const category = fixture('amazon.category');

const network = (...rows: readonly string[]): string =>
  ['Transaction Date,Advertiser,Product Name,Commission Amount,Currency', ...rows].join('\n');
const sale = '2026-01-13,Acme,Lamp,3.60,EUR';

const tiktok = (...orders: readonly string[]): string =>
  tiktokFile(...orders.map(order => tiktokRow({ 'Order ID': order })));

let library: Library;
beforeEach(() => {
  library = openLibrary();
});
afterEach(() => library.close());

/** Answers every question: accounts as given, the rest as the fixture says or as proposed. */
const answering =
  (account: string | null | undefined, answers: readonly ImportAnswer[] = []) =>
  (question: ImportQuestion): ImportAnswer => {
    if (question.kind === 'account')
      return { kind: 'account', account: account === undefined ? question.proposed : account };
    if (question.kind === 'columns') return { kind: 'columns', mapping: question.proposed };
    return answers.find(({ kind }) => kind === question.kind)!;
  };

/** Imports a file for an account; undefined takes what is assumed. */
const take = async (file: ChosenFile, account?: string | null, answers: readonly ImportAnswer[] = []) => {
  const answer = answering(account, answers);
  const given: Record<string, ImportAnswer> = {};
  for (;;) {
    const plan = await library.imports.preview([file], { answers: given });
    const open = [...(plan.questions ?? []), ...(account === undefined ? [] : (plan.assumed ?? []))].filter(
      ({ id }) => given[id] === undefined,
    );
    if (open.length === 0) return { plan, outcome: await library.imports.commit(plan.token) };
    for (const question of open) given[question.id] = answer(question);
  }
};

const takeCategory = (account?: string | null, text = category.text) =>
  take(library.write('Category.csv', text), account, category.answers);

describe('two accounts with equal rows', () => {
  it('both keep theirs in summed-up reports; the same account imported twice keeps one', async () => {
    expect((await takeCategory('hearth-20')).outcome.new).toBe(1);
    expect((await takeCategory('garden-20')).outcome.new).toBe(1);
    expect((await takeCategory('hearth-20')).outcome).toMatchObject({ importId: null, new: 0, same: 1 });
    expect(
      library.imports
        .aggregates()
        .map(({ account = '' }) => account)
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['garden-20', 'hearth-20']);
    expect(library.imports.list().map(({ account }) => account)).toEqual(['garden-20', 'hearth-20']);
  });

  it('both keep theirs in a network’s report, also where windows overlap', async () => {
    const first = library.write('a.csv', network(sale, sale));
    const longer = library.write('b.csv', network(sale, sale, '2026-02-01,Acme,Pot,1.00,EUR'));
    expect((await take(first, 'Anna')).outcome.new).toBe(2);
    expect((await take(longer, 'Ben')).outcome.new).toBe(3);
    expect((await take(longer, 'Anna')).outcome).toMatchObject({ new: 1, same: 2 });
    expect([...library.imports.orders()]).toHaveLength(6);
    expect(
      library.imports.history({ network: 'mapped', account: 'Anna' }).months.map(one => one.orders),
    ).toEqual([2, 1]);
  });

  it('are one sale where its ids say so: an order line of TikTok Shop has one owner', async () => {
    const file = tiktok('576461413038700001', '576461413038700002');
    expect((await take(library.write('a.csv', file), '@anna')).outcome.new).toBe(2);
    const other = library.write('b.csv', `${file}\n`);
    expect((await take(other, '@ben')).outcome).toMatchObject({ new: 0, same: 2 });
  });

  it('end in the same library in whichever order they come', async () => {
    const files = [network(sale), network(sale, '2026-02-01,Acme,Pot,1.00,EUR')] as const;
    const steps = [
      [0, 'Anna'],
      [1, 'Anna'],
      [0, 'Ben'],
    ] as const;
    const hashes: string[] = [];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0, 1],
    ]) {
      library = openLibrary();
      for (const step of order) await take(library.write('f.csv', files[steps[step]![0]]), steps[step]![1]);
      hashes.push(hashOf(library.database));
      await library.close();
    }
    library = openLibrary();
    expect(new Set(hashes).size).toBe(1);
  });
});

describe('reports of two countries of Amazon’s', () => {
  const inPounds = category.answers!.map(answer =>
    answer.kind === 'currency' ? ({ kind: 'currency', currency: 'GBP' } as const) : answer,
  );

  it('are of two accounts, because each country is a programme of its own: none takes the other’s place', async () => {
    await takeCategory();
    const { plan } = await take(library.write('UK.csv', category.text), undefined, inPounds);
    expect([plan.questions, plan.reports[0]?.account, plan.reports[0]?.new]).toEqual([[], 'Amazon UK', 1]);
    expect(library.imports.aggregates().map(({ currency }) => currency)).toEqual(
      expect.arrayContaining(['USD', 'GBP']),
    );
    // Two accounts are known now, but only one of them in dollars.
    const later = category.text.replaceAll('2026-08-31', '2026-08-30');
    const { plan: dollars } = await takeCategory(undefined, later);
    expect([dollars.questions, dollars.reports[0]?.account]).toEqual([[], null]);
  });

  it('stay the first account’s where an earlier version stored them so', async () => {
    await take(library.write('UK.csv', category.text), null, inPounds);
    const later = category.text.replace('5.80', '6.80').replace(',6,6', ',7,7');
    const { plan, outcome } = await take(library.write('UK-2.csv', later), undefined, inPounds);
    expect([plan.reports[0]?.account, outcome.new]).toEqual([null, 0]);
  });
});

describe('whose a report is', () => {
  it('is assumed while there is one account, asked when there are two, and never silent', async () => {
    const [one, two, three] = ['1', '2', '3'].map(digit =>
      library.write(`affiliate_orders_${digit}.csv`, tiktok(`57646141303870000${digit}`)),
    );
    const first = await library.imports.preview([one!]);
    expect(first.questions).toEqual([]);
    expect(first.assumed).toMatchObject([
      { kind: 'account', network: 'tiktok-shop', proposed: null, known: [] },
    ]);
    await take(one!, '@anna');
    const second = await library.imports.preview([two!]);
    expect([second.questions, second.reports[0]?.account]).toEqual([[], '@anna']);
    await take(two!, '@ben');
    const third = await library.imports.preview([three!]);
    expect(third.reports).toEqual([]);
    expect(third.questions).toMatchObject([{ kind: 'account', known: ['@ben', '@anna'] }]);
    await take(three!, '@Anna ');
    expect(library.imports.list().map(({ account }) => account)).toEqual(['@anna', '@ben', '@anna']);
  });

  it.each([
    ['@hearth.pan.csv', '@hearth.pan'],
    ['affiliate_orders (@gardenpot).csv', '@gardenpot'],
    ['anna@example.csv', null],
    ['orders.csv', null],
  ])('of %s is taken from a handle in its name: %s', async (name, account) => {
    const { reports } = await library.imports.preview([library.write(name, tiktok('576461413038700001'))]);
    expect(reports[0]?.account).toBe(account);
  });

  it('is known for the very file that was imported before', async () => {
    const file = library.write('a.csv', network(sale));
    await take(file, 'Anna');
    await take(library.write('b.csv', network('2026-03-01,Acme,Pan,2.00,EUR')), 'Ben');
    const again = await take(file);
    expect(again.outcome).toMatchObject({ importId: null, same: 1 });
    expect(again.plan.reports[0]?.account).toBe('Anna');
  });

  it('stands in the name of a data feed, and tracking ids tell it ever after', async () => {
    const feed = fixture('amazon.data-feed');
    const { plan } = await take(
      library.write('hearth-20-earnings-report-20191205.tsv', feed.text),
      undefined,
      feed.answers,
    );
    expect([plan.assumed, plan.reports[0]?.account]).toEqual([[], 'hearth-20']);
    await takeCategory('garden-20');
    const earnings = [
      'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group',
      'Kitchen,Pan,B000000001,Amazon,tag-20,2026-01-02,10.00,1,0,10.00,0.45,PHONE',
    ].join('\n');
    const later = await library.imports.preview([library.write('Fee-Earnings.csv', earnings)]);
    expect([later.questions, later.reports[0]?.account]).toEqual([[], 'hearth-20']);
  });

  it('stands in the rows of a seller’s export: each order has its own', async () => {
    const seller = fixture('tiktok.seller-orders');
    const [head, row] = seller.text.trim().split('\n') as [string, string];
    const at = head.split(',').indexOf('Creator Username');
    const ofCreator = (name: string, order: string): string =>
      row
        .split(',')
        .map((cell, index) => (index === at ? name : index === 0 ? order : cell))
        .join(',');
    const text = [head, ofCreator('anna', '576461413038700001'), ofCreator('ben', '576461413038700002')].join(
      '\n',
    );
    const { plan } = await take(library.write('orders.csv', text));
    expect([plan.assumed, plan.reports[0]?.account, plan.reports[0]?.rowAccounts]).toEqual([
      [],
      null,
      ['anna', 'ben'],
    ]);
    expect(
      [...library.imports.orders()].map(({ account = '' }) => account).toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['anna', 'ben']);
  });
});

/** Digests of earnings that say `Direct` differ since then from those of the same earnings without. */
const saysDirect = `SELECT 1 FROM orders o WHERE o.report_id = r.id AND r.kind = 'amazon.fee-earnings' AND o.direct IS NOT NULL`;

/** Of all fixtures under the version before accounts: what is in a library must be known again. */
const earlierKeys = '360151af384b66a810e19ba07f59f2d045f7018cd0fc7ce2156ea4fa63a5637e';

/** Fixtures of what came with accounts or after, and one whose rows have named their account only since. */
const younger =
  /^(?:instagram\.insights|amazon\.fee-earnings|tiktok\.creator-orders)|Indonesian|all Vietnamese/u;

describe('rows of earlier versions, which knew no accounts', () => {
  it('keep their keys and reports their digests, as long as nobody names an account', async () => {
    for (const { text, answers, kind, name } of reportFixtures)
      if (!younger.test(`${kind} ${name}`)) await take(library.write('a.csv', text), undefined, answers);
    const keys = library.database.connection
      .prepare(
        `SELECT hex(row_key) FROM orders UNION ALL SELECT hex(row_key) FROM aggregates
         UNION ALL SELECT hex(content_digest) FROM reports r WHERE NOT EXISTS (${saysDirect}) ORDER BY 1`,
      )
      .pluck()
      .all();
    expect(createHash('sha256').update(keys.join(',')).digest('hex')).toBe(earlierKeys);
  });

  it('are not doubled by an overlapping export, and stay the first account’s beside a named one', async () => {
    await take(library.write('old.csv', network(sale, sale)), null);
    const longer = library.write('new.csv', network(sale, sale, '2026-02-01,Acme,Pot,1.00,EUR'));
    expect((await take(longer)).outcome).toMatchObject({ new: 1, same: 2 });
    await take(library.write('other.csv', network(sale)), 'Ben');
    const asked = await library.imports.preview([
      library.write('third.csv', network('2026-03-01,A,B,1.00,EUR')),
    ]);
    const [mapping] = asked.questions!;
    const known = await library.imports.preview(
      [library.write('third.csv', network('2026-03-01,A,B,1.00,EUR'))],
      {
        answers: { [mapping!.id]: answering(null)(mapping!) },
      },
    );
    expect(known.questions).toMatchObject([{ kind: 'account', known: ['Ben', null] }]);
  });

  it('can be given a name later, and are known again under it', async () => {
    await takeCategory(null);
    await take(library.write('a.csv', network(sale)), null);
    await takeCategory('garden-20');
    const before = hashOf(library.database);
    expect(library.imports.nameAccount('amazon', 'Garden-20')).toEqual({ named: 0 });
    expect(library.imports.nameAccount('amazon', 'hearth-20')).toEqual({ named: 1 });
    expect(hashOf(library.database)).toBe(before);
    expect(library.imports.list().map(({ account }) => account)).toEqual(['garden-20', null, 'hearth-20']);
    expect((await takeCategory('hearth-20')).outcome).toMatchObject({ importId: null, same: 1 });
    expect((await takeCategory('Garden-20')).outcome).toMatchObject({ importId: null, same: 1 });
    expect((await takeCategory('third-20')).outcome).toMatchObject({ new: 1 });
    expect(library.imports.nameAccount('amazon', 'again-20')).toEqual({ named: 0 });
  });
});
