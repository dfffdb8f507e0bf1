import type { Grade, Provenance } from '../domain/provenance.ts';
import { fileNames } from './file-names.ts';
import { formatDay, formatDayRange, formatDayShort } from './format-day.ts';
import { formatCount } from './format-number.ts';

/** What each grade of trust means, in a few words. */
export const gradeWords: Readonly<Record<Grade, string>> = {
  A: 'official text or real file',
  B: 'several independent sources',
  C: 'one secondary source',
  D: 'untraceable, a mere default',
  M: 'measured by us on real data',
};

/** A badge's text: `Your reports`, `Your reports + guess`, `Published (B)`, `You`, `Guess`. */
export const provenanceLabel = (provenance: Provenance): string => {
  switch (provenance.kind) {
    case 'report':
      return provenance.calibrated ? 'Your reports + guess' : 'Your reports';
    case 'publication':
      return `Published (${provenance.grade})`;
    case 'user':
      return 'You';
    case 'guess':
      return 'Guess';
  }
};

const noted = (sentence: string, note: string | undefined): string =>
  note ? `${sentence} ${note.replace(/[.\s]*$/, '')}.` : sentence;

/** Where a number comes from, as a full sentence with date, market and grade. */
export const provenanceSentence = (provenance: Provenance): string => {
  switch (provenance.kind) {
    case 'report':
      return noted(
        `${provenance.calibrated ? 'Calibrated on your reports, not seen in them' : 'From your reports'}: ${formatCount(provenance.rows, 'row')} of ${fileNames(provenance.files, 1)}, ${formatDayRange(provenance.from, provenance.to)}.`,
        provenance.note,
      );
    case 'publication': {
      const market = provenance.market ? `, ${provenance.market}` : '';
      return noted(
        `${provenance.source.replace(/\.$/, '')} (${formatDay(provenance.date)}${market}); grade ${provenance.grade}: ${gradeWords[provenance.grade]}.`,
        provenance.note,
      );
    }
    case 'user':
      return noted(`Set by you on ${formatDay(provenance.on)}.`, provenance.note);
    case 'guess':
      return noted('A guess to start from.', provenance.note);
  }
};

/** The day or period a number dates from, for a table's own column. */
export const provenanceDate = (provenance: Provenance): string => {
  switch (provenance.kind) {
    case 'report':
      return formatDayRange(provenance.from, provenance.to);
    case 'publication':
      return formatDayShort(provenance.date);
    case 'user':
      return formatDayShort(provenance.on);
    case 'guess':
      return '–';
  }
};

/** Grade column: the letter of a publication, `own` for the user's reports, `own/guess` for what is only calibrated on them, `–` else. */
export const provenanceGrade = (provenance: Provenance): string => {
  if (provenance.kind === 'publication') return provenance.grade;
  if (provenance.kind !== 'report') return '–';
  return provenance.calibrated ? 'own/guess' : 'own';
};
