import { describe, expect, it } from 'vitest';
import { readAmount } from '../../../../electron/importers/read-cell/read-amount.ts';
import { readCount } from '../../../../electron/importers/read-cell/read-count.ts';
import type { Currency } from '../../../../shared/domain/money.ts';
import { readRows } from './read-rows.ts';
import { tiktokHeader, tiktokRow } from './tiktok-row.ts';

const amounts = (currency: string, price: string, earned: string): Parameters<typeof tiktokRow>[0] => ({
  Currency: currency,
  Price: price,
  GMV: price,
  'Est. commission base': price,
  'Est. standard commission': earned,
  'Actual commission base': price,
  'Standard commission': earned,
  'Total final earned amount': earned,
});

const tiktok = (...rows: readonly Parameters<typeof tiktokRow>[0][]): string =>
  `${tiktokHeader.join(',')}\n${rows.map(row => tiktokRow(row).join(',')).join('\n')}\n`;

const amazonHeader =
  'Category;Name;ASIN;Seller;Tracking ID;Date Shipped;Price(€);Items Shipped;Returns;Revenue(€);Ad Fees(€)';
const amazon = (...money: readonly (readonly [price: string, revenue: string, fees: string])[]): string =>
  [
    amazonHeader,
    ...money.map(
      ([price, revenue, fees], index) =>
        `Kitchen;Pan ${index};B00006JSUA;Amazon;tag-21;2026-03-04;${price};1;0;${revenue};${fees}`,
    ),
  ].join('\n');

describe('an amount whose one mark may group thousands', () => {
  it.each([
    ['125.000', 'IDR'],
    ['125.000', 'VND'],
    ['18.750', 'IDR'],
    ['1.000', 'EUR'],
    ['-1.000', 'EUR'],
    ['(1.000)', 'EUR'],
    ['€1.000', 'EUR'],
    ['1,250', 'KWD'],
    ['0,750', 'EUR'],
  ] as const)('is not read: %s in %s', (text, currency: Currency) => {
    expect(readAmount(text, currency)).toBeUndefined();
  });

  it.each([
    ['1,234', 'USD', 123_400],
    ['0.750', 'EUR', 75],
    ['1234.500', 'EUR', 123_450],
    ['12.5000', 'EUR', 1250],
    ['1.250', 'KWD', 1250],
    ['1,250.125', 'KWD', 1_250_125],
    ["1'234.56", 'EUR', 123_456],
    ['1’234’567.50', 'EUR', 123_456_750],
    ['1 234.56', 'EUR', 123_456],
    ['1,234', 'JPY', 1234],
  ] as const)('is told apart from one that cannot: %s in %s', (text, currency: Currency, minor) => {
    expect(readAmount(text, currency)).toBe(minor);
  });

  it('is never read a thousandfold wrong, however a number is written', () => {
    for (const currency of ['VND', 'EUR'] as const)
      for (let whole = 1; whole < 1_000_000; whole = whole * 3 + 1) {
        const digits = String(whole);
        const unit = currency === 'VND' ? 1 : 100;
        const pointed = digits.replaceAll(/\B(?=(?:\d{3})+$)/g, '.');
        expect([undefined, whole * unit]).toContain(readAmount(pointed, currency));
        expect(readAmount(digits.replaceAll(/\B(?=(?:\d{3})+$)/g, ','), currency)).toBe(whole * unit);
      }
  });

  it('is no count either', () => {
    expect(['105.000', '1.000', '105.0', '1000.000'].map(readCount)).toEqual([
      undefined,
      undefined,
      105,
      1000,
    ]);
  });
});

describe('a table whose amounts can be read both ways', () => {
  const indonesian = tiktok(amounts('IDR', '125.000', '18.750'), amounts('IDR', '950.000', '142.500'));

  it('is asked about, with the cells in question', async () => {
    const { questions, orders } = await readRows(indonesian);
    expect(orders).toEqual([]);
    expect(questions).toEqual([
      expect.objectContaining({ kind: 'decimals', examples: expect.arrayContaining(['125.000', '18.750']) }),
    ]);
  });

  it.each([
    [',', 12_500_000, 1_875_000],
    ['.', 12_500, 1875],
  ] as const)('is read as answered: %s before decimals', async (decimal, price, commission) => {
    const { questions } = await readRows(indonesian);
    const { orders, problems } = await readRows(indonesian, {
      [questions[0]!.id]: { kind: 'decimals', decimal },
    });
    expect(problems).toEqual([]);
    expect(orders[0]).toMatchObject({ price, base: price, commission, estimatedCommission: commission });
  });

  it('is asked about though its first rows show no mark', async () => {
    const plain = Array.from({ length: 3000 }, () => amounts('IDR', '500', '75'));
    const { questions } = await readRows(tiktok(...plain, amounts('IDR', '125.000', '18.750')));
    expect(questions).toMatchObject([{ kind: 'decimals' }]);
  });

  it.each([
    ['two decimals behind a comma', [['1.000', '1.000', '45,90']]],
    ['grouping twice', [['1.000', '1.234.567', '500']]],
    ['both marks', [['1.000', '1.234,56', '12']]],
  ] as const)('is decided by one cell: %s', async (_, money) => {
    const { orders, problems, questions } = await readRows(amazon(...money));
    expect([problems, questions]).toEqual([[], []]);
    expect(orders[0]).toMatchObject({ price: 100_000 });
  });

  it('is read with decimals where another cell shows three of them', async () => {
    const { orders, problems } = await readRows(amazon(['12.500', '12.500', '0.750']));
    expect(problems).toEqual([]);
    expect(orders[0]).toMatchObject({ price: 1250, commission: 75 });
  });

  it('refuses the cell, with the reason, where other cells have ordinary decimals', async () => {
    const { orders, problems } = await readRows(
      amazon(['12.50', '12.50', '0.90'], ['1.000', '12.50', '0.90']),
    );
    expect(orders).toHaveLength(1);
    expect(problems).toEqual([
      expect.objectContaining({ line: 3, column: 'Price(€)', text: '1.000', reason: 'ambiguous-number' }),
    ]);
  });

  it('refuses one currency’s cell where another currency’s rows show points', async () => {
    const { orders, problems } = await readRows(
      tiktok(amounts('USD', '12.50', '1.25'), amounts('IDR', '125.000', '18.750')),
    );
    expect(orders).toMatchObject([{ currency: 'USD', price: 1250 }]);
    expect(new Set(problems.map(({ reason }) => reason))).toEqual(new Set(['ambiguous-number']));
  });

  it('needs no question in a currency of three decimals', async () => {
    const { orders, questions } = await readRows(tiktok(amounts('KWD', '12.500', '1.875')));
    expect(questions).toEqual([]);
    expect(orders).toMatchObject([{ price: 12_500, commission: 1875 }]);
  });

  it('needs no question where commas group', async () => {
    const { orders, questions } = await readRows(tiktok(amounts('VND', '125,000', '18,750')));
    expect(questions).toEqual([]);
    expect(orders).toMatchObject([{ price: 125_000, commission: 18_750 }]);
  });
});

describe('an amount that no row can hold', () => {
  it('is refused with the reason, so that sums stay exact', async () => {
    const { orders, problems } = await readRows(
      amazon(['12.50', '99999999999.99', '0.90'], ['12.50', '100000000000.01', '0.90']),
    );
    expect(orders).toMatchObject([{ base: 9_999_999_999_999 }]);
    expect(problems).toEqual([
      expect.objectContaining({ line: 3, column: 'Revenue(€)', reason: 'amount-too-large' }),
    ]);
  });
});
