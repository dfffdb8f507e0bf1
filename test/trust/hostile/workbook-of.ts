import { zipOf, type ZipEntry } from '../../helpers/zip-of.ts';
import type { Table } from './base.ts';

/** Ways to write a workbook's XML differently from what a reader may expect. */
export interface WorkbookStyle {
  readonly strings?: 'shared' | 'inline' | 'plain' | 'rich';
  /** The sheet's dimension tag. */
  readonly dimension?: string | null;
  readonly references?: boolean;
  readonly strict?: boolean;
  readonly prefix?: string;
  readonly date1904?: boolean;
  /** Columns written as numbers. */
  readonly numeric?: readonly number[];
  /** Columns written as serials of days, with a date format. */
  readonly serials?: readonly number[];
  readonly blankRows?: boolean;
  /** Text before the root element of each part. */
  readonly prolog?: string;
  readonly sheets?: readonly (readonly [name: string, table: Table, state?: string])[];
  readonly extra?: readonly ZipEntry[];
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const letters = (column: number): string =>
  column < 26
    ? String.fromCodePoint(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);

const serial = (iso: string, date1904: boolean): number =>
  Math.round(
    (Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) -
      Date.UTC(date1904 ? 1904 : 1899, date1904 ? 0 : 11, date1904 ? 1 : 30)) /
      86_400_000,
  );

const spaces = {
  transitional: {
    main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  },
  strict: {
    main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    r: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  },
};

const createStrings = () => {
  const index = new Map<string, number>();
  return {
    at: (text: string): number => {
      const known = index.get(text);
      if (known !== undefined) return known;
      index.set(text, index.size);
      return index.size - 1;
    },
    all: (): readonly string[] => [...index.keys()],
  };
};

const sheetXml = (
  table: Table,
  style: WorkbookStyle,
  shared: ReturnType<typeof createStrings>,
  tag: (name: string) => string,
  space: string,
): string => {
  const { strings = 'shared', references = true, numeric = [], serials = [] } = style;
  const cellXml = (text: string, at: number, row: number): string => {
    if (text === '') return '';
    const ref = references ? ` r="${letters(at)}${row}"` : '';
    const [c, v] = [tag('c'), tag('v')];
    if (row > 1 && serials.includes(at) && /^\d{4}-/.test(text))
      return `<${c}${ref} s="1"><${v}>${serial(text, style.date1904 ?? false)}</${v}></${c}>`;
    if (row > 1 && numeric.includes(at)) return `<${c}${ref}><${v}>${text}</${v}></${c}>`;
    if (strings === 'inline')
      return `<${c}${ref} t="inlineStr"><${tag('is')}><${tag('t')} xml:space="preserve">${escape(text)}</${tag('t')}></${tag('is')}></${c}>`;
    if (strings === 'plain') return `<${c}${ref} t="str"><${v}>${escape(text)}</${v}></${c}>`;
    return `<${c}${ref} t="s"><${v}>${shared.at(text)}</${v}></${c}>`;
  };
  const rows = table.map((row, index) => {
    const number = style.blankRows ? index * 3 + 1 : index + 1;
    const ref = references ? ` r="${number}"` : '';
    return `<${tag('row')}${ref}>${row.map((cell, at) => cellXml(cell, at, number)).join('')}</${tag('row')}>`;
  });
  const dimension =
    style.dimension === null
      ? ''
      : `<${tag('dimension')} ref="${style.dimension ?? `A1:${letters(table[0]!.length - 1)}${table.length}`}"/>`;
  return `<${tag('worksheet')} ${space}>${dimension}<${tag('sheetData')}>${rows.join('')}</${tag('sheetData')}></${tag('worksheet')}>`;
};

/** Writes a workbook's parts by hand. */
export const workbookParts = (table: Table, style: WorkbookStyle = {}): readonly ZipEntry[] => {
  const { main, r } = spaces[style.strict ? 'strict' : 'transitional'];
  const prefix = style.prefix === undefined ? '' : `${style.prefix}:`;
  const tag = (name: string): string => `${prefix}${name}`;
  const space = `xmlns${prefix === '' ? '' : `:${style.prefix}`}="${main}" xmlns:r="${r}"`;
  const shared = createStrings();
  const sheets = style.sheets ?? [['Sheet1', table]];
  const part = (name: string, xml: string): ZipEntry => ({
    name,
    content: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${style.prolog ?? ''}${xml}`),
  });
  const bodies = sheets.map(([, rows], index) =>
    part(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(rows, style, shared, tag, space)),
  );
  const t = (text: string): string =>
    style.strings === 'rich'
      ? `<${tag('r')}><${tag('t')} xml:space="preserve">${escape(text.slice(0, 3))}</${tag('t')}></${tag('r')}><${tag('r')}><${tag('t')} xml:space="preserve">${escape(text.slice(3))}</${tag('t')}></${tag('r')}>`
      : `<${tag('t')} xml:space="preserve">${escape(text)}</${tag('t')}>`;
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${r}/${type}" Target="${target}"/>`;
  const packageSpace = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  const override = (name: string, type: string): string =>
    `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${bodies.map(({ name }) => override(name, 'worksheet')).join('')}${override('xl/sharedStrings.xml', 'sharedStrings')}${override('xl/styles.xml', 'styles')}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships ${packageSpace}>${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<${tag('workbook')} ${space}><${tag('workbookPr')}${style.date1904 ? ' date1904="1"' : ''}/><${tag('sheets')}>${sheets.map(([name, , state], index) => `<${tag('sheet')} name="${escape(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`).join('')}</${tag('sheets')}></${tag('workbook')}>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships ${packageSpace}>${sheets.map((_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${relation(90, 'sharedStrings', 'sharedStrings.xml')}${relation(91, 'styles', 'styles.xml')}</Relationships>`,
    ),
    part(
      'xl/styles.xml',
      `<${tag('styleSheet')} ${space}><${tag('cellXfs')} count="2"><${tag('xf')} numFmtId="0"/><${tag('xf')} numFmtId="14" applyNumberFormat="1"/></${tag('cellXfs')}></${tag('styleSheet')}>`,
    ),
    ...bodies,
    part(
      'xl/sharedStrings.xml',
      `<${tag('sst')} ${space}>${shared
        .all()
        .map(text => `<${tag('si')}>${t(text)}</${tag('si')}>`)
        .join('')}</${tag('sst')}>`,
    ),
    ...(style.extra ?? []),
  ];
};

export const workbookOf = (table: Table, style: WorkbookStyle = {}): Buffer =>
  zipOf(workbookParts(table, style));
