import { join } from 'node:path';
import { expect, it } from 'vitest';
import { question } from '../../electron/doors/question.ts';
import { writeLargeReport } from '../helpers/large-report.ts';
import { openTestApp } from '../helpers/open-test-app.ts';
import { temporaryFolder } from '../helpers/temporary.ts';

it('a write of the window waits for an import without holding the window, and is not refused', async () => {
  const path = join(temporaryFolder(), 'large.csv');
  await writeLargeReport(path, 60_000);
  const app = await openTestApp();
  const { id } = await app.offer(path, 'large.csv');
  const { token } = await question(app, 'report.preview', { files: [id] });
  let longest = 0;
  let before = performance.now();
  const timer = setInterval(() => {
    const at = performance.now();
    longest = Math.max(longest, at - before);
    before = at;
  }, 1);
  const started = performance.now();
  const order: string[] = [];
  const commit = question(app, 'report.commit', { token }).then(() => order.push('import'));
  const saved = question(app, 'scenario.create', { from: 'priors', market: 'US', save: true });
  await Promise.all([commit, saved.then(() => order.push('scenario'))]);
  clearInterval(timer);
  expect(order).toEqual(['import', 'scenario']);
  expect(longest).toBeLessThan((performance.now() - started) / 2);
}, 60_000);
