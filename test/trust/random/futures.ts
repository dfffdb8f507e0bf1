import type { Outcome } from '../../../shared/engine/outcome.ts';
import type { Plan } from '../../../shared/engine/plan.ts';
import type { Workspace } from '../../../shared/engine/workspace.ts';
import type { RandomCase } from '../../helpers/random-scenario.ts';
import type { Engine } from './engine.ts';

const blocksOf = (plan: Plan): number => Math.ceil(plan.trials / plan.blockTrials);

/** Overwrites what a future leaves behind and no later one may read; videos that are certain stand from the start. */
const spoil = (plan: Plan, work: Workspace): void => {
  const rows = [work.views, work.net, work.paid, work.earned, work.monthly, work.means];
  const more = [work.counts, work.level, ...work.gross, ...work.reversed];
  if (!plan.wholeVideos) more.push(work.videos, work.videosByWeek);
  for (const row of [...rows, ...more]) row.fill(Number.NaN);
  for (const space of plan.programs.map(program => work.programs[program]!))
    for (const row of [space.gross, space.reversed, space.clicks, space.kept, space.returned])
      row.fill(Number.NaN);
};

interface How {
  readonly blockTrials?: number;
  /** From the last block to the first, on one workspace. */
  readonly backwards?: boolean;
  /** A workspace of its own for every block, filled with what is no number. */
  readonly spoilt?: boolean;
}

/** Every future of a scenario, computed in a given way. */
const futuresOf = (
  engine: Engine,
  { scenario, rates }: RandomCase,
  { grade, how }: { readonly grade: Plan['grade']; readonly how: How },
): { readonly plan: Plan; readonly outcome: Outcome } => {
  const own = engine.compile(scenario, rates, grade);
  const plan = { ...own, blockTrials: how.blockTrials ?? own.blockTrials };
  const outcome = engine.outcomeOn(plan, new ArrayBuffer(engine.outcomeBytes(plan)));
  const order = Array.from({ length: blocksOf(plan) }, (_, block) => block);
  if (how.backwards) order.reverse();
  let work = engine.workspaceFor(plan);
  for (const block of order) {
    if (how.spoilt) {
      work = engine.workspaceFor(plan);
      spoil(plan, work);
    }
    engine.simulateBlock(plan, work, outcome, block);
  }
  return { plan, outcome };
};

const columns = ['earned', 'paid', 'productEarned', 'worstMonth', 'cashGap', 'net', 'eventDay'] as const;

const differing = (a: Outcome, b: Outcome): string[] =>
  columns.filter(name => a[name].some((value, i) => !Object.is(value + 0, b[name][i]! + 0)));

/** The same futures bit by bit, however they are split into blocks, in whatever order, whatever stood in memory before. */
export const futuresAreTheirOwn = (engine: Engine, each: RandomCase): string[] => {
  const run = (grade: Plan['grade'], how: How) => futuresOf(engine, each, { grade, how }).outcome;
  const full = run('full', {});
  const quick = run('quick', {});
  return [
    ...differing(run('full', { blockTrials: 48 }), full).map(name => `blocks of 48: ${name}`),
    ...differing(run('full', { backwards: true }), full).map(name => `backwards: ${name}`),
    ...differing(run('full', { spoilt: true }), full).map(name => `spoilt workspace: ${name}`),
    ...differing(run('quick', { backwards: true }), quick).map(name => `quick backwards: ${name}`),
    ...differing(run('quick', { spoilt: true }), quick).map(name => `quick in a spoilt workspace: ${name}`),
  ];
};

/** `tellFuture` tells the futures of the run. */
export const toldAsItWas = (engine: Engine, each: RandomCase): string[] => {
  const { plan, outcome } = futuresOf(engine, each, { grade: 'full', how: {} });
  const found: string[] = [];
  for (const future of [0, 1, plan.blockTrials - 1, plan.blockTrials, plan.trials - 1]) {
    const story = engine.tellFuture(each.scenario, each.rates, future);
    story.strategies.forEach((strategy, s) => {
      let [earned, paid] = [0, 0];
      for (let week = 0; week < plan.weeks; week++) {
        earned += strategy.earned[week]!;
        paid += strategy.paid[week]!;
        const at = (s * plan.weeks + week) * plan.trials + future;
        const same =
          earned === outcome.earned[at] &&
          paid === outcome.paid[at] &&
          strategy.waiting[week] === earned - paid;
        if (!same) found.push(`future ${future}, ${strategy.id}, week ${week}`);
      }
      strategy.products.forEach((product, p) => {
        const at = (s * plan.products.length + p) * plan.trials + future;
        if (product.earned !== outcome.productEarned[at])
          found.push(`future ${future}, ${product.productId}`);
      });
    });
  }
  return found;
};

/**
 * In no future has a strategy on one program alone been paid more than it had earned at some time before: what came back since may
 * leave the earned sum below the paid one. Amazon's earnings count by the week of the fourth shipping day and are paid by their days,
 * so a payment on the first days of a month may hold some of the next week's.
 */
export const paidWasEarned = (engine: Engine, each: RandomCase): string[] => {
  const named = { label: 'Alone' };
  const alone = ['all-amazon', 'all-tiktok-shop', 'all-storefront'] as const;
  const scenario = {
    ...each.scenario,
    strategies: alone.map(kind => ({ ...named, id: kind, kind })),
    headline: { a: 'all-amazon', b: 'all-tiktok-shop' },
  };
  const { plan, outcome } = futuresOf(engine, { ...each, scenario }, { grade: 'full', how: {} });
  const found: string[] = [];
  // Income on Amazon comes on top under every strategy, so only Amazon's own is on one program.
  const clean = scenario.programs.onAmazon ? alone.slice(0, 1) : alone;
  clean.forEach((kind, s) => {
    for (let future = 0; future < plan.trials; future++) {
      let most = 0;
      for (let week = 0; week < plan.weeks; week++) {
        const at = (s * plan.weeks + week) * plan.trials + future;
        const seen = kind === 'all-amazon' && week + 1 < plan.weeks ? at + plan.trials : at;
        most = Math.max(most, outcome.earned[at]!, outcome.earned[seen]!);
        const paid = outcome.paid[at]!;
        if (paid > most || paid < 0)
          found.push(`${kind}, future ${future}, week ${week}: ${paid} of ${most}`);
      }
    }
  });
  return found;
};
