import { nextUnit, openStream } from '../../shared/engine/random-stream.ts';

/** Random choices from one stream: the same index, the same choices. */
export interface Dice {
  /** Uniform in (0, 1). */
  unit(): number;
  chance(probability: number): boolean;
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  between(low: number, high: number): number;
  /** Log-uniform. */
  around(low: number, high: number): number;
  one<Item>(items: readonly Item[]): Item;
  /** At least one of them, in their order. */
  some<Item>(items: readonly Item[]): Item[];
  /** An object with the property in some cases, without it in the others. */
  maybe<Part extends object>(probability: number, part: () => Part): Part | Record<string, never>;
}

/** The stream of test scenarios: no purpose of the engine has this number. */
const scenarios = 900_001;

export const diceOf = (index: number): Dice => {
  const state = new Int32Array(4);
  openStream(state, 20_261_122, index, scenarios);
  const unit = (): number => nextUnit(state);
  const chance = (probability: number): boolean => unit() < probability;
  const whole = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1));
  const one = <Item>(items: readonly Item[]): Item => items[whole(0, items.length - 1)]!;
  return {
    unit,
    chance,
    whole,
    between: (low, high) => low + unit() * (high - low),
    around: (low, high) => low * (high / low) ** unit(),
    one,
    some: items => {
      const kept = items.filter(() => chance(0.5));
      return kept.length > 0 ? kept : [one(items)];
    },
    maybe: (probability, part) => (chance(probability) ? part() : {}),
  };
};
