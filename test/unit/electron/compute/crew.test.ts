import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createCrew, type Question } from '../../../../electron/compute/crew.ts';
import { sampleCards, sampleScenario } from '../../../helpers/scenario.ts';
import { temporaryFolder } from '../../../helpers/temporary.ts';

const question = (name: string, trials = 300): Question => ({
  scenario: sampleScenario({ name, trials }),
  cards: sampleCards,
  categoryNames: {},
  options: { grade: 'full' },
});

const dying = new URL('../../../helpers/dying-engine-worker.ts', import.meta.url);

it('ends every worker of a crew when one of them dies, says why, and hires anew', {
  timeout: 30_000,
}, async () => {
  const crew = createCrew(3, dying);
  onTestFinished(() => crew.close());
  for (const _ of [1, 2]) {
    const folder = temporaryFolder();
    await expect(crew.run(question(folder))).rejects.toThrow('the ground gave way');
    await setTimeout(200);
    const signs = () => readdirSync(folder).map(file => readFileSync(join(folder, file), 'utf8'));
    const before = signs();
    expect(before.length).toBeGreaterThan(0);
    await setTimeout(200);
    expect(signs()).toEqual(before);
  }
});

it('calls a run that is closed upon cancelled, and answers what waits behind it the same way', async () => {
  const crew = createCrew(2);
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const long = question('long', 50_000);
  const running = crew.run({ ...long, options: { ...long.options, onProgress: () => resolve() } });
  const waiting = crew.run(question('waiting'));
  const ends = Promise.allSettled([running, waiting]);
  await begun;
  await crew.close();
  for (const end of await ends)
    expect(end).toMatchObject({ status: 'rejected', reason: { failure: { kind: 'cancelled' } } });
});
