import { describe, expect, it } from 'vitest';
import { goalTable, netTable, streamTable } from '../../../../shared/document/further-tables.ts';
import type { Comparison, StrategyResult } from '../../../../shared/domain/comparison.ts';
import { cannedComparison } from '../../../helpers/canned-comparison.ts';
import { cannedScenario } from '../../../helpers/canned-scenario.ts';

const base = cannedComparison(cannedScenario);
const withFirst = (change: Partial<StrategyResult>): Comparison => {
  const { streams: _s, goals: _g, net: _n, ...first } = base.strategies[0]!;
  return { ...base, strategies: [{ ...first, ...change }, ...base.strategies.slice(1)] };
};

describe('the tables of optional results', () => {
  it('are left out when the result does not hold them', () => {
    const bare = withFirst({});
    const none = { ...bare, strategies: bare.strategies.slice(0, 1) };
    expect([streamTable(none), goalTable(none), netTable(none)]).toEqual([undefined, undefined, undefined]);
  });

  it('name only the streams that pay, and none where there is one', () => {
    const amazon = { stream: 'amazon-links', mean: 120_000 } as const;
    const bounties = { stream: 'amazon-bounties', mean: 30_000 } as const;
    const nothing = { stream: 'storefront', mean: 0 } as const;
    const table = streamTable(withFirst({ streams: [amazon, bounties, nothing] }))!;
    expect(table.rows.map(row => row.slice(0, 2))).toContainEqual(['Amazon bounties', '$300']);
    expect(table.rows.map(row => row[0])).not.toContain('Storefront');
    const alone = withFirst({ streams: [amazon, nothing] });
    expect(streamTable({ ...alone, strategies: alone.strategies.slice(0, 1) })).toBeUndefined();
  });

  it('give a goal’s chance with its error, and a dash where a strategy has none', () => {
    const comparison = withFirst({ goals: [{ label: 'A camera', probability: 0.734, error: 0.0044 }] });
    const row = goalTable({ ...comparison, strategies: comparison.strategies.slice(0, 2) })!.rows[0]!;
    expect(row[1]!.replaceAll('\u00a0', ' ')).toBe('73 % ± 0.9');
  });

  it('show what is left after costs', () => {
    const { totalEarned } = base.strategies[0]!;
    const comparison = withFirst({ net: { ...totalEarned, mean: -12_300 } });
    expect(netTable(comparison)!.rows[0]!.at(-1)).toMatch(/^−\$123 ± /);
  });
});
