/** Whether two plain documents say the same, whatever the order of their keys. */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [entriesOf(a), entriesOf(b)];
  return left.length === right.length && left.every(([key, value]) => sameJson(value, (b as Fields)[key]));
};

type Fields = Readonly<Record<string, unknown>>;

const entriesOf = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).filter(([, field]) => field !== undefined);
