/** `EUR, GBP and USD`. */
export const listWords = (words: readonly string[], last: 'and' | 'or'): string =>
  words.length <= 1 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
