import { formatCount } from './format-number.ts';

const shown = 3;

/** That a scenario rests on reports which are not in the library any more, by their file names. */
export const missingReportsSentence = (files: readonly string[]): string => {
  const named = files.slice(0, shown).join(', ');
  const more = files.length > shown ? ` and ${formatCount(files.length - shown, 'more file')}` : '';
  return `Numbers of this scenario were learned from ${named}${more}: no longer in your library. They stand as those reports had them. Learn a new scenario from the reports that are left, or import these again.`;
};
