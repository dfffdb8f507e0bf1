import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../shared/contract/answer.ts';
import type { Answers, Input, RequestName } from '../../shared/contract/contract.ts';
import { breakdownKeys } from '../../shared/domain/stored-rows.ts';
import { openTestApp, samplesFolder } from '../helpers/open-test-app.ts';

const openLibrary = async () => {
  const app = await openTestApp();
  const ask = async <Name extends RequestName>(name: Name, input: Input<Name>): Promise<Answers[Name]> => {
    const answer = (await app.ask(name, input)) as Answer<Answers[Name]>;
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    return answer.value;
  };
  const names = readdirSync(samplesFolder).filter(name => name.endsWith('.xlsx'));
  const files = await Promise.all(names.map(name => app.offer(join(samplesFolder, name))));
  const { token } = await ask('report.preview', { files: files.map(({ id }) => id) });
  await ask('report.commit', { token });
  return ask;
};

describe('the library', () => {
  it('gives every stored row exactly once, page by page', async () => {
    const ask = await openLibrary();
    const { total } = await ask('report.rows', { offset: 0, limit: 1 });
    const ids: number[] = [];
    for (let offset = 0; offset < total; offset += 500) {
      const page = await ask('report.rows', { offset, limit: 500 });
      expect(page.total).toBe(total);
      ids.push(...page.rows.map(row => row.id));
    }
    expect(ids).toHaveLength(total);
    expect(new Set(ids).size).toBe(total);
    expect(total).toBeGreaterThan(2000);
    expect(await ask('report.rows', { offset: total, limit: 10 })).toEqual({ total, rows: [] });
  });

  it('finds rows by a part of what they say, and takes % and _ for themselves', async () => {
    const ask = await openLibrary();
    const [row] = (await ask('report.rows', { offset: 0, limit: 1 })).rows;
    const part = row!.productName.slice(2, 12).toUpperCase();
    const found = await ask('report.rows', { offset: 0, limit: 500, search: part });
    expect(found.total).toBeGreaterThan(0);
    for (const { productName } of found.rows) expect(productName.toUpperCase()).toContain(part);
    expect((await ask('report.rows', { offset: 0, limit: 1, search: '%_%' })).total).toBe(0);
    const own = await ask('report.rows', {
      offset: 0,
      limit: 5,
      reportId: row!.reportId,
      program: row!.program,
      search: part,
    });
    expect(own.total).toBeGreaterThan(0);
    expect(own.rows.every(({ reportId }) => reportId === row!.reportId)).toBe(true);
  });

  it('breaks commission down without losing a cent, whatever by', async () => {
    const ask = await openLibrary();
    const { months } = await ask('report.history', {});
    const all = months
      .filter(({ currency }) => currency === 'USD')
      .reduce((sum, { commission }) => sum + commission, 0);
    for (const by of breakdownKeys) {
      const breakdown = await ask('report.breakdown', { by, currency: 'USD' });
      expect(breakdown.parts.length).toBeLessThanOrEqual(6);
      expect(breakdown.parts.reduce((sum, part) => sum + part.commission, 0)).toBe(all);
      const inMonths = breakdown.months.flatMap(({ commission }) => commission);
      expect(inMonths.reduce((sum, amount) => sum + amount, 0)).toBe(all);
      for (const { commission } of breakdown.months) expect(commission).toHaveLength(breakdown.parts.length);
    }
  });
});
