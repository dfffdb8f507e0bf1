import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { build } from 'vite';
import type { Comparison } from '../../shared/domain/comparison.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import type { Rates } from '../../shared/engine/rates.ts';

const browserFile = (): string | undefined =>
  [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    path => path !== undefined && existsSync(path),
  );

interface Bundle {
  readonly output: readonly { readonly code?: string }[];
}

const bundled = async (): Promise<string> => {
  const entry = new URL('../../shared/engine/simulate.ts', import.meta.url).pathname;
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'engine' } },
  })) as Bundle | readonly Bundle[];
  const [first] = 'output' in built ? [built] : built;
  return first!.output[0]!.code!;
};

/** Runs the engine in a page of the system's Chromium; null where there is none. */
export const inChromium = async (scenario: Scenario, rates: Rates): Promise<Comparison | null> => {
  const executablePath = browserFile();
  if (executablePath === undefined) return null;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundled() });
    return await page.evaluate(
      input =>
        (
          globalThis as unknown as { engine: { simulate: (s: unknown, r: unknown) => Comparison } }
        ).engine.simulate(input.scenario, input.rates),
      { scenario, rates },
    );
  } finally {
    await browser.close();
  }
};
