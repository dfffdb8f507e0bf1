import type { Scenario } from '../domain/scenario.ts';
import type { AssumptionGroup } from './assumptions.ts';

/** The part of a document at a path like `products.0.amazon.conversion`. */
const partAt = (document: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((part, step) => {
    if (typeof part !== 'object' || part === null) return undefined;
    return (part as Readonly<Record<string, unknown>>)[step];
  }, document);

/** What the assumptions call the quantity at a path of the scenario, products and events by name; the path itself when nothing is there. */
export const quantityLabel = (
  scenario: Scenario,
  groups: readonly AssumptionGroup[],
  path: string,
): string => {
  const wanted = partAt(scenario, path);
  const group = groups.find(({ rows }) => rows.some(({ quantity }) => quantity === wanted));
  const label = group?.rows.find(({ quantity }) => quantity === wanted)?.label;
  if (wanted === undefined || group === undefined || label === undefined) return path;
  return /^(?:product|event)-/.test(group.id) ? `${group.title}, ${label}` : label;
};
