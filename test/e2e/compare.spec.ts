import type { Locator } from '@playwright/test';
import { enter, expect, test } from '../helpers/forkcast-page.ts';
import { openSample, settledHeadline } from '../helpers/page-steps.ts';

test('a reload keeps moved sliders, and a small window shows the answer first', async ({
  page,
  door,
  watched,
}) => {
  test.setTimeout(120_000);
  await enter(page, door);
  const headline = await openSample(page);
  const before = await headline.innerText();
  const slider = page.getByRole('slider', { name: 'TikTok Shop commission rate' });
  for (let step = 0; step < 12; step += 1) await slider.press('ArrowLeft');
  await expect(headline).not.toHaveText(before);
  const moved = await (await settledHeadline(page)).innerText();
  await page.reload();
  await expect(headline).toHaveText(moved, { timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeEnabled();
  await expect(page.getByText(/^Quick answer: [\d,]+ futures; chance: /)).toBeVisible();

  const top = async (what: Locator) => (await what.boundingBox())!.y;
  await page.setViewportSize({ width: 780, height: 900 });
  expect(await top(headline)).toBeLessThan(await top(slider));
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(headline).toHaveText(before);
  expect(watched.errors).toEqual([]);
});

test('a scenario says when the reports it was learned from are gone', async ({ page, door, watched }) => {
  test.setTimeout(120_000);
  await enter(page, door);
  await openSample(page);
  const notice = page.getByText('Learned from reports that are not here any more');
  await expect(notice).toHaveCount(0);
  await page.evaluate(async () => {
    const ask = async (name: string, input: unknown): Promise<unknown> => {
      const key = localStorage.getItem('forkcast-key') ?? '';
      const headers = { 'content-type': 'application/json', 'x-forkcast-key': key };
      const response = await fetch(`/api/ask/${name}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(input),
      });
      return ((await response.json()) as { value: unknown }).value;
    };
    const reports = (await ask('report.list', {})) as readonly { importId: number }[];
    for (const importId of new Set(reports.map(report => report.importId)))
      await ask('report.undo', { importId });
  });
  await page.reload();
  await expect(notice).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/hearth-and-pan-.+: no longer in your library/)).toBeVisible();
  expect(watched.errors).toEqual([]);
});
