import { existsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createOffers } from '../../../electron/offers.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const twoFiles = () => {
  const folder = temporaryFolder();
  const [own, upload] = [join(folder, 'own.csv'), join(folder, '1')];
  writeFileSync(own, 'a');
  writeFileSync(upload, 'bc');
  return { own, upload, discard: () => rm(upload) };
};

it('knows offered files by their ids until they are released, and discards those made for the offer', async () => {
  const { own, upload, discard } = twoFiles();
  const offers = createOffers();
  const first = await offers.add(own, 'own.csv');
  const second = await offers.add(upload, 'Fee Earnings.csv', discard);
  expect([first, second].map(({ name, bytes }) => [name, bytes])).toEqual([
    ['own.csv', 1],
    ['Fee Earnings.csv', 2],
  ]);
  expect(offers.get(second.id)).toMatchObject({ path: upload, name: 'Fee Earnings.csv' });
  expect(await offers.release([first.id, second.id, 'stranger', second.id])).toBe(2);
  expect(() => offers.get(second.id)).toThrow('not-found');
  expect(() => offers.get(first.id)).toThrow('not-found');
  expect([existsSync(own), existsSync(upload)]).toEqual([true, false]);
  expect(await offers.release([second.id])).toBe(0);
});

it('releases a temporary file that is gone already', async () => {
  const { upload, discard } = twoFiles();
  const offers = createOffers();
  const [one, same] = [
    await offers.add(upload, 'a.csv', discard),
    await offers.add(upload, 'b.csv', discard),
  ];
  expect(await offers.release([one.id])).toBe(1);
  expect(await offers.release([same.id])).toBe(1);
});
