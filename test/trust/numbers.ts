import { createHash } from 'node:crypto';
import { createPool } from '../../electron/compute/pool.ts';
import { simulate } from '../../shared/engine/simulate.ts';
import { compareLedgers } from '../helpers/compare-ledgers.ts';
import { sampleCards, sampleScenario } from '../helpers/scenario.ts';
import { inChromium } from './engine-in-chromium.ts';
import { measureClosedForms } from './measure-closed-forms.ts';
import { plantedSampler, samplerChecks } from './sampler-checks.ts';

/** One promise of trust.md: what was measured and whether it holds. */
interface Promise_ {
  readonly id: string;
  readonly promise: string;
  readonly measured: string;
  readonly holds: boolean;
}

const rates = { cards: sampleCards, categoryNames: {} };

const closedForms = (): Promise_ => {
  const all = measureClosedForms(scenario => simulate(scenario, rates), 100);
  const worst = all.toSorted((a, b) => b.worst - a.worst)[0]!;
  const drift = all.toSorted((a, b) => b.overall - a.overall)[0]!;
  return {
    id: 'N1',
    promise: '≥ 40 closed forms × 100 seeds, |z| ≤ 4',
    measured: `${all.length} forms; worst |z| ${worst.worst.toFixed(2)} (${worst.name}); worst mean over seeds ${drift.overall.toFixed(2)} (${drift.name})`,
    holds: all.length >= 40 && worst.worst <= 4 && drift.overall <= 4,
  };
};

/** Slope of log error against log trials, from 16 independent seeds per size. */
const convergence = (): Promise_ => {
  const sizes = [250, 1000, 4000];
  const errors = sizes.map(trials => {
    const means = Array.from({ length: 40 }, (_, i) => {
      const scenario = sampleScenario({ trials, seed: 1000 + i, weeks: 8 });
      const { content } = scenario;
      const light = { ...scenario, content: { ...content, viewsTail: null } };
      return simulate(light, rates).strategies[1]!.totalEarned.mean;
    });
    const middle = means.reduce((sum, each) => sum + each, 0) / means.length;
    return Math.sqrt(means.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (means.length - 1));
  });
  const slope = Math.log(errors[2]! / errors[0]!) / Math.log(sizes[2]! / sizes[0]!);
  return {
    id: 'N3',
    promise: 'error falls as 1/√n: slope −0.5 (40 seeds: ± 0.1 is one in twenty)',
    measured: `slope ${slope.toFixed(3)} over ${sizes.join(', ')} futures`,
    holds: Math.abs(slope + 0.5) <= 0.12,
  };
};

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

const sameBits = async (): Promise<Promise_> => {
  const scenario = sampleScenario({ trials: 1500 });
  const hashes = [hashOf(simulate(scenario, rates))];
  for (const threads of [1, 2, 4, 8]) {
    const pool = createPool({ threads });
    hashes.push(hashOf(await pool.run(scenario, sampleCards, {}, { grade: 'full' })));
    await pool.close();
  }
  const browser = await inChromium(scenario, rates);
  const there = browser === null ? 'no Chromium here' : hashOf(browser);
  const same = new Set(hashes).size === 1 && (browser === null || there === hashes[0]);
  return {
    id: 'N4',
    promise: 'identical hash for 1, 2, 4, 8 workers and in Chromium',
    measured: `${hashes[0]} here, ${new Set(hashes).size} different in all, Chromium ${there}`,
    holds: same,
  };
};

const samplers = (draws: number): Promise_ => {
  const results = samplerChecks().map(check => ({ name: check.name, p: check.pValue(draws) }));
  const worst = results.toSorted((a, b) => a.p - b.p)[0]!;
  const planted = plantedSampler.pValue(draws);
  return {
    id: 'N5',
    promise: `${draws.toExponential(0)} draws per sampler, χ²; a 0.5 % error is noticed`,
    measured: `${results.length} samplers, smallest p ${worst.p.toExponential(1)} (${worst.name}); planted p ${planted.toExponential(1)}`,
    holds: worst.p > 1e-5 && planted < 1e-9,
  };
};

const money = (): Promise_ => {
  const { weeks, differences } = compareLedgers(0, 100_000);
  return {
    id: 'N8',
    promise: '10⁵ random ledgers against big integers: 0 differences',
    measured: `${weeks} weeks, ${differences.length} differences`,
    holds: differences.length === 0,
  };
};

/** Measures the promises about numbers at full reach; `--json` prints them as data. */
export const run = async (options: readonly string[]): Promise<boolean> => {
  const all: Promise_[] = [];
  for (const measure of [closedForms, convergence, sameBits, () => samplers(10_000_000), money]) {
    const found = await measure();
    all.push(found);
    if (!options.includes('--json'))
      console.log(
        `${found.holds ? 'holds ' : 'FAILS '} ${found.id}  ${found.promise}\n         ${found.measured}`,
      );
  }
  if (options.includes('--json')) console.log(JSON.stringify(all));
  return all.every(each => each.holds);
};
