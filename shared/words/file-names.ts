import { formatCount } from './format-number.ts';

/** The first `most` of some files by name, the others by number: `a.csv, b.csv and 3 more files`. */
export const fileNames = (files: readonly string[], most: number): string => {
  const named = files.slice(0, most).join(', ');
  return files.length > most ? `${named} and ${formatCount(files.length - most, 'more file')}` : named;
};
