import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../shared/domain/day.ts';
import type { ImportAnswer, ImportQuestion } from '../../shared/domain/import-question.ts';
import { openLibrary, type Library } from './library.ts';

const category =
  'Date,Category,Clicks,Indirect Items Ordered,Direct Items Ordered,Items Ordered,Direct Conversion Rate,Order Quantity,Product Conversion Rate,Order Conversion Rate,Commission Rate,Ordered Revenue,Items Shipped,Items Returned,Items Shipped Revenue,Items Shipped Earnings,Items Returned Revenue,Items Returned Earnings,Bonus,Total Earnings';
const linked = category.replace('Category,', 'Category,Product Title,ASIN,').replace(',Bonus', '');

const row = (head: string, clicks: number, total: string, bonus = ',0.00'): string =>
  `2026-08-31,${head},${clicks},0,1,1,1%,1,1%,1%,3%,20.00,1,0,20.00,${total},0.00,0.00${bonus},${total}`;

let library: Library;
beforeEach(() => {
  library = openLibrary();
});
afterEach(() => library.close());

const answer = (question: ImportQuestion): ImportAnswer =>
  question.kind === 'window'
    ? { kind: 'window', from: day('2026-08-01'), to: day('2026-08-31') }
    : { kind: 'currency', currency: 'USD' };

const take = async (lines: readonly string[]) => {
  const file = library.write('report.csv', lines.join('\n'));
  const { questions } = await library.imports.preview([file]);
  const answers = Object.fromEntries(questions!.map(question => [question.id, answer(question)]));
  const plan = await library.imports.preview([file], { answers });
  await library.imports.commit(plan.token);
  return plan.reports[0]!;
};

const total = (report: string): number =>
  library.imports
    .aggregates()
    .filter(one => one.report === report)
    .reduce((sum, { commission }) => sum + (commission ?? 0), 0);

describe('the catch-all row of a summed-up report', () => {
  it('counts in the report’s total like any other', async () => {
    const plan = await take([
      category,
      row('Kitchen', 10, '5.00'),
      row('others', 3, '1.25'),
      row('Home', 1, '-0.50'),
    ]);
    expect([plan.commission, total('amazon.category')]).toEqual([575, 575]);
  });

  it('is one subject under both of its names: a later export replaces it instead of adding to it', async () => {
    await take([category, row('Kitchen', 10, '5.00'), row('others', 3, '1.25')]);
    await take([category, row('Kitchen', 10, '5.00'), row('Other', 4, '2.00')]);
    expect(total('amazon.category')).toBe(700);
  });

  it('is told apart by its category where products are listed', async () => {
    await take([
      linked,
      row('Home,Lamp,B07LAMP001', 10, '5.00', ''),
      row('Home,others,others', 3, '1.25', ''),
      row('Kitchen,Other,Other', 2, '0.75', ''),
    ]);
    expect(total('amazon.linked-product')).toBe(700);
    const names = library.imports.aggregates().map(({ subjectId }) => subjectId);
    expect(names.toSorted()).toEqual(['B07LAMP001 · Home', 'Other · Home', 'Other · Kitchen']);
  });
});
