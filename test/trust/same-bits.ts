import { createHash } from 'node:crypto';
import { createPool } from '../../electron/compute/pool.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import { simulate } from '../../shared/engine/simulate.ts';
import { everythingScenario } from '../bench/everything-scenario.ts';
import { referenceScenario } from '../bench/reference-scenario.ts';
import { sampleCards, sampleScenario } from '../helpers/scenario.ts';
import { enginesInChromium } from './engine-in-chromium.ts';

export const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** Hashes of one scenario's answer of one grade, by where it was computed. */
export interface Bits {
  readonly scenario: string;
  readonly grade: 'quick' | 'full';
  readonly hashes: Readonly<Record<string, string>>;
}

const rates = { cards: sampleCards, categoryNames: {} };
const grades = ['full', 'quick'] as const;

/** The sample creator, the reference model, and everything switched on. */
export const bitScenarios = (trials: number): readonly Scenario[] => [
  sampleScenario({ trials }),
  referenceScenario({ products: 4, weeks: 30, trials }),
  everythingScenario({ products: 4, weeks: 30, trials }),
];

/** Answers to scenarios on this thread, on pools of workers and in Chromium (left out where there is none). */
export const measureBits = async (
  scenarios: readonly Scenario[],
  threadCounts: readonly number[],
): Promise<Bits[]> => {
  const questions = scenarios.flatMap(scenario => grades.map(grade => ({ scenario, grade })));
  const hashes = questions.map(
    ({ scenario, grade }): Record<string, string> => ({
      here: hashOf(simulate(scenario, rates, grade)),
    }),
  );
  for (const threads of threadCounts) {
    const pool = createPool({ threads });
    for (const [i, { scenario, grade }] of questions.entries())
      hashes[i]![`${threads} workers`] = hashOf(await pool.run(scenario, sampleCards, {}, { grade }));
    await pool.close();
  }
  const there = await enginesInChromium(questions, rates);
  there?.forEach((answer, i) => (hashes[i]!['Chromium'] = hashOf(answer)));
  return questions.map(({ scenario, grade }, i) => ({
    scenario: scenario.name,
    grade,
    hashes: hashes[i]!,
  }));
};

export const sameEverywhere = ({ hashes }: Bits): boolean => new Set(Object.values(hashes)).size === 1;
