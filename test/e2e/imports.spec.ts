import type { Page, TestInfo } from '@playwright/test';
import { enter, expect, test } from '../helpers/forkcast-page.ts';
import { choose, dropReports, file, importPlan, openReports, openSample } from '../helpers/page-steps.ts';
import { screenFaults } from '../helpers/screen-faults.ts';
import { zipOf } from '../helpers/zip-of.ts';
import { tiktokTable } from '../trust/hostile/tiktok.ts';
import { workbookOf } from '../trust/hostile/workbook-of.ts';
import { reportFixtures } from '../unit/electron/importers/report-fixtures.ts';
import { tiktokFile, tiktokRow } from '../unit/electron/importers/tiktok-row.ts';

/** Pictures of the screen for the eye, and what is wrong with it. */
const lookAt = (page: Page, info: TestInfo, name: string): Promise<readonly string[]> =>
  screenFaults(page, colorScheme => info.outputPath(`${name}-${colorScheme}.png`));

const tiktok = (...orders: readonly string[]): string =>
  tiktokFile(...orders.map(order => tiktokRow({ 'Order ID': order })));

test('amounts that can be read both ways are asked about', async ({ page, door, watched }, info) => {
  await enter(page, door);
  await openReports(page);
  const earnings = [
    'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group',
    'Kitchen,Pan,B000000001,Amazon,tag-20,2026-01-02,1.000,1,0,1.000,1.045,PHONE',
  ].join('\n');
  await dropReports(page, file('Fee-Earnings.csv', earnings));
  await expect(page.getByRole('heading', { name: /Please answer first/ })).toBeVisible();
  await expect(page.getByText('1.000', { exact: false }).first()).toBeVisible();
  expect(await lookAt(page, info, 'decimals')).toEqual([]);
  await page.getByRole('button', { name: /points between thousands/ }).click();
  await expect(page.getByRole('cell', { name: '$1,045.00' })).toBeVisible();
  await importPlan(page, '1 row added');
  expect(watched.errors).toEqual([]);
});

