import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../shared/contract/answer.ts';
import type { ImportOutcome, ImportPlan } from '../../shared/domain/import-plan.ts';
import { openTestApp } from '../helpers/open-test-app.ts';

const network = [
  'Transaction Date,Product Name,Sale Amount,Commission Amount,Currency',
  ...['Lamp', 'Chair', 'Stool', 'Table'].map((name, index) => `2026-01-1${index},${name},10.00,1.00,EUR`),
].join('\n');

const openFile = async () => {
  const app = await openTestApp();
  const path = join(app.home, 'network.csv');
  writeFileSync(path, network);
  // An import lets go of its files: each plan is of the file offered anew.
  const offer = async (): Promise<string> => (await app.offer(path)).id;
  const ask = async <Value>(name: string, input: unknown): Promise<Value> => {
    const answer = (await app.ask(name, input)) as Answer<Value>;
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    return answer.value;
  };
  const asked = (await ask<ImportPlan>('report.preview', { files: [await offer()] })).questions![0]!;
  if (asked.kind !== 'columns') throw new Error(asked.kind);
  const answers = { [asked.id]: { kind: 'columns', mapping: asked.proposed } };
  const plan = async (more: object = {}): Promise<ImportPlan> =>
    ask('report.preview', { files: [await offer()], answers: { ...answers, ...more } });
  return { ask, plan };
};

describe('rows that the person leaves out', () => {
  it('are neither planned nor stored, and can be taken in by a later import of the same file', async () => {
    const { ask, plan } = await openFile();
    const [whole] = (await plan()).reports;
    expect(whole!.preview.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
    const without = await plan({ [whole!.rowsId!]: { kind: 'rows', leaveOut: [3, 5] } });
    expect(without.reports[0]).toMatchObject({ new: 2, leftOut: 2, commission: 200, refused: 0 });
    expect(without.reports[0]!.preview.map(({ order }) => order.productName)).toEqual(['Lamp', 'Stool']);
    expect(await ask<ImportOutcome>('report.commit', { token: without.token })).toMatchObject({ new: 2 });
    expect((await plan()).reports[0]).toMatchObject({ new: 2, same: 2 });
  });

  it('can be all of them without the report being lost from the plan', async () => {
    const { plan } = await openFile();
    const [whole] = (await plan()).reports;
    const none = await plan({ [whole!.rowsId!]: { kind: 'rows', leaveOut: [2, 3, 4, 5] } });
    expect(none.reports[0]).toMatchObject({ new: 0, leftOut: 4, rowsId: whole!.rowsId });
  });
});
