import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { zipOf, type ZipEntry } from '../../helpers/zip-of.ts';
import { amazonHeader, amazonTable, textOf, utf8, type Fate, type HostileFile } from './base.ts';
import { workbookOf, workbookParts, type WorkbookStyle } from './workbook-of.ts';

const file = (name: string, bytes: Uint8Array, fate: Fate, reason?: string): HostileFile => ({
  name,
  bytes,
  fate,
  base: 'amazon',
  ...(reason === undefined ? {} : { reason }),
});

const csv = utf8(textOf(amazonTable));
const plain: ZipEntry = { name: '1790000000000-Report-CSV.csv', content: csv };
const numeric = ['Price($)', 'Items Shipped', 'Returns', 'Revenue($)', 'Ad Fees($)'].map(name =>
  amazonHeader.indexOf(name),
);
const shipped = [amazonHeader.indexOf('Date Shipped')];

const zips = (): readonly HostileFile[] => {
  const zeros = Buffer.alloc(40 << 20);
  const bomb = zipOf([{ name: 'a.csv', content: zeros }]);
  return [
    file('a ZIP', zipOf([plain]), 'same'),
    file('a ZIP without compression', zipOf([{ ...plain, stored: true }]), 'same'),
    file('a ZIP in folders', zipOf([{ ...plain, name: 'a/b/c/report.csv' }]), 'same'),
    file('a ZIP in a ZIP', zipOf([{ name: 'inner.zip', content: zipOf([plain]) }]), 'same'),
    file(
      'a ZIP with a Mac’s litter',
      zipOf([
        plain,
        { name: '__MACOSX/._report.csv', content: utf8('junk') },
        { name: '.DS_Store', content: utf8('x') },
      ]),
      'same',
    ),
    file('a ZIP with a read-me', zipOf([plain, { name: 'read me.pdf', content: utf8('%PDF-1.7') }]), 'same'),
    file('a ZIP with the report twice', zipOf([plain, { ...plain, name: 'copy.csv' }]), 'same'),
    file(
      'a ZIP before which something stands',
      Buffer.concat([utf8('MZ self-extracting'), zipOf([plain])]),
      'reject',
    ),
    file('a ZIP after which something stands', Buffer.concat([zipOf([plain]), Buffer.alloc(40)]), 'reject'),
    file('a gzip', gzipSync(csv), 'same'),
    file('a gzip in a gzip', gzipSync(gzipSync(csv)), 'same'),
    file('a wrong checksum', zipOf([{ ...plain, crc: crc32(csv) ^ 0xff }]), 'reject', 'damaged-archive'),
    file('a size too small', zipOf([{ ...plain, size: csv.length - 10 }]), 'reject', 'damaged-archive'),
    file('a size too large', zipOf([{ ...plain, size: csv.length + 10 }]), 'reject', 'damaged-archive'),
    file(
      'amounts changed behind the checksum',
      zipOf([
        {
          ...plain,
          deflated: deflateRawSync(Buffer.from(Buffer.from(csv).toString().replace('1234.50', '9234.50'))),
        },
      ]),
      'reject',
      'damaged-archive',
    ),
    file('a locked entry', zipOf([{ ...plain, flags: 1 }]), 'reject', 'encrypted'),
    ...['../report.csv', '../../etc/passwd', '/etc/passwd', 'C:/report.csv', 'a/../../b.csv'].map(name =>
      file(`an entry called ${name}`, zipOf([{ ...plain, name }]), 'reject', 'damaged-archive'),
    ),
    file('two entries of one name', zipOf([plain, plain]), 'reject', 'damaged-archive'),
    file('a bomb', bomb, 'reject', 'archive-too-large'),
    file('a bomb in a ZIP', zipOf([{ name: 'z.zip', content: bomb }]), 'reject', 'archive-too-large'),
    file(
      'a bomb that calls itself small',
      zipOf([{ name: 'a.csv', content: zeros, size: 5000 }]),
      'reject',
      'damaged-archive',
    ),
    file('a bomb as gzip', gzipSync(zeros), 'reject', 'archive-too-large'),
    file(
      '3,000 entries',
      zipOf(Array.from({ length: 3000 }, (_, index) => ({ name: `${index}.csv`, content: csv }))),
      'reject',
      'archive-too-large',
    ),
    file(
      'four ZIPs in one another',
      zipOf([
        {
          name: 'a.zip',
          content: zipOf([{ name: 'b.zip', content: zipOf([{ name: 'c.zip', content: zipOf([plain]) }]) }]),
        },
      ]),
      'reject',
    ),
    file('an empty ZIP', zipOf([]), 'reject'),
    ...[10, 200, 400].map(cut =>
      file(`a ZIP broken off ${cut} bytes before its end`, zipOf([plain]).subarray(0, -cut), 'reject'),
    ),
  ];
};

