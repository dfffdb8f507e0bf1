import { pathByPlace } from '../domain/quantity-path.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { Unit } from '../words/quantity.ts';
import type { AssumptionGroup } from './assumptions.ts';

/** The part of a document at a path like `products.0.amazon.conversion`. */
const partAt = (document: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((part, step) => {
    if (typeof part !== 'object' || part === null) return undefined;
    return (part as Readonly<Record<string, unknown>>)[step];
  }, document);

/** The assumption that shows the quantity at a path of the scenario, with its group. */
const assumptionAt = (scenario: Scenario, groups: readonly AssumptionGroup[], path: string) => {
  const wanted = partAt(scenario, path) ?? partAt(scenario, pathByPlace(scenario, path));
  if (wanted === undefined) return undefined;
  for (const group of groups) {
    const row = group.rows.find(({ quantity }) => quantity === wanted);
    if (row) return { group, row };
  }
  return undefined;
};

/** What a number at a path is counted in; plain where the assumptions do not show it. */
export const quantityUnit = (scenario: Scenario, groups: readonly AssumptionGroup[], path: string): Unit =>
  assumptionAt(scenario, groups, path)?.row.unit ?? { kind: 'plain' };

/** What the assumptions call the quantity at a path of the scenario, products and events by name; the path itself when nothing is there. */
export const quantityLabel = (
  scenario: Scenario,
  groups: readonly AssumptionGroup[],
  path: string,
): string => {
  const found = assumptionAt(scenario, groups, path);
  if (!found) return path;
  const { group, row } = found;
  return /^(?:product|event)-/.test(group.id) ? `${group.title}, ${row.label}` : row.label;
};
