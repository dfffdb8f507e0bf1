import { describe, expect, it } from 'vitest';
import { monthsConfig } from '../../../../renderer/charts/months-config.ts';

describe('monthsConfig', () => {
  it('sets back only what is left over, never a part that shares its tone', () => {
    const series = { label: 'Kitchen', tone: 'neutral', values: [1] } as const;
    const { data } = monthsConfig(
      {
        kind: 'months',
        title: 'Commission by month',
        currency: 'USD',
        stacked: true,
        months: ['2026-01'],
        series: [series, { ...series, label: 'All others', rest: true }],
      },
      'light',
    );
    const [part, rest] = data.datasets.map(({ backgroundColor }) => backgroundColor);
    expect([part, rest]).toEqual([expect.stringMatching(/ 0\.8\)$/), expect.stringMatching(/ 0\.35\)$/)]);
  });
});
