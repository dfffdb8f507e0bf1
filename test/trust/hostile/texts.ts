import {
  amazonHeader,
  amazonRows,
  amazonTable,
  textOf,
  utf8,
  withCell,
  withColumn,
  type Fate,
  type HostileFile,
  type Table,
} from './base.ts';

type Part = Omit<HostileFile, 'base' | 'bytes'> & { readonly text: string | Uint8Array };

const amazon = ({ text, ...rest }: Part): HostileFile => ({
  ...rest,
  base: 'amazon',
  bytes: typeof text === 'string' ? utf8(text) : text,
});

const swapped = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

/** Windows-1252 of the base report's letters. */
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const encodings: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['UTF-8', utf8],
  ['UTF-8 with a mark', text => utf8(`\u{feff}${text}`)],
  ['UTF-16LE with a mark', text => Buffer.from(`\u{feff}${text}`, 'utf16le')],
  ['UTF-16LE', text => Buffer.from(text, 'utf16le')],
  ['UTF-16BE with a mark', text => swapped(`\u{feff}${text}`)],
  ['UTF-16BE', swapped],
  ['Windows-1252', latin],
];

const lineEnds: readonly (readonly [string, string])[] = [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
];

const encoded = (): readonly HostileFile[] =>
  encodings.flatMap(([encoding, encode]) =>
    lineEnds.map(([end, ends]) =>
      amazon({ name: `${encoding}, ${end}`, text: encode(textOf(amazonTable, ',', ends)), fate: 'same' }),
    ),
  );

/** Shift-JIS, which Node reads but does not write: a few kana, byte by byte, as the name of every product. */
const japanese = (end: string): Uint8Array => {
  const kana = Buffer.from([0x83, 0x4a, 0x83, 0x74, 0x83, 0x46, 0x82, 0xcc, 0x82, 0xc8, 0x82, 0xd7]);
  const parts = textOf(
    withColumn('Name', () => 'KANA'),
    ',',
    end,
  ).split('KANA');
  return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [latin(part)] : [kana, latin(part)])));
};

const mixedEnds = (text: string): string =>
  text
    .split('\n')
    .map((line, index, lines) =>
      index === lines.length - 1 ? line : line + ['\n', '\r\n', '\r'][index % 3]!,
    )
    .join('');

const largest = '100000000000.00';

const otherwise = (): readonly HostileFile[] => [
  amazon({ name: 'Shift-JIS, LF', text: japanese('\n'), fate: 'same', loose: true }),
  amazon({ name: 'Shift-JIS, CRLF', text: japanese('\r\n'), fate: 'same', loose: true }),
  amazon({ name: 'three kinds of line ends', text: mixedEnds(textOf(amazonTable)), fate: 'same' }),
  amazon({
    name: 'a mark in the middle',
    text: textOf(amazonTable).replace('\n', '\n\u{feff}'),
    fate: 'same',
    loose: true,
  }),
  amazon({
    name: 'quotes escaped with a backslash',
    text: textOf(amazonTable).replaceAll(
      '"Lodge Skillet, 10.25 inch"',
      String.raw`"Lodge \"Skillet\", 10.25 inch"`,
    ),
    fate: 'same',
    loose: true,
  }),
  amazon({
    name: 'a description of every column below the header',
    text: textOf([amazonHeader, amazonHeader.map(name => `What ${name} means`), ...amazonRows]),
    fate: 'part',
    refused: 1,
  }),
  amazon({
    name: 'amounts that no number adds up',
    text: textOf([
      amazonHeader,
      ...Array.from({ length: 901 }, (_, row) =>
        amazonRows[0]!.with(1, `Pan ${row}`).with(amazonHeader.indexOf('Revenue($)'), largest),
      ),
    ]),
    fate: 'reject',
    reason: 'sum-too-large',
  }),
];

const delimited = (): readonly HostileFile[] =>
  ([',', ';', '\t', '|'] as const).flatMap(delimiter =>
    ([false, true] as const).flatMap(quoteAll => [
      amazon({
        name: `delimiter ${JSON.stringify(delimiter)}, all quoted: ${quoteAll}`,
        text: textOf(amazonTable, delimiter, '\n', quoteAll),
        fate: 'same',
      }),
      amazon({
        name: `the same without a last line end (${JSON.stringify(delimiter)}, ${quoteAll})`,
        text: textOf(amazonTable, delimiter, '\n', quoteAll).trimEnd(),
        fate: 'same',
      }),
    ]),
  );

const title = 'Fee-Earnings reports from 12-01-2019 to 12-20-2019';

