import { simulate } from '../../shared/engine/simulate.ts';
import { compareLedgers } from '../helpers/compare-ledgers.ts';
import { plantedErrors } from '../helpers/planted-errors.ts';
import { sampleCards } from '../helpers/scenario.ts';
import { type Convergence, convergenceOfModel, convergenceOnForms, fallsAsItShould } from './convergence.ts';
import { tolerated, toleratedOnce } from './failing-checks.ts';
import { engineLaws, goldenAgain, goldenFailures, goldenValues } from './golden/check-golden.ts';
import { measureClosedForms } from './measure-closed-forms.ts';
import { compareMoney } from './money-checks.ts';
import { withPlantedErrors } from './plant-error.ts';
import { bitScenarios, measureBits, sameEverywhere } from './same-bits.ts';
import { plantedForProperties } from './random/planted.ts';
import { properties } from './random/properties.ts';
import { plantedSampler, samplerChecks } from './sampler-checks.ts';
import { measureProperties, missedByProperties } from './scenarios.ts';
import { sharedStreams, streamPValues } from './stream-checks.ts';

/** One promise of the model: what was measured and whether it holds. */
interface Measured {
  readonly id: string;
  readonly promise: string;
  readonly measured: string;
  readonly holds: boolean;
}

const rates = { cards: sampleCards, categoryNames: {} };

const closedForms = (): Measured => {
  const all = measureClosedForms(scenario => simulate(scenario, rates), 100);
  const worst = all.toSorted((a, b) => b.worst - a.worst)[0]!;
  const drift = all.toSorted((a, b) => b.overall - a.overall)[0]!;
  const beyond = all.reduce((sum, each) => sum + each.beyond4, 0);
  return {
    id: 'N1',
    promise:
      '≥ 40 closed forms × 100 seeds: |z| ≤ 4 (of thousands, chance allows three beyond), over all seeds ≤ 4',
    measured: `${all.length} forms; worst |z| ${worst.worst.toFixed(2)} (${worst.name}), ${beyond} of ${100 * all.length} beyond 4; worst over all seeds ${drift.overall.toFixed(2)} (${drift.name})`,
    holds: all.length >= 40 && worst.worst <= toleratedOnce && beyond <= 3 && drift.overall <= tolerated,
  };
};

const planted = (): Measured => {
  const missed = withPlantedErrors(plantedErrors, 5).filter(each => !each.caught);
  return {
    id: 'N1',
    promise: '≥ 10 errors planted in copies of the engine, each caught by a named check',
    measured: `${plantedErrors.length} planted, ${missed.length} missed${missed.map(each => `; ${each.name}`).join('')}`,
    holds: plantedErrors.length >= 10 && missed.length === 0,
  };
};

const golden = (): Measured => {
  const failures = goldenFailures(engineLaws);
  const again = goldenAgain();
  const made =
    again === null
      ? 'no Python with mpmath here to make them again'
      : `made again: ${again ? 'the same' : 'DIFFERENT'}`;
  return {
    id: 'N2',
    promise: '≥ 200 golden values from mpmath at 60 digits: 1e-12, far tails 1e-9',
    measured: `${goldenValues.length} values, ${failures.length} off; ${made}`,
    holds: goldenValues.length >= 200 && failures.length === 0 && again !== false,
  };
};

const shown = (what: string, { slope, error, sizes }: Convergence): string =>
  `${what} ${slope.toFixed(3)} ± ${error.toFixed(3)} over ${sizes.join(', ')} futures`;

const convergence = (): Measured => {
  const run = (scenario: Parameters<typeof simulate>[0]) => simulate(scenario, rates);
  const [forms, model] = [convergenceOnForms(run, 40), convergenceOfModel(run, 600)];
  return {
    id: 'N3',
    promise: 'the error falls as 1/√n: slope −0.5 ± 0.05',
    measured: `${shown('closed forms', forms)}; ${shown('the whole model', model)}`,
    holds: [forms, model].every(fallsAsItShould),
  };
};

const sameBits = async (): Promise<Measured> => {
  const all = await measureBits(bitScenarios(1500), [1, 2, 4, 8]);
  const different = all.filter(bits => !sameEverywhere(bits));
  const chromium = all.every(({ hashes }) => hashes['Chromium'] !== undefined);
  return {
    id: 'N4',
    promise: 'identical hash for 1, 2, 4, 8 workers and in Chromium',
    measured: `${all.length} answers (${all.map(({ hashes }) => hashes['here']).join(' ')}), ${different.length} differ; ${chromium ? 'Chromium too' : 'no Chromium here'}`,
    holds: different.length === 0,
  };
};

const samplers = (draws: number): Measured => {
  const results = samplerChecks().map(check => ({ name: check.name, p: check.pValue(draws) }));
  const worst = results.toSorted((a, b) => a.p - b.p)[0]!;
  const noticed = plantedSampler.pValue(draws);
  return {
    id: 'N5',
    promise: `${draws.toExponential(0)} draws per sampler, χ²; a 0.5 % error is noticed`,
    measured: `${results.length} samplers, smallest p ${worst.p.toExponential(1)} (${worst.name}); planted p ${noticed.toExponential(1)}`,
    holds: worst.p > 1e-5 && noticed < 1e-9,
  };
};

const streams = (pairs: number): Measured => {
  const worst = streamPValues(pairs).toSorted((a, b) => a.p - b.p)[0]!;
  const noticed = streamPValues(pairs, sharedStreams)[0]!.p;
  return {
    id: 'N5',
    promise: 'streams of neighbouring futures, purposes and seeds are independent, χ²',
    measured: `${pairs} pairs each, smallest p ${worst.p.toExponential(1)} (${worst.name}); planted p ${noticed.toExponential(1)}`,
    holds: worst.p > 1e-5 && noticed < 1e-9,
  };
};

const money = (): Measured => {
  const { weeks, differences } = compareLedgers(0, 100_000);
  const amounts = compareMoney(300_000);
  return {
    id: 'N8',
    promise:
      '10⁵ random ledgers, and 10⁵ amounts in currencies with 0, 2 and 3 decimals, against big integers',
    measured: `${weeks} weeks of ledgers, ${differences.length} differences; 300000 amounts, ${amounts.length} differences`,
    holds: differences.length + amounts.length === 0,
  };
};

const randomScenarios = async (count: number): Promise<Measured> => {
  const { looked, found } = await measureProperties({ from: 0, count }, Math.ceil(count / 5));
  const missed = missedByProperties();
  return {
    id: 'N9',
    promise: `${properties.length + 1} properties of every answer, over random scenarios with any feature on or off; an error planted for each`,
    measured: [
      `${looked} looked at, ${found.length} failures, ${plantedForProperties.length} planted, ${missed.length} missed`,
      ...found.slice(0, 10),
      ...missed,
    ].join('; '),
    holds: found.length + missed.length === 0,
  };
};

const measures: readonly (() => Measured | Promise<Measured>)[] = [
  closedForms,
  planted,
  golden,
  convergence,
  sameBits,
  () => samplers(10_000_000),
  () => streams(1_000_000),
  money,
  () => randomScenarios(20),
];

/** Measures the promises about numbers at full reach; `--json` prints them as data. */
export const run = async (options: readonly string[]): Promise<boolean> => {
  const all: Measured[] = [];
  for (const measure of measures) {
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
