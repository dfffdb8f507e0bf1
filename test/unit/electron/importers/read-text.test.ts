import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { splitRecord } from '../../../../electron/importers/read-table/split-record.ts';
import { readText } from '../../../../electron/importers/read-table/read-text.ts';
import { createRandom } from '../../../samples/random.ts';
import { fileOf } from './read-rows.ts';

const rowsOf = async (content: string | Uint8Array, chunk?: number) => {
  const rows = [];
  for await (const batch of (await readText(fileOf(content, chunk))).rows()) rows.push(...batch);
  return rows;
};

const cellsOf = async (content: string | Uint8Array, chunk?: number) =>
  (await rowsOf(content, chunk)).map(({ cells }) => cells);

const encode = (text: string, encoding: 'utf16le' | 'latin1'): Uint8Array => Buffer.from(text, encoding);

describe('reading delimited text', () => {
  it('cuts regular records as papaparse does, for 2,000 random tables', () => {
    const random = createRandom(7);
    const alphabet = ['a', 'ü', ' ', '"', ',', ';', "'", '1', '.5', ''];
    for (let table = 0; table < 2000; table += 1) {
      const cells = Array.from({ length: random.between(1, 6) }, () =>
        Array.from({ length: random.between(0, 5) }, () => random.pick(alphabet, () => 1)).join(''),
      );
      const line = Papa.unparse([cells], { delimiter: ',' });
      const [expected] = Papa.parse<string[]>(line, { delimiter: ',' }).data;
      expect(splitRecord(line, ',')).toEqual({ cells: expected ?? [''], quotes: 'regular' });
    }
  });

  it('gives the same rows and lines however the bytes are cut into chunks', async () => {
    const text = 'a,b\r\n"x\r\ny",é\r\n\r\n😀,"q""q"\nlast,row';
    const whole = await rowsOf(text);
    expect(whole.map(({ cells, line }) => [line, ...cells])).toEqual([
      [1, 'a', 'b'],
      [2, 'x\ny', 'é'],
      [5, '😀', 'q"q'],
      [6, 'last', 'row'],
    ]);
    for (let chunk = 1; chunk < 40; chunk += 1) expect(await rowsOf(text, chunk)).toEqual(whole);
  });

  it.each([
    ['tab', '\t'],
    ['semicolon', ';'],
    ['comma', ','],
    ['bar', '|'],
  ])('finds the %s between cells', async (_, delimiter) => {
    const text = `title line\na${delimiter}b${delimiter}c\n1${delimiter}2${delimiter}3\n`;
    expect(await cellsOf(text)).toEqual([['title line'], ['a', 'b', 'c'], ['1', '2', '3']]);
  });

  it('reads UTF-8 with and without a mark, UTF-16 both ways with and without one, and Windows-1252', async () => {
    const text = 'naïve,café\nü,ß\n';
    const expected = [
      ['naïve', 'café'],
      ['ü', 'ß'],
    ];
    const ascii = 'name,price\nplain,1\nanother,2\n';
    const little = encode(text, 'utf16le');
    expect(await cellsOf(text)).toEqual(expected);
    expect(await cellsOf(`\u{feff}${text}`)).toEqual(expected);
    expect(await cellsOf(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toEqual(expected);
    expect(await cellsOf(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(little).swap16()]))).toEqual(
      expected,
    );
    expect((await cellsOf(encode(ascii, 'utf16le')))[1]).toEqual(['plain', '1']);
    expect((await cellsOf(Buffer.from(encode(ascii, 'utf16le')).swap16()))[1]).toEqual(['plain', '1']);
    expect(await cellsOf(encode(text, 'latin1'))).toEqual(expected);
  });

  it('keeps lines apart for LF, CRLF, CR and a mixture', async () => {
    const expected = [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ];
    for (const text of ['a,b\n1,2\n3,4', 'a,b\r\n1,2\r\n3,4\r\n', 'a,b\r1,2\r3,4\r', 'a,b\r\n1,2\n3,4\r'])
      expect(await cellsOf(text, 3)).toEqual(expected);
  });

  it('refuses binary content', async () => {
    await expect(readText(fileOf(new Uint8Array([1, 2, 0, 0, 0, 7, 9, 0, 200, 13, 10])))).rejects.toThrow(
      'unknown-format',
    );
  });
});
