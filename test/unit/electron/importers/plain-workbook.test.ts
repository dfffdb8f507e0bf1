import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { streamXlsxRows, writeXlsx, type CellValue as WrittenValue } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { cellText, type CellValue } from '../../../../electron/importers/read-table/cell-text.ts';
import { NotPlain, readPlainSheet } from '../../../../electron/importers/read-table/plain-workbook.ts';
import { createRandom } from '../../../samples/random.ts';
import { workbookOf, type WorkbookStyle } from '../../../trust/hostile/workbook-of.ts';
import { zipOf } from '../../../helpers/zip-of.ts';

type Rows = readonly (readonly [line: number, cells: readonly string[]])[];

const trimmed = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex(cell => cell !== '') + 1);

/** What a reader of the whole format finds. */
const wholly = async (bytes: Buffer, sheet = 0): Promise<Rows> => {
  const rows: (readonly [number, readonly string[]])[] = [];
  for await (const { index, values } of streamXlsxRows(bytes, { sheet }))
    rows.push([index + 1, trimmed(values.map(value => cellText(value as CellValue)))]);
  return rows;
};

/** What the plain reader finds, and whether it came to the end. */
const plainly = async (bytes: Buffer, sheet = 0): Promise<{ rows: Rows; isWhole: boolean }> => {
  const rows: (readonly [number, readonly string[]])[] = [];
  try {
    for await (const batch of readPlainSheet('x', bytes, sheet))
      rows.push(...batch.map(({ line, cells }) => [line, trimmed(cells)] as const));
    return { rows, isWhole: true };
  } catch (error) {
    if (error instanceof NotPlain) return { rows, isWhole: false };
    throw error;
  }
};

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`;

/** A workbook of one sheet with these rows, and further parts of `xl/`. */
const workbookWith = (rows: string, parts: Readonly<Record<string, string>> = {}): Buffer =>
  zipOf(
    Object.entries({
      'workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
      '_rels/workbook.xml.rels': [
        relation('r1', 'worksheet', 'worksheets/sheet1.xml'),
        ...('styles.xml' in parts ? [relation('r2', 'styles', 'styles.xml')] : []),
        ...('sharedStrings.xml' in parts ? [relation('r3', 'sharedStrings', 'sharedStrings.xml')] : []),
      ].join(''),
      'worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      ...parts,
    }).map(([name, text]) => ({ name: `xl/${name}`, content: Buffer.from(text, 'latin1') })),
  );

const samples = join(import.meta.dirname, '../../../../resources/samples');

describe('the reader of plain workbooks', () => {
  it('finds what a reader of the whole format finds, to the end, in the shipped workbooks', async () => {
    const names = readdirSync(samples).filter(name => name.endsWith('.xlsx'));
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      const bytes = readFileSync(join(samples, name));
      expect(await plainly(bytes)).toEqual({ rows: await wholly(bytes), isWhole: true });
    }
  });

  it('finds the same in 60 made-up workbooks of every kind of cell', async () => {
    const random = createRandom(12);
    const values: readonly (() => WrittenValue)[] = [
      () => null,
      () => '',
      () => ' 27" <monitor> & "more"\n€ 😀 ',
      () => 'tail ',
      () => random.between(-1000, 1000),
      () => random.between(-100_000, 100_000) / 1000,
      () => random.uniform() * 1e18,
      () => random.uniform() / 1e6,
      () => random.chance(0.5),
      () => new Date(Date.UTC(2020, random.between(0, 30), random.between(1, 28), random.between(0, 23))),
    ];
    let ended = 0;
    for (let trial = 0; trial < 60; trial += 1) {
      const rows = Array.from({ length: random.between(1, 40) }, () =>
        Array.from({ length: random.between(1, 30) }, () => values[random.between(0, values.length - 1)]!()),
      );
      const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows }] }));
      const whole = await wholly(bytes);
      const { rows: found, isWhole } = await plainly(bytes);
      expect(found).toEqual(whole.slice(0, found.length));
      if (!isWhole) continue;
      ended += 1;
      expect(found).toHaveLength(whole.length);
    }
    expect(ended).toBeGreaterThan(20);
  });

  const table = [
    ['Name', 'Day', 'Price'],
    ...Array.from({ length: 50 }, (_, row) => [`Pan ${row} & lid`, '2024-03-05', '12.50']),
  ];
  const styles: Readonly<Record<string, WorkbookStyle>> = {
    'shared strings': { strings: 'shared' },
    'inline strings': { strings: 'inline' },
    'plain strings': { strings: 'plain' },
    'rich text': { strings: 'rich' },
    'no references': { references: false },
    'Strict OOXML': { strict: true },
    'a prefix': { prefix: 'x:' },
    'days since 1904': { date1904: true, serials: [1] },
    'days as serials': { serials: [1] },
    numbers: { numeric: [2] },
    'blank rows': { blankRows: true },
    'a wrong dimension': { dimension: 'A1:A1' },
  };

  it.each(Object.entries(styles))('never finds anything else: %s', async (_, style) => {
    const bytes = workbookOf(table, style);
    const whole = await wholly(bytes);
    const { rows, isWhole } = await plainly(bytes);
    expect(rows).toEqual(isWhole ? whole : whole.slice(0, rows.length));
  });

  it('leaves days since 1904, rich text, prefixes and formulas to the other', async () => {
    for (const name of ['days since 1904', 'rich text', 'a prefix', 'no references'])
      expect((await plainly(workbookOf(table, styles[name]))).isWhole, name).toBe(false);
    const bytes = workbookWith('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>');
    expect(await plainly(bytes)).toEqual({ rows: [], isWhole: false });
  });

  it.each<[string, string, Readonly<Record<string, string>>]>([
    [
      'formats of which one is empty, so that later ones are not taken for their neighbours',
      '<row r="1"><c r="A1" s="1"><v>45000</v></c></row>',
      {
        'styles.xml':
          '<styleSheet><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="1"/></cellXfs></styleSheet>',
      },
    ],
    [
      'a shared string without a number',
      '<row r="1"><c r="A1" t="s"><v></v></c></row>',
      { 'sharedStrings.xml': '<sst><si><t>Total</t></si></sst>' },
    ],
    [
      'an encoding in single quotes',
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      {
        'sharedStrings.xml':
          "<?xml version='1.0' encoding='ISO-8859-1'?><sst><si><t>Caf\u00e9</t></si></sst>",
      },
    ],
  ])('leaves to the other: %s', async (_, rows, parts) => {
    expect(await plainly(workbookWith(rows, parts))).toEqual({ rows: [], isWhole: false });
  });
});
