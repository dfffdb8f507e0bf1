import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { writeLargeReport } from '../helpers/large-report.ts';
import { enter, expect, test } from '../helpers/forkcast-page.ts';
import { choose, dropReports, file, importPlan, openReports, openSample } from '../helpers/page-steps.ts';
import { screenFaults } from '../helpers/screen-faults.ts';

const network = (rows: readonly string[]): Buffer =>
  Buffer.from(
    ['Transaction Date;Advertiser;Product Name;Sale Amount;Commission Amount;Order Ref', ...rows].join('\n'),
  );
const january = network([
  '13.01.2026;Acme;Lamp;45,00;3,60;A-1',
  '29.01.2026;Acme;"=HYPERLINK(""http://x"")";1.234.567,00;98.765,00;A-2',
  '31.02.2026;Beta;Chair;100,00;8,00;A-3',
]);
const february = network(['14.02.2026;Acme;Stool;30,00;2,40;A-4']);

const importUnknown = async (page: Page): Promise<void> => {
  await openReports(page);
  await dropReports(page, file('january.csv', january));
  await choose(page, 'Currency, if no column says it', 'EUR');
};

test('an unknown network is understood once, seen before it is stored, and known the next time', async ({
  page,
  door,
  watched,
}, info) => {
  test.setTimeout(120_000);
  await enter(page, door);
  await importUnknown(page);
  const live = page.getByRole('region', { name: 'As Forkcast would store it' });
  await expect(live).toContainText('2 rows can be read, 1 refused');
  await expect(live.getByRole('row', { name: /^=HYPERLINK/ })).toContainText('€98,765.00');
  // A wrong choice shows at once what it would do.
  await choose(page, 'Commission', 'Advertiser');
  await expect(live).toContainText(/3 refused|No row can be read/);
  await choose(page, 'Commission', 'Commission Amount');
  await expect(live).toContainText('2 rows can be read');
  expect(await screenFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Answer', exact: true }).click();

  await expect(page.getByRole('heading', { name: /Ready to import/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save these as CSV' }).click();
  const saved = info.outputPath('problems.csv');
  await (await download).saveAs(saved);
  expect(readFileSync(saved, 'utf8')).toContain('january.csv,,4,Transaction Date,31.02.2026,');
  await page.getByText('First rows of january.csv').click();
  await page.getByRole('checkbox', { name: 'Leave out row 3' }).check();
  await page.getByRole('button', { name: 'Leave the marked rows out (1)' }).click();
  await expect(page.getByText('1 report of Other networks: 1 new row')).toBeVisible();
  await page.getByRole('button', { name: 'Take the rows left out in again (1)' }).click();
  await expect(page.getByText('1 report of Other networks: 2 new rows')).toBeVisible();
  await importPlan(page, '2 rows added');

  await dropReports(page, file('february.csv', february));
  await expect(page.getByText('1 report of Other networks: 1 new row')).toBeVisible();
  await importPlan(page, '1 row added');
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(page.getByText('2 reports, 13 Jan 2026 – 14 Feb 2026. No data: 30 Jan 2026')).toBeVisible();
  expect(await screenFaults(page)).toEqual([]);

  const template = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save My network' }).click();
  const kept = info.outputPath('template.json');
  await (await template).saveAs(kept);
  await page.getByRole('button', { name: 'Remove My network' }).click();
  await expect(page.getByRole('button', { name: 'Remove My network' })).toHaveCount(0);
  await page.getByLabel('Template file').setInputFiles(kept);
  await expect(page.getByRole('button', { name: 'Remove My network' })).toBeVisible();
  expect(watched.errors).toEqual([]);
});

test('every stored row can be found, and history looked at by its parts', async ({ page, door, watched }) => {
  test.setTimeout(120_000);
  await enter(page, door);
  await openSample(page);
  await openReports(page);
  const rows = page.getByRole('table', { name: 'All rows' });
  await expect(rows).toHaveAttribute('aria-rowcount', '4802');
  await expect(rows.getByRole('row').nth(1)).not.toContainText('…');
  // The keyboard alone reaches the last row.
  await rows.focus();
  await page.keyboard.press('End');
  await expect(rows.locator('[aria-rowindex="4802"]')).not.toContainText('…');
  expect(await rows.getByRole('row').count()).toBeLessThan(60);

  await page.getByRole('textbox', { name: 'Search' }).fill('ice maker');
  await expect(rows).not.toHaveAttribute('aria-rowcount', '4802');
  await expect(rows.getByRole('row').nth(1)).toContainText(/ice maker/i);

  await page.getByRole('radio', { name: 'Program', exact: true }).focus();
  for (const part of ['Category', 'Product', 'Video or post', 'Tracking id']) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: part, exact: true })).toBeChecked();
    await expect(page.getByRole('img', { name: /Commission by month/ })).toBeVisible();
  }
  expect(await screenFaults(page)).toEqual([]);
  expect(watched.errors).toEqual([]);
});

test('a large import says how far it is and can be cancelled without a trace', async ({
  page,
  door,
  watched,
}, info) => {
  test.setTimeout(120_000);
  const large = info.outputPath('large-Fee-Earnings.csv');
  await writeLargeReport(large, 250_000);
  await enter(page, door);
  await openReports(page);
  await dropReports(page, large);
  await expect(page.getByText(/[\d,]+ rows, [\d,]+ rows a second/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByText('Cancelled. Nothing of it was stored.')).toBeVisible({ timeout: 2000 });
  await expect(page.getByRole('heading', { name: 'No reports yet' })).toBeVisible();
  expect(watched.errors).toEqual([]);
});

test('the method is in the app, and readable', async ({ page, door, watched }) => {
  await enter(page, door);
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('link', { name: 'How this is computed' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'How this is computed' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /Uncertain quantities/ })).toBeVisible();
  expect(await screenFaults(page)).toEqual([]);
  expect(watched.errors).toEqual([]);
});
