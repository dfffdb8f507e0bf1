import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkBombs } from '../trust/imports/bombs.ts';
import { openBench } from '../trust/imports/check.ts';
import { checkFlipped } from '../trust/imports/flipped.ts';
import { checkForms } from '../trust/imports/forms.ts';
import { checkGenerated, judgeGenerated } from '../trust/imports/generated.ts';
import { generateReport } from '../trust/imports/generated-reports.ts';
import { checkPublicFiles } from '../trust/imports/public-files.ts';

/** A part of what `npm run trust -- import` measures at full reach. */
describe('the promises of importing, in part', () => {
  it('I4: made-up reports in every dialect: rows add up and cents are right', async () => {
    expect((await checkGenerated(150)).faults).toEqual([]);
  }, 60_000);

  it('I4 notices a row lost, a row doubled and a cent off', async () => {
    const bench = openBench();
    const report = generateReport(4);
    const plant = (change: Partial<typeof report>) => judgeGenerated({ ...report, ...change }, bench);
    expect(await plant({})).toBeUndefined();
    expect(await plant({ rows: report.rows + 1 })).toBeDefined();
    expect(await plant({ duplicates: report.duplicates + 1, rows: report.rows + 1 })).toBeDefined();
    expect(await plant({ commission: report.commission + 1n })).toBeDefined();
    await bench.close();
  });

  it('I2 notices a public file that is read otherwise than its maker says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'forkcast-'));
    for (const part of ['csvs', 'json']) mkdirSync(join(folder, part));
    writeFileSync(join(folder, 'csvs', 'a.csv'), 'a,b\n1,"x\n""y"""\n');
    const say = async (b: string): Promise<number> => {
      writeFileSync(join(folder, 'json', 'a.json'), JSON.stringify([{ a: '1', b }]));
      const { tried, faults } = await checkPublicFiles([folder]);
      expect(tried).toBe(1);
      return faults.length;
    };
    expect([await say('x\n"y"'), await say('x "y"')]).toEqual([0, 1]);
    rmSync(folder, { recursive: true });
  }, 60_000);

  it('I6: a byte flipped in a good archive is refused or without effect', async () => {
    const { faults, tried } = await checkFlipped(61);
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(200);
  }, 60_000);

  it('I7: bombs are refused within 2 s and 300 MB', async () => {
    expect((await checkBombs()).faults.filter(fault => !fault.endsWith(' ms'))).toEqual([]);
  }, 120_000);

  it('I9: one logical report in at least 60 forms leaves one database', async () => {
    const { faults, tried } = await checkForms();
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(60);
  }, 60_000);
});
