import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findRoot } from '../../electron/paths.ts';
import type { Comparison } from '../../shared/domain/comparison.ts';
import { enter, expect, test } from '../helpers/forkcast-page.ts';
import { dropReports, importPlan, openReports, openSample, settledHeadline } from '../helpers/page-steps.ts';

const run = promisify(execFile);
const root = findRoot(import.meta.dirname);
const samples = join(root, 'resources', 'samples');
const reports = readdirSync(samples)
  .filter(name => name.endsWith('.xlsx'))
  .map(name => join(samples, name));

/** Text without line breaks and special spaces, as a search in the PDF would see it. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const pdfText = async (path: string): Promise<string> =>
  plain((await run('pdftotext', ['-enc', 'UTF-8', path, '-'], { maxBuffer: 2 ** 26 })).stdout);

test('reports go in, a comparison comes out on screen, in the terminal and as a PDF', async ({
  page,
  door,
  watched,
}, info) => {
  test.setTimeout(120_000);
  await enter(page, door);
  await openReports(page);
  await dropReports(page, ...reports);
  await expect(page.getByRole('heading', { name: /Ready to import/ })).toBeVisible();
  await importPlan(page, /[\d,]+ rows added/);
  // Only markets that pay in the reports' money can be learned for.
  const markets = page.getByRole('combobox', { name: 'Market of the scenario' });
  await expect(markets).toHaveValue('US');
  await markets.click();
  await expect(page.getByRole('option')).toHaveText(['US']);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Compare with these reports' }).click();
  await settledHeadline(page);

  await page.getByRole('button', { name: 'Run full comparison' }).click();
  await expect(page.getByText('Full run, stored')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Typical', exact: true }).click();
  await expect(page.getByTestId('story')).toContainText(/^Future [\d,]+: .+ earns \$/);
  const headline = await settledHeadline(page);
  const onScreen = plain(await headline.innerText());

  const download = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Save PDF' }).click();
  const path = info.outputPath('comparison.pdf');
  const saved = await download;
  await saved.saveAs(path);
  expect(saved.suggestedFilename()).toMatch(/^Forkcast .*\.pdf$/);
  const document = await pdfText(path);
  expect(document).toContain(onScreen);

  const cli = join(root, 'out', 'main', 'cli.js');
  const args = [cli, 'compare', '--saved', '1', '--json', '--home', door.home];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 2 ** 28 });
  const told = JSON.parse(stdout) as { headline: { sentence: string }; comparison: Comparison };
  expect(plain(told.headline.sentence)).toBe(onScreen);
  // Every strategy's typical total, as the screen's table has it, stands in the PDF, too.
  for (const { label } of told.comparison.strategies) {
    const row = page.getByRole('row', { name: label }).filter({ hasText: '±' }).first();
    const cells = (await row.getByRole('cell').allInnerTexts()).map(plain).filter(text => /\d/.test(text));
    expect(cells.length).toBeGreaterThanOrEqual(4);
    for (const cell of cells) expect(document).toContain(cell);
  }

  // The first move of a slider beside a stored answer changes it in place: nothing jumps.
  await page.reload();
  const answer = await (await settledHeadline(page)).elementHandle();
  await page.getByRole('slider', { name: 'TikTok Shop commission rate' }).press('Home');
  await expect(page.getByText(/^Quick answer: [\d,]+ futures; chance: /)).toBeVisible();
  expect(await answer.evaluate(node => node.isConnected)).toBe(true);
  expect(watched.errors).toEqual([]);
});

test('results follow while a slider is dragged', async ({ page, door, watched }) => {
  test.setTimeout(120_000);
  await enter(page, door);
  const headline = await openSample(page);
  const before = await headline.innerText();
  const slider = page.getByRole('slider', { name: 'TikTok Shop commission rate' });
  await slider.scrollIntoViewIfNeeded();
  // A screen reader hears the rate, not the slider's own scale.
  await expect(slider).toHaveAttribute('aria-valuetext', /%$/);
  const thumb = (await slider.boundingBox())!;
  const at = { x: thumb.x + thumb.width / 2, y: thumb.y + thumb.height / 2 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) await page.mouse.move(at.x - step * 8, at.y);
  // The button is still down.
  await expect(headline).not.toHaveText(before);
  await page.mouse.up();
  await settledHeadline(page);
  const dragged = await headline.innerText();

  await slider.press('ArrowLeft');
  await slider.press('ArrowLeft');
  await expect(headline).not.toHaveText(dragged);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(headline).toHaveText(before);
  expect(watched.errors).toEqual([]);
});

test('the same reports twice change nothing, and an import can be undone', async ({
  page,
  door,
  watched,
}) => {
  await enter(page, door);
  await openReports(page);
  await dropReports(page, ...reports);
  await expect(page.getByRole('heading', { name: /Ready to import/ })).toBeVisible();
  await importPlan(page, /[\d,]+ rows added/);
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page.getByLabel('Report files').first().setInputFiles(reports);
  await expect(page.getByRole('heading', { name: 'Nothing new to import' })).toBeVisible();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page
    .getByRole('button', { name: /Undo import/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: /Undo/ }).click();
  await expect(page.getByRole('heading', { name: 'No reports yet' })).toBeVisible();
  expect(watched.errors).toEqual([]);
});

test('a file that is no report is explained and changes nothing', async ({ page, door, watched }) => {
  await enter(page, door);
  await page.getByRole('link', { name: 'Reports' }).click();
  const diary = {
    name: 'diary.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('day,mood\n2026-01-01,fine\n'),
  };
  await page.getByLabel('Report files').first().setInputFiles(diary);
  await expect(page.getByText(/match no report that Forkcast knows/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toHaveCount(0);
  expect(watched.errors).toEqual([]);
});
