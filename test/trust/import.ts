import { checkBombs } from './imports/bombs.ts';
import { checkCancelled } from './imports/cancelled.ts';
import type { Check } from './imports/check.ts';
import { checkFlipped } from './imports/flipped.ts';
import { checkForms } from './imports/forms.ts';
import { checkGenerated } from './imports/generated.ts';
import { checkHostile } from './imports/hostile.ts';
import { checkPublicFiles } from './imports/public-files.ts';

const checks: readonly (() => Promise<Check>)[] = [
  checkHostile,
  checkPublicFiles,
  () => checkGenerated(10_000),
  () => checkFlipped(1),
  checkBombs,
  checkForms,
  () => checkCancelled(100),
];

const shownFaults = 5;

/** `npm run trust -- import [--json]`: the import promises I1, I2, I4, I6, I7, I9 and I10 at full reach. */
export const run = async (options: readonly string[]): Promise<boolean> => {
  const done: Check[] = [];
  for (const check of checks) {
    const result = await check();
    done.push(result);
    if (options.includes('--json')) continue;
    const { id, promise, tried, faults, detail } = result;
    console.log(
      `${faults.length === 0 ? 'kept  ' : 'BROKEN'} ${id}: ${promise}. ${tried} tried${detail === undefined ? '' : `, ${detail}`}.`,
    );
    for (const fault of faults.slice(0, shownFaults)) console.log(`       ${fault}`);
  }
  if (options.includes('--json')) console.log(JSON.stringify(done));
  return done.every(({ faults }) => faults.length === 0);
};
