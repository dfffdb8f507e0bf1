import { expect, type Locator, type Page } from '@playwright/test';

/** A file as the browser's dialog hands it over, or the path of one. */
export type Dropped = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** A file that exists in the test alone. */
export const file = (name: string, content: string | Uint8Array): Dropped => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

export const openReports = (page: Page): Promise<void> =>
  page.getByRole('link', { name: 'Reports', exact: true }).click();

export const dropReports = (page: Page, ...files: readonly Dropped[]): Promise<void> =>
  page
    .getByLabel('Report files')
    .first()
    .setInputFiles(files as string[]);

/** Agrees to the plan, and waits for what was added: `2 rows added`. */
export const importPlan = async (page: Page, added: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'added' })).toContainText(added);
};

/** The headline, once the answer is that of the sliders. */
export const settledHeadline = async (page: Page): Promise<Locator> => {
  const headline = page.getByTestId('headline');
  await expect(headline).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  return headline;
};

export const openSample = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Open the sample creator' }).click();
  return settledHeadline(page);
};

/** Chooses an option of a select by its label. */
export const choose = async (page: Page, label: string, option: string | RegExp): Promise<void> => {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option }).first().click();
};
