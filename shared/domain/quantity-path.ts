import type { Scenario } from './scenario.ts';

/**
 * The path of a quantity by places (`products.0.price`) from one that may name its product or policy event by id
 * (`products.skillet.price`), as documents should: places shift when one is removed, and a correlation would silently
 * tie another's numbers. A path without such an id comes back as it is.
 */
export const pathByPlace = (scenario: Scenario, path: string): string => {
  for (const list of ['products', 'policy'] as const) {
    const place = scenario[list].findIndex(({ id }) => path.startsWith(`${list}.${id}.`));
    const id = scenario[list][place]?.id;
    if (id !== undefined) return `${list}.${place}.${path.slice(`${list}.${id}.`.length)}`;
  }
  return path;
};
