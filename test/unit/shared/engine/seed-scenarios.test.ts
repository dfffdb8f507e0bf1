import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../../electron/reference.ts';
import { type Scenario, scenarioSchema } from '../../../../shared/domain/scenario.ts';
import { checkScenario } from '../../../../shared/engine/check-scenario.ts';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { seedScenarios } from '../../../seeds/seed-scenarios.ts';

const resources = new URL('../../../../resources/', import.meta.url);
const { cards, categoryNames } = loadReference(resources.pathname);
const read = (name: string): Scenario =>
  scenarioSchema.parse(JSON.parse(readFileSync(new URL(`scenarios/${name}.json`, resources), 'utf8')));
const names = Object.keys(seedScenarios());
const run = (name: string) => simulate({ ...read(name), trials: 400 }, { cards, categoryNames });

describe('the seed scenarios', () => {
  it('are the files in resources, as written by their script', () => {
    const files = readdirSync(new URL('scenarios/', resources)).filter(file => file.endsWith('.json'));
    expect(files.toSorted()).toEqual(names.map(name => `${name}.json`).toSorted());
    for (const [name, scenario] of Object.entries(seedScenarios())) expect(read(name)).toEqual(scenario);
  });

  it.each(names)(
    '%s passes its check and earns something under every strategy',
    { timeout: 30_000 },
    name => {
      expect(checkScenario(read(name), cards, categoryNames)).toEqual([]);
      for (const strategy of run(name).strategies)
        expect(strategy.totalEarned.quantiles[0]).toBeGreaterThan(0);
    },
  );

  it('a known ban hurts Amazon links and not the one who switches', () => {
    const [open, banned] = ['open-links', 'ban-on-a-known-date'].map(run);
    const total = (comparison: ReturnType<typeof run>, id: string): number =>
      comparison.strategies.find(each => each.id === id)!.totalEarned.mean;
    expect(total(banned!, 'amazon')).toBeLessThan(total(open!, 'amazon') * 0.7);
    expect(total(banned!, 'switch')).toBeGreaterThan(total(banned!, 'amazon'));
    expect(banned!.events[0]!.share).toBe(1);
  });

  it('an uncertain ban comes in some futures and never in others', () => {
    const { share, weeks } = run('ban-or-never').events[0]!;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.5);
    expect(weeks![0]).toBeGreaterThan(4);
  });

  it('storefronts earn nothing more after 12 September 2023 but returns', () => {
    const { weekly } = run('storefront-until-2023-09-12').strategies.find(each => each.id === 'storefront')!;
    expect(weekly.earned[34]).toBeGreaterThan(0);
    expect(Math.max(...weekly.earned.slice(37))).toBeLessThanOrEqual(0);
  });

  it('LIVEs and the showcase are streams of their own', () => {
    const { streams } = run('tiktok-shop-with-lives').strategies.find(each => each.id === 'shop')!;
    for (const name of ['tiktok-video', 'tiktok-live', 'tiktok-showcase'])
      expect(streams!.find(each => each.stream === name)!.mean).toBeGreaterThan(0);
  });

  it('the ramp multiplies TikTok Shop over the year', () => {
    const [open, ramp] = ['open-links', 'us-ramp'].map(
      name => run(name).strategies.find(each => each.id === 'shop')!.weekly.earned,
    );
    expect(ramp!.at(-1)! / open!.at(-1)!).toBeGreaterThan(1.5);
  });

  it('nothing is sold while Indonesia’s shop is closed', () => {
    const strategies = run('south-east-asia').strategies;
    const shop = strategies.find(each => each.id === 'shop')!.weekly.earned;
    expect(Math.max(...shop.slice(15, 22))).toBe(0);
    expect(strategies.find(each => each.id === 'bridge')!.weekly.earned[17]).toBeGreaterThan(0);
  });
});
