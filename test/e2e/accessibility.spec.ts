import { enter, expect, test } from '../helpers/forkcast-page.ts';
import { openSample } from '../helpers/page-steps.ts';
import { screenFaults } from '../helpers/screen-faults.ts';

const pages = ['Start', 'Reports', 'Compare', 'Replay'] as const;

test('every page is clean under axe, light and dark, empty and filled', async ({ page, door, watched }) => {
  test.setTimeout(180_000);
  const failures: string[] = [];
  const visit = async (state: string): Promise<void> => {
    for (const name of pages) {
      await page.getByRole('navigation').getByRole('link', { name }).click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      failures.push(...(await screenFaults(page)).map(fault => `${state} ${name} ${fault}`));
    }
  };
  await enter(page, door);
  await visit('empty');
  await page.getByRole('navigation').getByRole('link', { name: 'Start' }).click();
  await openSample(page);
  await visit('filled');
  expect(failures).toEqual([]);
  expect(watched.errors).toEqual([]);
});

test('axe notices a planted fault', async ({ page, door }) => {
  await enter(page, door);
  await page.evaluate(() => document.querySelector('main')!.append(document.createElement('button')));
  expect(await screenFaults(page)).toContainEqual(expect.stringContaining('button-name'));
});

test('the pages can be walked with the keyboard alone', async ({ page, door, watched }) => {
  await enter(page, door);
  // A page that opens says where one is; everything else is reached from there in order, the way past the bar first.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const skip = page.getByRole('link', { name: /skip/i });
  const first = page.locator('a[href], button, input, select, textarea, [tabindex="0"]').first();
  expect(await first.evaluate((one, other) => one === other, await skip.elementHandle())).toBe(true);
  await skip.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  for (const [key, title] of [
    ['Alt+2', 'Reports'],
    ['Alt+3', 'Compare'],
    ['Alt+4', 'Replay'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
  await page.keyboard.press('Alt+1');
  await expect(page.getByRole('button', { name: 'Open the sample creator' })).toBeVisible();
  expect(watched.errors).toEqual([]);
});