const workbook = (name: string, style: WorkbookStyle, fate: Fate = 'same', reason?: string): HostileFile =>
  file(`a workbook ${name}`, workbookOf(amazonTable, style), fate, reason);

const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY ${String.fromCodePoint(98 + index)} "${`&${String.fromCodePoint(97 + index)};`.repeat(10)}">`).join('')}]>\n`;

const replacePart = (name: string, change: (xml: string) => string): Buffer =>
  zipOf(
    workbookParts(amazonTable).map(part =>
      part.name === name ? { ...part, content: utf8(change(Buffer.from(part.content).toString())) } : part,
    ),
  );

const workbooks = (): readonly HostileFile[] => [
  workbook('of shared strings', {}),
  workbook('of inline strings', { strings: 'inline' }),
  workbook('of plain strings', { strings: 'plain' }),
  workbook('of rich strings', { strings: 'rich' }),
  workbook('with numbers as numbers', { numeric }),
  workbook('with days as serials', { serials: shipped, numeric }),
  workbook('with days of 1904', { serials: shipped, date1904: true }),
  workbook('without a dimension', { dimension: null }),
  workbook('whose dimension is one cell', { dimension: 'A1' }),
  workbook('whose dimension is huge', { dimension: 'A1:XFD1048576' }),
  workbook('whose dimension is nonsense', { dimension: 'hello' }),
  workbook('without references', { references: false }),
  workbook('in Strict OOXML', { strict: true }),
  workbook('in Strict OOXML with days as serials', { strict: true, serials: shipped }),
  workbook('with a prefix', { prefix: 'x' }),
  workbook('with blank rows between', { blankRows: true }),
  workbook(
    'with an empty sheet first',
    {
      sheets: [
        ['Notes', [[]]],
        ['Fee-Earnings', amazonTable],
      ],
    },
    'part',
  ),
  workbook('with a hidden copy', {
    sheets: [
      ['Fee-Earnings', amazonTable],
      ['Copy', amazonTable, 'hidden'],
    ],
  }),
  workbook('with a title row', {
    sheets: [['Fee-Earnings', [['Fee-Earnings reports from 12-01-2019 to 12-20-2019'], ...amazonTable]]],
  }),
  workbook('with a sheet called <script>', { sheets: [['<script>"&', amazonTable]] }),
  workbook('with pictures', { extra: [{ name: 'xl/media/image1.png', content: Buffer.alloc(5000, 7) }] }),
  workbook('with a billion laughs', { prolog: laughs }, 'reject', 'unreadable-file'),
  workbook(
    'with a document type',
    { prolog: '<!DOCTYPE x SYSTEM "file:///etc/passwd">\n' },
    'reject',
    'unreadable-file',
  ),
  workbook(
    'with two parts of one name',
    { extra: [{ name: 'xl/workbook.xml', content: utf8('<x/>') }] },
    'reject',
    'damaged-archive',
  ),
  workbook(
    'with a bomb beside',
    { extra: [{ name: 'xl/media/a.bin', content: Buffer.alloc(40 << 20) }] },
    'reject',
    'archive-too-large',
  ),
  file(
    'a workbook whose sheet is cut',
    replacePart('xl/worksheets/sheet1.xml', xml => xml.slice(0, xml.length / 2)),
    'reject',
  ),
  file(
    'a workbook whose sheet is missing',
    zipOf(workbookParts(amazonTable).filter(({ name }) => !name.includes('sheet1'))),
    'reject',
  ),
  file(
    'a workbook whose strings are missing',
    zipOf(workbookParts(amazonTable).filter(({ name }) => !name.includes('sharedStrings'))),
    'reject',
  ),
  file(
    'a workbook whose string numbers point nowhere',
    replacePart('xl/worksheets/sheet1.xml', xml => xml.replaceAll('t="s"><v>', 't="s"><v>9')),
    'reject',
  ),
  file('a workbook broken off', workbookOf(amazonTable).subarray(0, 2000), 'reject'),
  file(
    'a workbook with an error for an amount',
    replacePart('xl/sharedStrings.xml', xml => xml.replace('>0.75<', '>#REF!<')),
    'part',
  ),
];

/** Hostile archives and workbooks. */
export const hostileArchives = (): readonly HostileFile[] => [...zips(), ...workbooks()];
