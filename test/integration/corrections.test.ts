import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPlan, ReportPlan } from '../../shared/domain/import-plan.ts';
import type { ImportAnswer } from '../../shared/domain/import-question.ts';
import { readStoredRows } from '../../electron/storage/stored-rows.ts';
import type { ChosenFile } from '../../electron/services/imports.ts';
import { contentOf, openLibrary, tablesOf, type Library } from './library.ts';

const header =
  'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group';
const good = 'Kitchen,Pan,B000000001,Amazon,tag-20,2026-01-02,10.00,1,0,10.00,0.45,PHONE';
const badDay = good.replace('2026-01-02', '2026-02-31');
const badFee = good.replace('0.45', '0.4x');
const short = 'Kitchen,Pan,B000000001,Amazon,tag-20';
const text = [header, good, badDay, badFee, short, good].join('\n');

let library: Library;
let file: ChosenFile;
beforeEach(() => {
  library = openLibrary();
  file = library.write('Fee-Earnings.csv', text);
});
afterEach(() => library.close());

const reportOf = (plan: ImportPlan): ReportPlan => plan.reports[0]!;

const planWith = async (rows: Omit<Extract<ImportAnswer, { kind: 'rows' }>, 'kind'>) => {
  const { rowsId } = reportOf(await library.imports.preview([file]));
  return library.imports.preview([file], { answers: { [rowsId!]: { kind: 'rows', ...rows } } });
};

const cellsOf = (row: string): string[] => row.split(',');

describe('a row that cannot be stored as it is', () => {
  it('is shown with its cells, its faults and the names of its columns', async () => {
    const report = reportOf(await library.imports.preview([file]));
    expect(report.header).toEqual(header.split(','));
    expect(report.refusedRows).toMatchObject([
      { line: 3, cells: cellsOf(badDay), faults: [{ column: 'Date Shipped', reason: 'not-a-day' }] },
      { line: 4, cells: cellsOf(badFee), faults: [{ column: 'Ad Fees($)', text: '0.4x' }] },
      { line: 5, cells: cellsOf(short), faults: [{ reason: 'too-few-cells' }] },
    ]);
  });

  it('is checked by the importer’s own rules once it is corrected, and refused while it is wrong', async () => {
    const wrong = reportOf(await planWith({ leaveOut: [], fixed: [{ line: 4, cells: cellsOf(badFee) }] }));
    expect([wrong.refused, wrong.correctedRows]).toEqual([3, undefined]);
    const right = reportOf(
      await planWith({
        leaveOut: [],
        fixed: [{ line: 4, cells: cellsOf(good.replace('2026-01-02', '2026-01-09')) }],
      }),
    );
    expect([right.new, right.refused]).toEqual([3, 2]);
    expect(right.correctedRows).toMatchObject([
      {
        line: 4,
        cells: cellsOf(badFee),
        corrections: [
          { name: 'Date Shipped', original: '2026-01-02', corrected: '2026-01-09' },
          { name: 'Ad Fees($)', original: '0.4x', corrected: '0.45' },
        ],
        order: { shippedOn: '2026-01-09', commission: 45 },
      },
    ]);
  });

  it('is stored with what stood in the file, also where the line did not fit; undoing takes both away', async () => {
    const plan = await planWith({
      leaveOut: [3],
      fixed: [
        { line: 4, cells: cellsOf(good.replace('2026-01-02', '2026-01-09')) },
        { line: 5, cells: cellsOf(good.replace('2026-01-02', '2026-01-10')) },
      ],
    });
    expect(plan.reports[0]).toMatchObject({ new: 4, refused: 0, leftOut: 1 });
    const { importId } = await library.imports.commit(plan.token);
    const { rows } = readStoredRows(library.database, { offset: 0, limit: 10 });
    const corrected = new Map(rows.map(row => [row.line, row.corrections]));
    expect(corrected.get(4)).toEqual([
      { at: 5, name: 'Date Shipped', original: '2026-01-02', corrected: '2026-01-09' },
      { at: 10, name: 'Ad Fees($)', original: '0.4x', corrected: '0.45' },
    ]);
    expect(corrected.get(5)).toMatchObject([{ at: -1, original: short }]);
    expect([corrected.get(2), corrected.get(6)]).toEqual([[], []]);
    await library.imports.undo(importId!);
    expect(tablesOf(library.database)['corrections']).toEqual([]);
  });

  it('is known when the platform later delivers it right, and stays refused when the same file comes again', async () => {
    const right = good.replace('2026-01-02', '2026-01-09');
    const plan = await planWith({ leaveOut: [3], fixed: [{ line: 4, cells: cellsOf(right) }] });
    await library.imports.commit(plan.token);
    const content = contentOf(library.database).length;
    const again = await library.imports.preview([file]);
    expect(again.reports[0]).toMatchObject({ new: 0, same: 2, refused: 3 });
    const later = library.write('later.csv', [header, right].join('\n'));
    expect((await library.take(later)).outcome).toMatchObject({ new: 0, same: 1 });
    expect(contentOf(library.database)).toHaveLength(content);
  });
});

describe('a plan that is only looked at', () => {
  it('cannot be committed, and leaves the plan on show good however often it is asked for', async () => {
    const plan = await library.imports.preview([file]);
    const looks = await Promise.all(
      Array.from({ length: 5 }, () => library.imports.preview([file], { look: true })),
    );
    await expect(library.imports.commit(looks[4]!.token)).rejects.toThrow();
    expect((await library.imports.commit(plan.token)).new).toBe(2);
  });
});
