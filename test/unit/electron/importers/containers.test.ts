import { deflateRawSync, gzipSync, crc32 } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../../../electron/importers/read-table/read-tables.ts';
import { TableError } from '../../../../electron/importers/read-table/table.ts';
import { zipOf, type ZipEntry } from '../../../helpers/zip-of.ts';
import { fileOf } from './read-rows.ts';

const read = async (bytes: Uint8Array) => {
  const tables = [];
  for (const table of await readTables(fileOf(bytes))) {
    const rows = [];
    for await (const batch of table.rows()) rows.push(...batch.map(({ cells }) => cells));
    tables.push({ sheet: table.sheet, file: table.file, rows });
  }
  return tables;
};

const reasonOf = async (bytes: Uint8Array): Promise<string | undefined> =>
  read(bytes).then(
    () => undefined,
    (error: unknown) => (error instanceof TableError ? error.problem.reason : String(error)),
  );

const text = (content: string): Buffer => Buffer.from(content);
const csv = text('a,b\n1,2\n');

describe('containers', () => {
  it('reads every report of a ZIP, also one level down and with folders, and leaves out what is none', async () => {
    const inner = zipOf([{ name: 'c.csv', content: csv }]);
    const tables = await read(
      zipOf([
        { name: 'x/a.csv', content: csv },
        { name: 'x/', content: text('') },
        { name: '__MACOSX/x/._a.csv', content: text('junk') },
        { name: 'readme.pdf', content: text('%PDF') },
        { name: 'inner.zip', content: inner },
      ]),
    );
    expect(tables.map(({ file }) => file)).toEqual([
      'report.csv › x/a.csv',
      'report.csv › inner.zip › c.csv',
    ]);
    expect(tables[1]?.rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('reads a gzip and a gzip in a ZIP', async () => {
    expect((await read(gzipSync(csv)))[0]?.rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect((await read(zipOf([{ name: 'a.tsv.gz', content: gzipSync(csv) }])))[0]?.rows).toHaveLength(2);
  });

  it('reads a data feed of XML elements as a table', async () => {
    const xml =
      '<?xml version="1.0"?>\n<Data>\n<Items>\n<Item ASIN="B1" Title="Pan &amp; 27&quot; lid" Price="1"/>\n<Item Price="2" ASIN="B2" Title="x"/>\n</Items></Data>';
    expect((await read(text(xml)))[0]?.rows).toEqual([
      ['ASIN', 'Title', 'Price'],
      ['B1', 'Pan & 27" lid', '1'],
      ['B2', 'x', '2'],
    ]);
  });

  it.each([
    ['elements that never end', `<D>${'<Item '.repeat(30_000)}`],
    ['a name that never ends', `<D><Item ${'a'.repeat(60_000)}/></D>`],
  ])('gives up a feed of %s at once', async (_, feed) => {
    const started = performance.now();
    expect(await reasonOf(text(feed))).toBe('unknown-format');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('tells the line of every element of a feed, and reads one of a single line as quickly', async () => {
    const linesOf = async (xml: string) => {
      const [table] = await readTables(fileOf(text(xml)));
      const lines: number[] = [];
      for await (const batch of table!.rows()) lines.push(...batch.map(({ line }) => line));
      return lines;
    };
    expect(
      await linesOf('<?xml version="1.0"?>\n<D>\n<Item a="1"/>\n\n<Item a="2"/><Item\na="3"/></D>\n'),
    ).toEqual([3, 3, 5, 5]);
    const element = `<Item a="${'x'.repeat(1000)}"/>`;
    const started = performance.now();
    expect(await linesOf(`<D>${element.repeat(20_000)}</D>`)).toHaveLength(20_001);
    expect(performance.now() - started).toBeLessThan(5000);
  }, 60_000);

  it('reads all sheets of a workbook: shared and inline strings, numbers, days, with a sheet’s own name', async () => {
    const rows = [
      ['id', 'n', 'd'],
      ['7568012345678901234', 12.5, new Date('2026-03-04T00:00:00Z')],
    ];
    for (const stringMode of ['shared', 'inline'] as const) {
      const bytes = await writeXlsx({
        sheets: [
          { name: 'A & B', columns: [{}, {}, { numFmt: 'yyyy-mm-dd' }], rows },
          { name: 'Second', rows: [['x']] },
        ],
        stringMode,
      });
      expect(await read(bytes)).toEqual([
        {
          sheet: 'A & B',
          file: 'report.csv',
          rows: [
            ['id', 'n', 'd'],
            ['7568012345678901234', '12.5', '2026-03-04'],
          ],
        },
        { sheet: 'Second', file: 'report.csv', rows: [['x']] },
      ]);
    }
  });
});

const nest = (bytes: Buffer): Buffer => zipOf([{ name: 'z.zip', content: bytes }]);

describe('archives that lie or explode', () => {
  const plain: ZipEntry = { name: 'a.csv', content: csv };

  it('refuses an entry whose checksum, size or compressed data was changed', async () => {
    expect(await reasonOf(zipOf([{ ...plain, crc: crc32(csv) ^ 1 }]))).toBe('damaged-archive');
    expect(await reasonOf(zipOf([{ ...plain, size: 5 }]))).toBe('damaged-archive');
    expect(await reasonOf(zipOf([{ ...plain, size: 9 }]))).toBe('damaged-archive');
    expect(await reasonOf(zipOf([{ ...plain, deflated: deflateRawSync(text('a,b\n9,2\n')) }]))).toBe(
      'damaged-archive',
    );
  });

  it('refuses locked entries, names outside the archive, and two entries of one name', async () => {
    expect(await reasonOf(zipOf([{ ...plain, flags: 1 }]))).toBe('encrypted');
    expect(await reasonOf(zipOf([{ ...plain, name: '../a.csv' }]))).toBe('damaged-archive');
    expect(await reasonOf(zipOf([plain, plain]))).toBe('damaged-archive');
  });

  it('refuses bombs by the directory, by what they really inflate to, by count and by depth', async () => {
    const zeros = Buffer.alloc(32 << 20);
    expect(await reasonOf(zipOf([{ name: 'a.csv', content: zeros }]))).toBe('archive-too-large');
    expect(await reasonOf(zipOf([{ name: 'a.csv', content: zeros, size: 1000 }]))).toBe('damaged-archive');
    expect(await reasonOf(gzipSync(zeros))).toBe('archive-too-large');
    const many = Array.from({ length: 2001 }, (_, index) => ({ name: `${index}.csv`, content: csv }));
    expect(await reasonOf(zipOf(many))).toBe('archive-too-large');
    expect(await reasonOf(nest(nest(nest(zipOf([plain])))))).toBe('archive-too-large');
  });

  it('refuses document types in workbooks and feeds', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>';
    expect(await reasonOf(zipOf([{ name: 'xl/workbook.xml', content: text(bomb) }]))).toBe('unreadable-file');
    expect(await reasonOf(text('<?xml version="1.0"?><!DOCTYPE x><Item a="1"/>'))).toBe('unreadable-file');
  });

  it('refuses old Excel files, locked workbooks and empty ZIPs with a reason', async () => {
    const ole = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
    ]);
    expect(await reasonOf(ole)).toBe('unknown-format');
    expect(await reasonOf(zipOf([]))).toBe('unknown-format');
  });
});
