import { describe, expect, it } from 'vitest';
import { addDays, day, type Day } from '../../shared/domain/day.ts';
import { createRandom, type Random } from '../samples/random.ts';
import { tiktokHeader, tiktokRow } from '../unit/electron/importers/tiktok-row.ts';
import { contentOf, hashOf, openLibrary, type Library } from './library.ts';

const header =
  'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group';

/** Rows as Amazon has them; few products and prices, so that equal rows are common. */
const amazonRow = (on: Day, random: Random): string => {
  const price = random.between(1, 2) * 10;
  const returned = random.chance(0.1);
  const money = returned ? `0,1,-${price}.00,-0.45` : `1,0,${price}.00,0.45`;
  return `Kitchen,Pan ${random.between(1, 2)},B0000${random.between(1, 3)},Amazon,tag-20,${on},${price}.00,${money},PHONE`;
};

const first = day('2026-01-01');
const windows = [
  [0, 40],
  [25, 70],
  [10, 90],
] as const;

/** Three exports whose windows overlap, of the same three months. */
const amazonExports = (seed: number): readonly string[] => {
  const random = createRandom(seed);
  const rows = Array.from({ length: 120 }, () => random.between(0, 90))
    .toSorted((a, b) => a - b)
    .map(offset => ({ offset, text: amazonRow(addDays(first, offset), random) }));
  return windows.map(([from, to]) =>
    [header, ...rows.filter(({ offset }) => offset >= from && offset <= to).map(({ text }) => text)].join(
      '\n',
    ),
  );
};

/** The same rows, of which the first export does not say whether they were bought directly, and the last says otherwise of some. */
const directExports = (seed: number): readonly string[] => {
  const random = createRandom(seed);
  const isDirect = (row: number): boolean => row % 3 === 0;
  return amazonExports(seed).map((text, index) => {
    if (index === 0) return text;
    const [head, ...rows] = text.split('\n');
    const says = (row: number) => (index === 2 && random.chance(0.1) ? !isDirect(row) : isDirect(row));
    return [`${head},Direct`, ...rows.map((row, at) => `${row},${says(at) ? 'Yes' : 'No'}`)].join('\n');
  });
};

/** The same for TikTok Shop: each export tells of an order what is known at the end of its window. */
const tiktokExports = (seed: number): readonly string[] => {
  const random = createRandom(seed);
  const orders = Array.from({ length: 90 }, (_, index) => ({
    offset: index,
    settlesAfter: random.between(10, 40),
    refunded: random.chance(0.1),
    renamedAt: random.chance(0.2) ? random.between(30, 90) : 999,
  }));
  const cells = (order: (typeof orders)[number], asOf: number): readonly string[] => {
    const settled = order.offset + order.settlesAfter <= asOf;
    const [year, month, date] = addDays(first, order.offset).split('-');
    const settledOn = addDays(first, order.offset + order.settlesAfter).split('-');
    return tiktokRow({
      'Order ID': `5764614130387${String(10_000 + order.offset)}`,
      'Product name': asOf >= order.renamedAt ? 'Skillet, new name' : 'Skillet',
      'Order date': `${date}/${month}/${year} 10:00:00`,
      'Order settlement status': settled ? (order.refunded ? 'Ineligible' : 'Settled') : 'Pending',
      'Items refunded': settled && order.refunded ? '1' : '0',
      'Actual commission base': settled ? (order.refunded ? '0' : '9,510') : '/',
      'Total final earned amount': settled ? (order.refunded ? '0' : '1,426.50') : '/',
      'Commission settlement date':
        settled && !order.refunded ? `${settledOn.toReversed().join('/')} 01:00:00` : '/',
    });
  };
  return windows.map(([from, to]) =>
    [
      tiktokHeader,
      ...orders.filter(({ offset }) => offset >= from && offset <= to).map(order => cells(order, to)),
    ]
      .map(row => row.join(','))
      .join('\n'),
  );
};

const permutations = (items: readonly number[]): readonly (readonly number[])[] =>
  items.length < 2
    ? [items]
    : items.flatMap(item => permutations(items.filter(other => other !== item)).map(rest => [item, ...rest]));

const importAll = async (
  library: Library,
  exports: readonly string[],
  order: readonly number[],
): Promise<void> => {
  for (const index of order) await library.take(library.write(`${index}.csv`, exports[index]!));
};

const contentAfter = async (exports: readonly string[], order: readonly number[]) => {
  const library = openLibrary();
  await importAll(library, exports, order);
  const content = contentOf(library.database);
  await library.close();
  return content;
};

