import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { amazonTable, textOf, utf8, withCell, type HostileFile } from '../trust/hostile/base.ts';
import { hostileFiles } from '../trust/hostile/hostile-files.ts';
import { judge } from '../trust/hostile/judge.ts';
import { openLibrary, type Library } from './library.ts';

const files = hostileFiles();

let library: Library;
beforeEach(() => {
  library = openLibrary();
});
afterEach(() => library.close());

describe('hostile reports', () => {
  it('are at least 200, each with a name of its own', () => {
    expect(files.length).toBeGreaterThanOrEqual(200);
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  });

  it('end as their manifest says: same, warned, asked, in part or refused; nothing stored before it is agreed', async () => {
    const faults: string[] = [];
    for (const file of files) {
      const fault = await judge(file, library);
      if (fault !== undefined) faults.push(`${file.name} [${file.fate}]: ${fault}`);
    }
    expect(faults).toEqual([]);
  }, 180_000);
});

describe('the judge of hostile reports', () => {
  const good = utf8(textOf(amazonTable));
  const planted: readonly (readonly [string, Pick<HostileFile, 'bytes' | 'fate'>])[] = [
    ['an amount that changed', { bytes: utf8(textOf(withCell('Ad Fees($)', '0.76'))), fate: 'same' }],
    ['a row that is lost', { bytes: utf8(textOf(amazonTable.slice(0, -1))), fate: 'same' }],
    ['a row that is doubled', { bytes: utf8(textOf([...amazonTable, amazonTable[1]!])), fate: 'same' }],
    ['a file that should have been refused', { bytes: good, fate: 'reject' }],
    ['a file that should have been asked about', { bytes: good, fate: 'ask' }],
    ['a row that should have been refused', { bytes: good, fate: 'part' }],
    ['a warning that was not given', { bytes: good, fate: 'warning' }],
    ['a refusal that nobody expects', { bytes: utf8('x'), fate: 'same' }],
  ];

  it.each(planted)('notices %s', async (_, file) => {
    expect(await judge({ name: 'planted', base: 'amazon', ...file }, library)).toBeDefined();
  });
});
