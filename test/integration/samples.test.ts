import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../electron/importers/read-table/read-tables.ts';
import { makeSamples } from '../samples/generate.ts';
import { fileOf } from '../unit/electron/importers/read-rows.ts';
import { openLibrary } from './library.ts';

const shipped = (name: string): Promise<Buffer> =>
  readFile(new URL(`../../resources/samples/${name}`, import.meta.url));

const cellsOf = async (bytes: Uint8Array): Promise<unknown> => {
  const tables = [];
  for (const table of await readTables(fileOf(bytes))) {
    const rows = [];
    for await (const batch of table.rows()) rows.push(...batch.map(({ cells }) => cells));
    tables.push([table.sheet, rows]);
  }
  return tables;
};

describe('the shipped sample reports', () => {
  it('are what the seeded generator writes', async () => {
    for (const [name, bytes] of await makeSamples()) {
      const file = await shipped(name);
      expect(file.length).toBeLessThan(1_000_000);
      if (name.endsWith('.csv')) expect(file.equals(bytes)).toBe(true);
      else expect(await cellsOf(file)).toEqual(await cellsOf(bytes));
    }
  });

  it('tell of a believable year: both programs, returns, pending weeks, ineligible rows and a season', async () => {
    const library = openLibrary();
    for (const name of ['hearth-and-pan-Fee-Earnings.xlsx', 'hearth-and-pan-affiliate_orders.xlsx'])
      await library.take(library.write(name, await shipped(name)));
    const orders = [...library.imports.orders()];
    const count = (matches: (order: (typeof orders)[number]) => boolean): number =>
      orders.filter(matches).length;
    const { months } = library.imports.history();
    await library.close();
    expect(count(({ measure, program }) => measure === 'earned' && program === 'amazon')).toBeGreaterThan(
      1400,
    );
    expect(count(({ program }) => program === 'tiktok-shop')).toBe(1500);
    for (const status of ['settled', 'pending', 'returned', 'ineligible', 'frozen'] as const)
      expect(count(order => order.status === status)).toBeGreaterThan(3);
    expect(count(({ stream }) => stream === 'onsite')).toBeGreaterThan(10);
    expect(new Set(orders.flatMap(({ category }) => category ?? [])).size).toBeGreaterThan(15);
    const pendingDays = orders
      .filter(({ status }) => status === 'pending')
      .map(({ orderedOn }) => orderedOn!);
    expect(pendingDays.every(on => on >= '2026-09-25')).toBe(true);
    const amazonBase = (month: string): number =>
      months.find(entry => entry.month === month && entry.program === 'amazon')!.base;
    expect(amazonBase('2025-12')).toBeGreaterThan(1.3 * amazonBase('2026-01'));
  });

  it('carry content ids whose top 32 bits are a second before the order', async () => {
    const library = openLibrary();
    const name = 'hearth-and-pan-affiliate_orders.xlsx';
    await library.take(library.write(name, await shipped(name)));
    for (const { contentId, orderedOn } of library.imports.orders()) {
      const posted = new Date(Number(BigInt(contentId!) >> 32n) * 1000).toISOString().slice(0, 10);
      expect(posted <= orderedOn!).toBe(true);
      expect(posted >= '2025-09-01').toBe(true);
    }
    await library.close();
  });
});