describe.each([
  ['Amazon rows without order ids', amazonExports],
  ['Amazon rows that not every export says `Direct` of', directExports],
  ['TikTok Shop order lines whose status moves on', tiktokExports],
] as const)('%s in three overlapping exports', (_, makeExports) => {
  const exports = makeExports(5);

  it('end in the same library in all six orders, with every export imported twice and one undone and imported again', async () => {
    const expected = await contentAfter(exports, [0, 1, 2]);
    expect(expected.length).toBeGreaterThan(80);
    for (const order of permutations([0, 1, 2])) {
      const library = openLibrary();
      await importAll(library, exports, [...order, ...order]);
      expect(contentOf(library.database)).toEqual(expected);
      await library.imports.undo(2);
      await importAll(library, exports, [order[1]!]);
      expect(contentOf(library.database)).toEqual(expected);
      await library.close();
    }
  });

  it('leave after an undo what the other two alone would have made, whichever is undone', async () => {
    for (const order of permutations([0, 1, 2])) {
      for (const [at, gone] of order.entries()) {
        const library = openLibrary();
        await importAll(library, exports, order);
        await library.imports.undo(at + 1);
        const others = [0, 1, 2].filter(index => index !== gone);
        expect(contentOf(library.database)).toEqual(await contentAfter(exports, others));
        await library.close();
      }
    }
  });

  it('end in the same library when each is read and written at once, without a plan in between', async () => {
    const expected = await contentAfter(exports, [0, 1, 2]);
    for (const order of permutations([0, 1, 2])) {
      const library = openLibrary();
      for (const index of [...order, ...order])
        await library.imports.take([library.write(`${index}.csv`, exports[index]!)]);
      expect(contentOf(library.database)).toEqual(expected);
      expect(library.imports.list()).toHaveLength(3);
      await library.close();
    }
  });

  it('end in the same library when all are dropped at once', async () => {
    const library = openLibrary();
    await library.take(...exports.map((text, index) => library.write(`${index}.csv`, text)));
    expect(contentOf(library.database)).toEqual(await contentAfter(exports, [2, 0, 1]));
    await library.close();
  });
});

describe('any sequence of imports and undos', () => {
  it('ends in the library of the imports that remain, for 20 random ones', async () => {
    const random = createRandom(17);
    const exports = [...amazonExports(8), ...directExports(8), ...tiktokExports(9)];
    for (let trial = 0; trial < 20; trial += 1) {
      const library = openLibrary();
      const active = new Map<number, number>();
      for (let step = 0; step < 12; step += 1) {
        const index = random.between(0, exports.length - 1);
        const imported = active.get(index);
        if (imported !== undefined && random.chance(0.6)) {
          await library.imports.undo(imported);
          active.delete(index);
        } else {
          const { outcome } = await library.take(library.write('x.csv', exports[index]!));
          if (outcome.importId !== null) active.set(index, outcome.importId);
        }
      }
      const fresh = openLibrary();
      await importAll(
        fresh,
        exports,
        [...active.keys()].toSorted((a, b) => a - b),
      );
      expect(hashOf(library.database)).toBe(hashOf(fresh.database));
      await library.close();
      await fresh.close();
    }
  });

  it('is told apart when a single word differs: the comparison itself is not blind', async () => {
    const [one] = tiktokExports(5);
    const other = one!.replace('Skillet', 'Skilled');
    expect(await contentAfter([one!], [0])).not.toEqual(await contentAfter([other], [0]));
  });
});

describe('reports of the same sales', () => {
  const feed = `Product Line\tItem\tASIN\tSeller\tTracking ID\tDate Shipped\tPrice($)\tQuantity\tRevenue($)\tEarnings($)
Kitchen\tPan 1\tB00001\tAmazon\ttag-20\t2026-01-05\t10.00\t1\t10.00\t0.45
`;
  const earnings = `${header}\nKitchen,Pan 1,B00001,Amazon,tag-20,2026-01-05,10.00,1,0,10.00,0.45,PHONE\n`;

  it('meet: the data feed and Fee-Earnings, the seller’s and the creator’s export', async () => {
    const library = openLibrary();
    await library.take(library.write('feed.tsv', feed));
    const { outcome } = await library.take(library.write('fee.csv', earnings));
    expect(outcome).toMatchObject({ new: 0, same: 1 });
    expect([...library.imports.orders()]).toHaveLength(1);
    await library.close();
  });

  it('keep summed-up reports beside the orders and out of every sum of money', async () => {
    const trends =
      'Date,Clicks,Items Ordered (Amazon),Items Ordered (3rd Party),Total Items Ordered,Conversion\n2026-01-05,33,1,0,1,3%\n';
    const library = openLibrary();
    await library.take(library.write('fee.csv', earnings));
    const history = library.imports.history();
    await library.take(library.write('trends.csv', trends));
    expect(library.imports.history()).toEqual(history);
    expect(library.imports.aggregates()).toEqual([
      expect.objectContaining({ clicks: 33, from: '2026-01-05' }),
    ]);
    await library.take(library.write('later.csv', trends.replace(',33,', ',35,')));
    expect(library.imports.aggregates()).toEqual([expect.objectContaining({ clicks: 35 })]);
    await library.imports.undo(3);
    expect(library.imports.aggregates()).toEqual([expect.objectContaining({ clicks: 33 })]);
    await library.close();
  });
});
