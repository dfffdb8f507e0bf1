import { expect, it } from 'vitest';
import { bitScenarios, measureBits, sameEverywhere } from '../trust/same-bits.ts';

it('the same bits come from one thread, three workers and Chromium, with everything switched on', {
  timeout: 120_000,
}, async () => {
  const all = await measureBits(bitScenarios(600), [1, 3]);
  expect(all.map(each => sameEverywhere(each))).toEqual(all.map(() => true));
  expect(new Set(all.map(({ hashes }) => hashes['here'])).size).toBe(all.length);
  expect(sameEverywhere({ ...all[0]!, hashes: { ...all[0]!.hashes, other: 'f'.repeat(16) } })).toBe(false);
});
