import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../shared/contract/answer.ts';
import { replayTally } from '../../shared/replay/replay-tally.ts';
import { openLibrary, type Library } from './library.ts';

const header =
  'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group';
/** The largest amount that a row may hold; 900 of them are the most that a number holds exactly. */
const largest = '100000000000.00';
const report = (rows: number, on: string): string =>
  [
    header,
    ...Array.from(
      { length: rows },
      (_, row) => `Kitchen,Pan ${row},B00006JSUA,Amazon,tag-20,${on},1.00,1,0,${largest},1.00,PHONE`,
    ),
  ].join('\n');

let library: Library;
beforeEach(() => {
  library = openLibrary();
});
afterEach(() => library.close());

describe('amounts that add up to more than a number holds exactly', () => {
  it('are refused with a sentence where one report holds them', async () => {
    const files = [library.write('huge.csv', report(901, '2022-03-01'))];
    const { plan, outcome } = await library.imports.take(files);
    expect([plan.reports, plan.problems.map(({ reason }) => reason)]).toEqual([[], ['sum-too-large']]);
    expect([outcome?.importId, library.imports.list()]).toEqual([null, []]);
    expect((await library.imports.preview(files)).problems).toEqual(plan.problems);
  });

  it('are stored up to the very last that does', async () => {
    const { outcome } = await library.take(library.write('large.csv', report(900, '2022-03-01')));
    expect(outcome.new).toBe(900);
    expect(library.imports.history().months[0]?.base).toBe(9e15);
  });

  it('are a failure in words, never a wrong sum, where several reports hold them', async () => {
    for (const on of ['2022-03-01', '2022-03-02'])
      await library.take(library.write(`${on}.csv`, report(600, on)));
    expect(() => library.imports.history()).toThrow(new FailureError({ kind: 'sum-too-large' }));
    const tally = replayTally();
    expect(() => {
      for (const order of library.imports.orders())
        tally.add(order, { category: 'Kitchen', source: 'report' }, null);
    }).toThrow(new FailureError({ kind: 'sum-too-large' }));
  });
});