test('whose a report is: assumed, changed, asked, remembered, and selectable', async ({
  page,
  door,
  watched,
}, info) => {
  test.setTimeout(120_000);
  await enter(page, door);
  await openReports(page);
  await dropReports(page, file('affiliate_orders_1.csv', tiktok('576461413038700001')));
  await page.getByRole('button', { name: 'Name account of affiliate_orders_1.csv' }).click();
  await page.getByRole('textbox', { name: 'Its name, as you know it' }).fill('@hearthpan');
  expect(await lookAt(page, info, 'account-assumed')).toEqual([]);
  await page.getByRole('button', { name: 'Use this account' }).click();
  await expect(page.getByRole('cell', { name: '@hearthpan' })).toBeVisible();
  await importPlan(page, '1 row added');

  await dropReports(page, file('affiliate_orders_2.csv', tiktok('576461413038700002', '576461413038700003')));
  await expect(page.getByRole('cell', { name: '@hearthpan' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Change account of affiliate_orders_2.csv' }).click();
  await choose(page, 'Account', 'another account …');
  await page.getByRole('textbox', { name: 'Its name, as you know it' }).fill('@gardenpot');
  await page.getByRole('button', { name: 'Use this account' }).click();
  await importPlan(page, '2 rows added');

  await dropReports(page, file('affiliate_orders_3.csv', tiktok('576461413038700004')));
  await expect(page.getByText('Whose report is this?')).toBeVisible();
  expect(await lookAt(page, info, 'account-asked')).toEqual([]);
  await choose(page, 'Account', '@hearthpan');
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await importPlan(page, '1 row added');
  await page.getByRole('button', { name: 'Done', exact: true }).click();

  const rows = page.getByRole('table', { name: 'All rows' });
  await expect(rows).toHaveAttribute('aria-rowcount', '5');
  expect(await lookAt(page, info, 'accounts-library')).toEqual([]);
  await choose(page, 'Show the reports of', 'TikTok Shop: @hearthpan');
  await expect(rows).toHaveAttribute('aria-rowcount', '3');
  await expect(page.getByRole('button', { name: /^Undo import of/ })).toHaveCount(2);
  expect(watched.errors).toEqual([]);
});

const odd = Buffer.from(
  [
    'Partner report, January',
    'Exported for, you, 2026',
    'Tag^Händler^Sache^Provision^Währung',
    '13.01.2026^Müller^Lampe^3,60^EUR',
    '29.01.2026^Müller^Stuhl^8,00^EUR',
  ].join('\n'),
  'latin1',
);

test('a file that is detected wrongly is put right in the wizard, and the next one is read by itself', async ({
  page,
  door,
  watched,
}, info) => {
  test.setTimeout(120_000);
  await enter(page, door);
  await openReports(page);
  await dropReports(page, file('partner.txt', odd));
  await page.getByRole('button', { name: 'Say how to read it partner.txt' }).click();
  await choose(page, 'Cells are separated by', /carets/);
  await choose(page, 'The columns are named in', /line 3: Tag/);
  await expect(page.getByRole('combobox', { name: 'Commission', exact: true })).toHaveValue('Provision');
  await expect(page.getByRole('combobox', { name: 'Letters are encoded as' })).toHaveValue(
    /Windows-1252.*detected/,
  );
  const live = page.getByRole('region', { name: 'As Forkcast would store it' });
  await expect(live).toContainText('2 rows can be read, 0 refused; commission €11.60');
  expect(await lookAt(page, info, 'wizard')).toEqual([]);
  // What another encoding would make of the names shows at once.
  await choose(page, 'Letters are encoded as', /Shift-JIS/);
  await expect(page.getByRole('columnheader', { name: 'Händler' })).toHaveCount(0);
  await choose(page, 'Letters are encoded as', /Windows-1252/);
  await choose(page, 'The columns are named in', /line 3: Tag/);
  await expect(live).toContainText('2 rows can be read');
  await page.getByRole('textbox', { name: 'Name of this kind of report' }).fill('Partner');
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await importPlan(page, '2 rows added');

  const next = Buffer.from(odd.toString('latin1').replaceAll('.01.', '.03.'), 'latin1');
  await dropReports(page, file('partner-march.txt', next));
  await expect(page.getByText('1 report of Other networks: 2 new rows')).toBeVisible();
  expect(watched.errors).toEqual([]);
});

test('a refused row is corrected, checked at once, and stored with what stood in the file', async ({
  page,
  door,
  watched,
}, info) => {
  test.setTimeout(120_000);
  await enter(page, door);
  await openReports(page);
  const earnings = [
    'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group',
    'Kitchen,Pan,B000000001,Amazon,tag-20,2026-01-02,10.00,1,0,10.00,0.45,PHONE',
    'Kitchen,Pot,B000000002,Amazon,tag-20,2026-02-31,10.00,1,0,10.00,0.45,PHONE',
    'Kitchen,Lid,B000000003,Amazon,tag-20,2026-01-04,10.00,1,0,10.00,zero,PHONE',
  ].join('\n');
  await dropReports(page, file('Fee-Earnings.csv', earnings));
  const refused = page.getByRole('region', { name: /Rows that cannot be stored as they are/ });
  await refused.getByRole('button', { name: 'Correct row 3' }).click();
  const day = refused.getByRole('textbox', { name: 'Date Shipped' });
  await day.fill('2026-02-30');
  await expect(refused).toContainText('2026-02-30” is not a date');
  await expect(refused.getByRole('button', { name: 'Use the corrected row' })).toBeDisabled();
  await day.fill('2026-02-28');
  await expect(refused).toContainText('This row can be stored: Pot, 28 Feb 2026');
  expect(await lookAt(page, info, 'fix-row')).toEqual([]);
  await refused.getByRole('button', { name: 'Use the corrected row' }).click();
  await expect(refused).toContainText('Date Shipped “2026-02-31” → “2026-02-28”');
  await refused.getByRole('button', { name: 'Leave out row 4' }).click();
  await expect(
    page.getByText('1 report of Amazon links: 2 new rows, 0 changed, 0 already known, 0 refused.'),
  ).toBeVisible();
  expect(await lookAt(page, info, 'row-fixed')).toEqual([]);
  await importPlan(page, '2 rows added');
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(page.getByRole('table', { name: 'All rows' })).toContainText(
    'corrected: Date Shipped was “2026-02-31”',
  );
  expect(watched.errors).toEqual([]);
});

const textOf = (kind: string): string => reportFixtures.find(fixture => fixture.kind === kind)!.text;

test('a new user drops everything at once and ends in a correct library', async ({
  page,
  door,
  watched,
}, info) => {
  test.setTimeout(180_000);
  const amazon = zipOf(
    (['amazon.category', 'amazon.linked-product', 'amazon.tracking-id'] as const).map((kind, index) => ({
      name: `178999999999${index}-${kind.slice(7)}-0b7e-CSV.csv`,
      content: Buffer.from(textOf(kind)),
    })),
  );
  const network = [
    'Transaction ID;Advertiser;Transaction Date;Commission Status;Sale Amount;Commission Amount;Currency',
    '9001;Hearthline;25/03/2026 10:15;Approved;1.299,90;64,99;EUR',
    '9002;Hearthline;13/04/2026 11:00;Pending;20,00;1,00;EUR',
  ].join('\n');
  await enter(page, door);
  await openReports(page);
  await dropReports(
    page,
    file('Tracking-Id-12Mar2026-111617.zip', amazon),
    file('affiliate_orders_7568012345678901234.xlsx', workbookOf(tiktokTable, { dimension: 'A1' })),
    file('earnings.csv', textOf('ltk.earnings')),
    file('transactions.csv', network),
  );
  await expect(page.getByRole('heading', { name: /nothing is stored yet/ })).toBeVisible();
  expect(await lookAt(page, info, 'new-user-asked')).toEqual([]);
  // Every proposal is taken as it is.
  await page.getByRole('button', { name: 'Answer as proposed: currency and days (3)' }).click();
  await expect(page.getByRole('button', { name: 'Discard' })).toBeVisible();
  await expect(page.locator('section.question')).toHaveCount(1);
  const answers = page.getByRole('button', { name: 'Answer', exact: true });
  for (let left = await answers.count(); left > 0; left = await answers.count()) {
    const question = page.locator('section.question').first();
    await question.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Discard' })).toBeVisible();
    await expect.poll(() => answers.count()).toBeLessThan(left);
  }
  expect(await lookAt(page, info, 'new-user-plan')).toEqual([]);
  await importPlan(page, '0 refused');
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  const library = page.getByRole('group', { name: 'Imported reports' });
  for (const name of [
    'Amazon Category report',
    'Amazon Linked-Product report',
    'Amazon Tracking-Id report',
    'TikTok Shop creator orders',
    'LTK earnings',
    'Mapped by you',
  ])
    await expect(library.getByRole('cell', { name })).toHaveCount(1);
  expect(await lookAt(page, info, 'new-user-library')).toEqual([]);
  expect(watched.errors).toEqual([]);
});

test('files dropped one after the other are one import, and the sample steps aside in one click', async ({
  page,
  door,
  watched,
}, info) => {
  test.setTimeout(120_000);
  await enter(page, door);
  await openSample(page);
  await openReports(page);
  await dropReports(page, file('affiliate_orders_1.csv', tiktok('576461413038700001')));
  await expect(page.getByText('The sample creator is still here')).toBeVisible();
  expect(await lookAt(page, info, 'sample-in-the-way')).toEqual([]);
  await page.getByRole('button', { name: 'Take the sample out and go on' }).click();
  await expect(page.getByText('1 report of TikTok Shop: 1 new row')).toBeVisible();

  // Two drops in quick succession, the second before the first has been read.
  await dropReports(page, file('affiliate_orders_2.csv', tiktok('576461413038700002')));
  await dropReports(page, file('affiliate_orders_3.csv', tiktok('576461413038700003')));
  await expect(page.getByText('3 reports of TikTok Shop: 3 new rows')).toBeVisible();
  await importPlan(page, '3 rows added');
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page.getByRole('button', { name: /^Undo import of/ }).click();
  const dialog = page.getByRole('dialog');
  for (const digit of ['1', '2', '3'])
    await expect(dialog.getByText(`affiliate_orders_${digit}.csv`)).toBeVisible();
  expect(watched.errors).toEqual([]);
});

test('a file that cannot be read is not called one that brings nothing new', async ({
  page,
  door,
  watched,
}) => {
  await enter(page, door);
  await openReports(page);
  await dropReports(page, file('notes.txt', 'Dear diary,\ntoday I sold nothing.\n'));
  await expect(page.getByRole('heading', { name: 'Nothing of this can be imported' })).toBeVisible();
  expect(watched.errors).toEqual([]);
});

test('times without a zone say what was assumed, and an account without a name gets one later', async ({
  page,
  door,
  watched,
}, info) => {
  test.setTimeout(120_000);
  await enter(page, door);
  await openReports(page);
  const night = tiktokRow({ 'Order date': '01/09/2026 02:30:00', 'Content ID': '7459838373888000007' });
  await dropReports(page, file('night.csv', tiktokFile(night)));
  const assumed = page.getByRole('region', { name: 'Taken as likely' });
  await expect(assumed).toContainText('times of Los Angeles (the market’s own)');
  await expect(page.getByRole('cell', { name: '1 Sep 2026' })).toBeVisible();
  await assumed.getByRole('button', { name: 'Change time zone of night.csv' }).click();
  await choose(page, 'Its times are those of', 'UTC');
  expect(await lookAt(page, info, 'time-zone')).toEqual([]);
  await page.getByRole('button', { name: 'Use this time zone' }).click();
  await expect(page.getByRole('cell', { name: '31 Aug 2026' })).toBeVisible();
  await importPlan(page, '1 row added');

  await dropReports(page, file('@gardenpot.csv', tiktok('576461413038700009')));
  await expect(page.getByRole('cell', { name: '@gardenpot', exact: true })).toBeVisible();
  await importPlan(page, '1 row added');
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await choose(page, 'Show the reports of', /first account/);
  await page.getByRole('textbox', { name: 'Name of this account' }).fill('@hearthpan');
  await page.getByRole('button', { name: 'Name it' }).click();
  await expect(page.getByRole('cell', { name: '@hearthpan', exact: true })).toBeVisible();
  expect(await lookAt(page, info, 'account-named')).toEqual([]);
  expect(watched.errors).toEqual([]);
});