const surrounded = (): readonly HostileFile[] => {
  const text = textOf(amazonTable);
  const body = textOf(amazonRows);
  const above: readonly (readonly [string, string, Fate])[] = [
    ['a title', `${title}\n`, 'same'],
    ['a title with as many delimiters', `${title}${','.repeat(11)}\n`, 'same'],
    ['blank lines', '\n\n\n', 'same'],
    ['a banner of six lines', 'a\nb\nc\nd\ne\nf\n', 'same'],
    ['a quoted description with a line break', '"All amounts\nin dollars"\n', 'same'],
    ['a hundred lines', 'x\n'.repeat(100), 'reject'],
  ];
  return [
    ...above.map(([name, head, fate]) =>
      amazon({ name: `${name} above the header`, text: head + text, fate }),
    ),
    amazon({ name: 'blank lines between rows', text: text.replaceAll('\n', '\n\n'), fate: 'same' }),
    amazon({
      name: 'blank rows of delimiters below',
      text: `${text}${','.repeat(11)}\n`,
      fate: 'part',
      refused: 1,
    }),
    amazon({ name: 'a line of sums below', text: `${text}Total,,,,,,,5,1,1293.48,57.33,\n`, fate: 'same' }),
    amazon({ name: 'an empty column at the right', text: text.replaceAll('\n', ',\n'), fate: 'same' }),
    amazon({
      name: 'spaces around every cell',
      text: textOf(amazonTable.map(row => row.map(cell => ` ${cell} `))),
      fate: 'same',
    }),
    amazon({ name: 'no header', text: body, fate: 'reject' }),
    amazon({
      name: 'only a header',
      text: textOf([amazonHeader]),
      fate: 'reject',
      reason: 'header-without-rows',
    }),
    amazon({ name: 'the header twice', text: `${textOf([amazonHeader])}${text}`, fate: 'part', refused: 1 }),
  ];
};

const headers = (): readonly HostileFile[] => {
  const rename = (rewrite: (name: string) => string): string =>
    textOf([amazonHeader.map(rewrite), ...amazonRows]);
  const extra = (name: string): string =>
    textOf(amazonTable.map((row, index) => [...row, index === 0 ? name : 'x']));
  const cut = (name: string): string => (name === 'Device Type Group' ? 'Device Type ' : name);
  return [
    amazon({ name: 'upper-case names', text: rename(name => name.toUpperCase()), fate: 'same' }),
    amazon({ name: 'lower-case names', text: rename(name => name.toLowerCase()), fate: 'same' }),
    amazon({ name: 'names with tabs', text: rename(name => `\t${name}\t`), fate: 'same' }),
    amazon({
      name: 'names with double blanks',
      text: rename(name => name.replaceAll(' ', '  ')),
      fate: 'same',
    }),
    amazon({
      name: 'names with hard blanks',
      text: rename(name => name.replaceAll(' ', '\u{a0}')),
      fate: 'same',
    }),
    amazon({
      name: 'names in full-width letters',
      text: rename(name => name.replace('Name', 'Ｎａｍｅ')),
      fate: 'same',
    }),
    amazon({ name: 'names with zero-width blanks', text: rename(name => `\u{200b}${name}`), fate: 'same' }),
    amazon({
      name: 'names in brackets with blanks',
      text: rename(name => name.replace('($)', ' ( $ )')),
      fate: 'same',
    }),
    amazon({ name: 'names cut by Excel', text: rename(cut), fate: 'same' }),
    amazon({
      name: 'columns in another order',
      text: textOf(amazonTable.map(row => row.toReversed())),
      fate: 'same',
    }),
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', ''].map(name =>
      amazon({ name: `an extra column called "${name}"`, text: extra(name), fate: 'same' }),
    ),
    ...['Ad Fees($)', 'Returns', 'Date Shipped', 'ASIN'].map(name =>
      amazon({
        name: `the column ${name} twice`,
        text: extra(name),
        fate: 'reject',
        reason: 'duplicate-column',
      }),
    ),
    ...['ASIN', 'Date Shipped', 'Returns', 'Revenue($)', 'Ad Fees($)'].map(name =>
      amazon({
        name: `without the column ${name}`,
        text: rename(one => (one === name ? 'Nothing' : one)),
        fate: 'reject',
        reason: 'missing-column',
      }),
    ),
    amazon({
      name: 'no currency in the header',
      text: rename(name => name.replace('($)', '')),
      fate: 'ask',
      answer: { kind: 'currency', currency: 'USD' },
    }),
  ];
};

const american = (iso: string): string =>
  `${Number(iso.slice(5, 7))}/${Number(iso.slice(8))}/${iso.slice(0, 4)}`;
