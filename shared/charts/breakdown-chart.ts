import type { Breakdown, BreakdownKey, BreakdownPart } from '../domain/stored-rows.ts';
import type { ChartSpec, SeriesTone } from './chart-spec.ts';
import { monthsBetween } from './months-chart.ts';

const tones: readonly SeriesTone[] = ['tiktok-shop', 'amazon', 'mix', 'switch', 'difference', 'neutral'];

const unnamed: Readonly<Record<BreakdownKey, string>> = {
  category: 'no category given',
  product: 'no product given',
  content: 'no video or post given',
  'tracking-id': 'no tracking id given',
};

const longest = 44;

/** What a part is called in legends and tables. */
export const partLabel = (part: BreakdownPart, by: BreakdownKey): string => {
  if (part.others) return 'All others';
  const name = part.label ?? part.key;
  if (name === null || name === '') return unnamed[by];
  return name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
};

/** Commission by month, one part on the other; a month without any row is null, never zero. */
export const breakdownChart = (breakdown: Breakdown): Extract<ChartSpec, { kind: 'months' }> => {
  const { by, currency, parts, months: known } = breakdown;
  const first = known[0]?.month;
  const months = first === undefined ? [] : monthsBetween(first, known.at(-1)!.month);
  const sums = new Map(known.map(({ month, commission }) => [month, commission]));
  return {
    kind: 'months',
    title: 'Commission by month',
    currency,
    months,
    stacked: true,
    series: parts.map((part, index) => ({
      label: partLabel(part, by),
      tone: part.others ? 'neutral' : tones[index % tones.length]!,
      rest: part.others,
      values: months.map(month => sums.get(month)?.[index] ?? null),
    })),
  };
};
