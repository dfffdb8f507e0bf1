import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds wrong with a screen that has come to rest, in both colour schemes; `picture` names a file for the eye. */
export const screenFaults = async (
  page: Page,
  picture?: (colorScheme: 'light' | 'dark') => string,
): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    if (picture) await page.screenshot({ path: picture(colorScheme), fullPage: true });
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, nodes } of violations)
      faults.push(`${colorScheme}: ${id} at ${nodes.map(node => node.target.join(' ')).join(', ')}`);
  }
  return faults;
};
