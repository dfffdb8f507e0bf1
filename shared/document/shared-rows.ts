import type { Assumption, AssumptionGroup } from './assumptions.ts';

const saysTheSame = (row: Assumption): string =>
  JSON.stringify([row.value, row.range, row.quantity?.value, row.provenance]);

/** Labels whose row is word for word the same in every group that has it, and in two groups at least. */
const commonLabels = (groups: readonly AssumptionGroup[]): ReadonlySet<string> => {
  const said = new Map<string, string[]>();
  for (const row of groups.flatMap(({ rows }) => rows)) {
    said.set(row.label, [...(said.get(row.label) ?? []), saysTheSame(row)]);
  }
  return new Set(
    [...said].flatMap(([label, texts]) => (texts.length > 1 && new Set(texts).size === 1 ? [label] : [])),
  );
};

/** Puts the numbers that are the same for every product into one group before the products, so that each is said once. */
export const shareRows = (groups: readonly AssumptionGroup[]): readonly AssumptionGroup[] => {
  const common = commonLabels(groups);
  if (common.size === 0) return groups;
  const first = new Map(
    groups
      .flatMap(({ rows }) => rows)
      .toReversed()
      .map(row => [row.label, row]),
  );
  return [
    {
      id: 'every-product',
      title: 'Every product that is sold there',
      rows: [...common].map(label => first.get(label)!),
    },
    ...groups.map(group => ({ ...group, rows: group.rows.filter(({ label }) => !common.has(label)) })),
  ];
};
