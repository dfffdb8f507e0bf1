import { enter, expect, test } from '../helpers/forkcast-page.ts';

test('opens in a browser without a violation of its policy', async ({ page, door, watched }) => {
  await enter(page, door);
  await expect(page).toHaveTitle(/Forkcast/);
  expect(page.url()).not.toContain('code=');
  expect(watched.violations).toEqual([]);
});

test('leaves no token in a referrer or the history, and no cookie where a script could find it', async ({
  page,
  door,
  context,
}) => {
  await enter(page, door);
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  const seen = await page.evaluate(() => JSON.stringify([document.cookie, location.href, document.referrer]));
  expect(seen).not.toContain(cookie!.value);
  expect(seen).not.toContain(new URL(door.address).searchParams.get('code'));
});

test('survives a reload, and lets a second tab of the same browser in', async ({
  page,
  door,
  context,
  watched,
}) => {
  await enter(page, door);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const second = await context.newPage();
  await second.goto(door.origin);
  await expect(second.getByRole('heading', { level: 1 })).toBeVisible();
  expect(watched.errors).toEqual([]);
});

test('lets another browser in neither without the code nor with one that has been used', async ({
  browser,
  page,
  door,
}) => {
  await enter(page, door);
  const stranger = await (await browser.newContext()).newPage();
  expect((await stranger.goto(door.origin))?.status()).toBe(403);
  expect((await stranger.goto(door.address))?.status()).toBe(403);
  await expect(stranger.locator('body')).toContainText('This address has been used.');
  await stranger.context().close();
});

test('blocks what an injected script would try', async ({ page, door }) => {
  await enter(page, door);
  const blocked = await page.evaluate(async () => {
    const directives: string[] = [];
    document.addEventListener('securitypolicyviolation', event => directives.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    const remote = document.createElement('script');
    remote.src = 'https://attacker.example/x.js';
    const image = document.createElement('img');
    image.src = 'https://attacker.example/x.png';
    const frame = document.createElement('iframe');
    frame.src = 'https://attacker.example/';
    document.body.append(script, remote, image, frame);
    await fetch('https://attacker.example/').catch(() => {});
    await new Promise(resolve => setTimeout(resolve, 300));
    return { directives: [...new Set(directives)].toSorted(), injected: 'injected' in window };
  });
  expect(blocked.injected).toBe(false);
  expect(blocked.directives).toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem']);
});
