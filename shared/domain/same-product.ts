const wordsOf = (name: string): ReadonlySet<string> =>
  new Set(
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );

const isNumber = (word: string): boolean => /\p{N}/u.test(word);

const numbers = (words: ReadonlySet<string>): string => [...words].filter(isNumber).toSorted().join(' ');

/**
 * How likely two product names mean the same thing: 1 for equal sets of words, else the Jaccard index of their words; 0 when they differ
 * in a number (sizes and counts make different products).
 */
export const nameLikeness = (a: string, b: string): number => {
  const left = wordsOf(a);
  const right = wordsOf(b);
  const common = [...left].filter(word => right.has(word)).length;
  if (common === 0 || numbers(left) !== numbers(right)) return 0;
  return common / (left.size + right.size - common);
};

/** Names at least this alike are taken for one product. */
export const sameProductLikeness = 0.6;
