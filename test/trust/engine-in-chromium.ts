import { chromium } from 'playwright';
import { build } from 'vite';
import { findChromium } from '../../electron/pdf/find-chromium.ts';
import type { Comparison } from '../../shared/domain/comparison.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import type { Rates } from '../../shared/engine/rates.ts';

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

interface Question {
  readonly scenario: Scenario;
  readonly grade: 'quick' | 'full';
}

interface Engine {
  simulate(scenario: unknown, rates: unknown, grade: string): Comparison;
}

/** Answers questions by the engine in a page of Chromium; null where there is none. */
export const enginesInChromium = async (
  questions: readonly Question[],
  rates: Rates,
): Promise<Comparison[] | null> => {
  const { path: executablePath } = await findChromium();
  if (executablePath === undefined) return null;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundled() });
    const answers: Comparison[] = [];
    for (const question of questions)
      answers.push(
        await page.evaluate(
          ({ scenario, grade, rates: paid }) =>
            (globalThis as unknown as { engine: Engine }).engine.simulate(scenario, paid, grade),
          { ...question, rates },
        ),
      );
    return answers;
  } finally {
    await browser.close();
  }
};