const dayFirst = (iso: string): string => `${iso.slice(8)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;

const days = (): readonly HostileFile[] => {
  const written: readonly (readonly [string, (iso: string) => string])[] = [
    ['with midnight', iso => `${iso} 00:00:00`],
    ['with T and Z', iso => `${iso}T00:00:00Z`],
    ['with milliseconds', iso => `${iso} 00:00:00.000`],
    ['month first, one decisive', american],
    ['month first with dashes', iso => american(iso).replaceAll('/', '-')],
    ['day first with points', dayFirst],
    ['day first with slashes', iso => dayFirst(iso).replaceAll('.', '/')],
    ['two-digit years', iso => american(iso).replace('/2019', '/19')],
    ['month names', iso => `December ${iso.slice(8)}, 2019`],
    ['short month names', iso => `${iso.slice(8)} Dec 2019`],
  ];
  const wrong = [
    '2019-02-29',
    '2019-13-01',
    '2019-00-10',
    '31.12',
    'yesterday',
    '43818',
    '2019',
    '0000-00-00',
    '2019-12-14 25:00:00',
    '99999-12-14',
  ];
  const doubtful = withColumn('Date Shipped', (_, row) => `${row + 1}/12/2019`);
  return [
    ...written.map(([name, write]) =>
      amazon({ name: `days ${name}`, text: textOf(withColumn('Date Shipped', write)), fate: 'same' }),
    ),
    ...wrong.map(text =>
      amazon({
        name: `the day ${text}`,
        text: textOf(withCell('Date Shipped', text)),
        fate: 'part',
        refused: 1,
      }),
    ),
    amazon({
      name: 'days that can be read both ways',
      text: textOf(doubtful),
      fate: 'ask',
      loose: true,
      answer: { kind: 'day-order', order: 'day-first' },
    }),
  ];
};

const group = (plain: string): string => plain.replaceAll(/\B(?=(?:\d{3})+\.)/g, ',');

const numbers = (): readonly HostileFile[] => {
  const money = new Set(['Price($)', 'Revenue($)', 'Ad Fees($)']);
  const rewritten = (write: (plain: string) => string): Table =>
    amazonTable.map((row, index) =>
      index === 0 ? row : row.map((cell, at) => (money.has(amazonHeader[at]!) ? write(cell) : cell)),
    );
  const unsigned = (plain: string): string => plain.replace('-', '');
  const signed =
    (write: (plain: string) => string) =>
    (plain: string): string =>
      plain.startsWith('-') ? write(unsigned(plain)) : plain;
  const written: readonly (readonly [string, (plain: string) => string])[] = [
    ['grouped', group],
    ['with a dollar sign', plain => (plain.startsWith('-') ? `-$${unsigned(plain)}` : `$${plain}`)],
    ['with the dollar sign before the minus', plain => `$${plain}`],
    ['negative in brackets', signed(plain => `(${plain})`)],
    ['negative in brackets with a dollar sign', signed(plain => `($${group(plain)})`)],
    ['with a typographic minus', signed(plain => `\u{2212}${plain}`)],
    ['with the minus behind', signed(plain => `${plain}-`)],
    ['with a plus', plain => (plain.startsWith('-') ? plain : `+${plain}`)],
    ['with hard blanks', plain => `\u{a0}${plain}\u{a0}`],
    ['with the currency behind', plain => `${plain} USD`],
    ['with the currency before', plain => `USD ${plain}`],
    [
      'in full-width digits',
      plain => plain.replaceAll(/\d/g, digit => String.fromCodePoint(0xff10 + Number(digit))),
    ],
    ['with more zeros', plain => `${plain}00`],
    ['with three decimals', plain => `${plain}0`],
    ['Indian grouping', group],
  ];
  const comma = rewritten(plain => plain.replace('.', ','));
  const european = rewritten(plain => group(plain).replaceAll(/[.,]/g, mark => (mark === '.' ? ',' : '.')));
  const wrong = [
    'ten',
    '1e3',
    'NaN',
    'Infinity',
    '0x10',
    '1.2.3',
    '--5',
    '1,23,4',
    '12,34',
    '1.999',
    '125.000',
    '10000000000000.00',
    '#REF!',
    '=1+1',
    '9007199254740993',
    '1 2 3 x',
    '5-5',
    '-',
  ];
  return [
    ...written.map(([name, write]) =>
      amazon({ name: `money ${name}`, text: textOf(rewritten(write)), fate: 'same' }),
    ),
    amazon({ name: 'decimal commas', text: textOf(comma, ';'), fate: 'same' }),
    amazon({ name: 'decimal commas and grouping points', text: textOf(european, ';'), fate: 'same' }),
    amazon({ name: 'decimal commas in quotes', text: textOf(european, ','), fate: 'same' }),
    amazon({
      name: 'counts with a decimal',
      text: textOf(withColumn('Items Shipped', cell => `${cell}.0`)),
      fate: 'same',
    }),
    ...wrong.map(text =>
      amazon({
        name: `the fee ${text}`,
        text: textOf(withCell('Ad Fees($)', text), ',', '\n', true),
        fate: 'part',
        refused: 1,
      }),
    ),
    ...['1.5', 'two', '', '-'].map(text =>
      amazon({
        name: `the count "${text}"`,
        text: textOf(withCell('Items Shipped', text)),
        fate: 'part',
        refused: 1,
      }),
    ),
  ];
};

const quotes = (): readonly HostileFile[] => {
  const names: readonly (readonly [string, string])[] = [
    ['27" monitor', '27" monitor'],
    ['27" monitor, black', '27" monitor, black'],
    ['"Gourmet" pan', '"Gourmet" pan'],
    ['"Gourmet" pan, 10 inch', '"Gourmet" pan, 10 inch'],
    ['pan "Gourmet"', 'pan "Gourmet"'],
    ['pan, "Gourmet", 10"', 'pan, "Gourmet", 10"'],
    ['5" x 7" frame, 2" deep', '5" x 7" frame, 2" deep'],
    ['"', '"'],
    ['""', '""'],
  ];
  const raw = (name: string): string =>
    [
      amazonHeader,
      ...amazonRows.map((row, index) => (index === 1 ? row.with(1, name) : row.with(1, `"${row[1]!}"`))),
    ]
      .map(row => row.join(','))
      .join('\n');
  return names.map(([name]) =>
    amazon({ name: `the raw name ${name}`, text: raw(name), fate: 'same', loose: true }),
  );
};

const cells = (): readonly HostileFile[] => {
  const names: readonly (readonly [string, string])[] = [
    ['a name of 200,000 letters', 'x'.repeat(200_000)],
    ['a name with a line break', 'two\nlines'],
    ['a name like a formula', '=HYPERLINK("http://x","y")'],
    ['a name like a prototype', '__proto__'],
    ['a name of control characters', 'a\u{1}\u{2}\u{7f}b'],
    ['a name of right-to-left marks', '\u{202e}abc\u{202c}'],
    ['a name of lone surrogates and emoji', '👩‍🍳 pan'],
    ['a name of markup', '<img src=x onerror=alert(1)>'],
    ['a name in decomposed form', 'Cafe\u{301} Sen\u{303}or lamp'],
    ['an empty name', ''],
  ];
  return [
    ...names.map(([name, text]) =>
      amazon({ name, text: textOf(withCell('Name', text)), fate: 'same', loose: true }),
    ),
    amazon({ name: 'a zero byte in a name', text: textOf(withCell('Name', 'a\0b')), fate: 'reject' }),
    amazon({
      name: 'a line of two million letters',
      text: textOf(withCell('Name', 'x'.repeat(2_000_000))),
      fate: 'reject',
      reason: 'unreadable-file',
    }),
    amazon({
      name: 'a row of 5,000 cells',
      text: `${textOf(amazonTable)}${'x,'.repeat(5000)}\n`,
      fate: 'part',
      refused: 1,
    }),
    amazon({
      name: 'a row of two cells',
      text: textOf([amazonHeader, ...amazonRows.slice(0, 2), ['x', 'y'], ...amazonRows.slice(2)]),
      fate: 'part',
      refused: 1,
    }),
    ...[60, 200, 390].map(at => {
      const text = textOf(amazonTable);
      return amazon({
        name: `broken off ${at} bytes before its end`,
        text: text.slice(0, text.length - at),
        fate: 'part',
        refused: -1,
      });
    }),
  ];
};

const foreign = (): readonly HostileFile[] => {
  const files: readonly (readonly [string, string | Uint8Array])[] = [
    ['nothing', ''],
    ['a mark alone', '\u{feff}'],
    ['a line end', '\n'],
    ['blanks', '   \n \t \n'],
    ['zero bytes', new Uint8Array(5000)],
    ['a PDF', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82])],
    ['JSON', '[{"Date Shipped": "2019-12-13"}]'],
    ['a web page', '<!DOCTYPE html><html><table><tr><td>Category</td></tr></table></html>'],
    ['another XML', '<?xml version="1.0"?><root><a b="c"/></root>'],
    [
      'an old Excel file',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(512)]),
    ],
    ['a poem', 'Shall I compare thee, pan,\nto a summer’s day\n'],
    ['noise', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3)) % 256))],
    ['a gzip that breaks off', new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 75])],
    ['a table without days or money', 'name,colour\nPan,black\nPot,red\n'],
    [
      'binary in UTF-8’s clothes',
      Buffer.concat([Buffer.from('\u{feff}a,b\n'), Buffer.from([0xff, 0xfe, 0x80])]),
    ],
  ];
  return files.map(([name, text]) => amazon({ name, text, fate: 'reject' }));
};

/** Hostile files of delimited text. */
export const hostileTexts = (): readonly HostileFile[] => [
  ...encoded(),
  ...otherwise(),
  ...delimited(),
  ...surrounded(),
  ...headers(),
  ...days(),
  ...numbers(),
  ...quotes(),
  ...cells(),
  ...foreign(),
];
