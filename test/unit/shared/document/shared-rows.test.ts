import { describe, expect, it } from 'vitest';
import { settingsTable } from '../../../../shared/document/assumption-blocks.ts';
import { assumptions, ungroupedAssumptions } from '../../../../shared/document/assumptions.ts';
import { cannedScenario } from '../../../helpers/canned-scenario.ts';

const sameClicks = () => {
  const copy = structuredClone(cannedScenario);
  const [first, ...others] = copy.products.filter(product => product.tiktokShop);
  for (const product of others) product.tiktokShop!.clickRate = structuredClone(first!.tiktokShop!.clickRate);
  expect(others.length).toBeGreaterThan(0);
  return copy;
};
const clicks = 'TikTok Shop: clicks per view';

describe('assumptions', () => {
  it('say a number that all products share once', () => {
    const groups = assumptions(sameClicks());
    const holders = groups.filter(({ rows }) => rows.some(({ label }) => label === clicks));
    expect(holders.map(({ id }) => id)).toEqual(['every-product']);
  });

  it('keep a number with its products when one of them has another, or another source', () => {
    for (const change of ['value', 'provenance'] as const) {
      const scenario = sameClicks();
      const last = scenario.products.findLast(product => product.tiktokShop)!.tiktokShop!.clickRate;
      if (change === 'value') last.value = { kind: 'constant', value: 0.123 };
      else last.provenance = { kind: 'guess', note: 'another' };
      const holders = assumptions(scenario).filter(({ rows }) => rows.some(({ label }) => label === clicks));
      expect(holders.length).toBeGreaterThan(1);
      expect(holders.every(({ id }) => id.startsWith('product-'))).toBe(true);
    }
  });

  it('lose no number by sharing', () => {
    const scenario = sameClicks();
    const said = (groups: ReturnType<typeof assumptions>) =>
      new Set(groups.flatMap(({ rows }) => rows.map(row => `${row.label} ${row.value} ${row.range}`)));
    expect(said(assumptions(scenario))).toEqual(said(ungroupedAssumptions(scenario)));
  });
});

describe('settingsTable', () => {
  it('speaks of correlated numbers by name, not by path', () => {
    const scenario = {
      ...cannedScenario,
      correlations: [{ a: 'content.viewsPerVideo', b: 'products.0.price', rank: -1 }],
    };
    const text = JSON.stringify(settingsTable(scenario).rows);
    expect(text).toContain('“Views of one video (median)” always falls when the other rises');
    expect(text).toContain(`${cannedScenario.products[0]!.name}, Price`);
    expect(text).not.toContain('content.viewsPerVideo');
  });
});
