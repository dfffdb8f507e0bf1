/** A small seeded generator for sample data (mulberry32); the engine has its own. */
export interface Random {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** Standard normal. */
  normal(): number;
  exponential(mean: number): number;
  chance(probability: number): boolean;
  /** An item by its weight. */
  pick<Item>(items: readonly Item[], weight: (item: Item) => number): Item;
  digits(count: number): string;
}

export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(uniform() * (high - low + 1));
  return {
    uniform,
    between,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    exponential: mean => -mean * Math.log(1 - uniform()),
    chance: probability => uniform() < probability,
    pick: (items, weight) => {
      let rest = uniform() * items.reduce((sum, item) => sum + weight(item), 0);
      for (const item of items) {
        rest -= weight(item);
        if (rest < 0) return item;
      }
      return items.at(-1)!;
    },
    digits: count => Array.from({ length: count }, () => between(0, 9)).join(''),
  };
};
