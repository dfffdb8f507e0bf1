/** A product name cut into words, ready to be compared with many others. */
export interface NameWords {
  readonly words: ReadonlySet<string>;
  /** Its words with digits, in order: sizes and counts. */
  readonly numbers: string;
}

/** Words of a name, without case, accents and punctuation. */
export const nameWords = (name: string): NameWords => {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = new Set(plain.match(/[\p{L}\p{N}]+/gu));
  const numbers = [...words].filter(word => /\p{N}/u.test(word)).toSorted((a, b) => (a < b ? -1 : 1));
  return { words, numbers: numbers.join(' ') };
};

/**
 * How likely two product names mean the same thing: 1 for equal sets of words, else the Jaccard index of their words; 0 when they differ
 * in a number (sizes and counts make different products).
 */
export const nameLikeness = (a: NameWords, b: NameWords): number => {
  if (a.numbers !== b.numbers) return 0;
  let common = 0;
  for (const word of a.words) if (b.words.has(word)) common += 1;
  return common === 0 ? 0 : common / (a.words.size + b.words.size - common);
};

/** Names at least this alike are taken for one product. */
export const sameProductLikeness = 0.6;
