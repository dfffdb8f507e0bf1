import { expect, it } from 'vitest';
import { FailureError } from '../../shared/contract/answer.ts';
import { openLibrary } from './library.ts';

const header =
  'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group';
const badRow = (row: number): string =>
  `Kitchen,Pan,B00006JSUA,Amazon,tag-20,2022-03-01,1.00,1,0,1.00,x${row},PHONE`;

it.each([false, true])(
  'a plan knows every problem beyond those that it shows (in a thread: %s)',
  async thread => {
    const library = openLibrary({ thread });
    const rows = Array.from({ length: 1234 }, (_, row) => badRow(row));
    const plan = await library.imports.preview([library.write('bad.csv', [header, ...rows].join('\n'))]);
    expect([plan.problemCount, plan.problems.length]).toEqual([1234, 200]);
    const texts: (string | null)[] = [];
    for (const offset of [0, 500, 1000]) {
      const page = await library.imports.problems(plan.token, { offset, limit: 500 });
      texts.push(...page.map(({ text }) => text));
    }
    expect(texts).toEqual(rows.map((_, row) => `x${row}`));
    await expect(library.imports.problems('gone', { offset: 0, limit: 1 })).rejects.toThrow(
      new FailureError({ kind: 'plan-expired' }),
    );
    await library.close();
  },
);
