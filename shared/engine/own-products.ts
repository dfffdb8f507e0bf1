import { returnsReverse } from './delays.ts';
import type { Plan } from './plan.ts';
import { clickShares } from './product-clicks.ts';
import { noiseRow } from './quick-noise.ts';
import { drawn, type OwnRows, type Workspace } from './workspace.ts';

/** Of an inner future of a quick answer, what the products of each strategy that chooses by product bring on its programs. */
export const expectOwnProducts = (plan: Plan, work: Workspace): void => {
  plan.strategies.forEach(({ productProgram }, strategy) => {
    if (!productProgram) return;
    for (const program of plan.programs) {
      const own = work.own[strategy]![program]!;
      addProducts(plan, work, own, { program, productProgram });
      clickShares(plan, work, { program, productProgram }, own.clickShares);
    }
  });
};

/** Sums of the products by week, and the squared relative deviation that their counts would have. */
const addProducts = (
  plan: Plan,
  work: Workspace,
  { gross, reversed, noise }: OwnRows,
  { program, productProgram }: { readonly program: number; readonly productProgram: Int8Array },
): void => {
  const { cells, offered } = work.programs[program]!;
  const splits = plan.splits[program]!;
  gross.fill(0);
  reversed.fill(0);
  noise.fill(0);
  cells.forEach(({ each, kept, returned }, p) => {
    if (offered[p] === 0 || productProgram[p] !== program) return;
    for (let week = 0; week < plan.weeks; week++) {
      const worth = each[week]!;
      const back = worth * returned[week]!;
      const stays = worth * kept[week]!;
      // Orders that come back in the week of the sale are never earned.
      gross[week] = gross[week]! + stays + (splits ? back : 0);
      reversed[week] = reversed[week]! + back;
      noise[week] = noise[week]! + worth * (stays + back);
    }
  });
  const terms = {
    splits,
    reverses: splits && returnsReverse(plan, work, program),
    extra: drawn(work, plan.at.overDispersion),
  };
  if (plan.expected) noise.fill(0);
  else noiseRow({ gross, returned: reversed, squares: noise }, terms, noise);
};
