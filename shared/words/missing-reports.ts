import { fileNames } from './file-names.ts';

/** That a scenario rests on reports which are not in the library any more, by their file names. */
export const missingReportsSentence = (files: readonly string[]): string =>
  `Numbers of this scenario were learned from ${fileNames(files, 3)}: no longer in your library. They stand as those reports had them. Learn a new scenario from the reports that are left, or import these again.`;
