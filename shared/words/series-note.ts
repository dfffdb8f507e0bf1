import type { SeriesNote } from '../domain/series-notes.ts';
import { formatDay } from './format-day.ts';
import { networkLabel, reportLabels } from './labels.ts';
import { provenanceSentence } from './provenance.ts';

/** What to bear in mind of a series of reports. */
export const seriesNoteSentence = (note: SeriesNote): string => {
  if (note.kind === 'metric-break') {
    const { on, measure, text, provenance } = note.broken;
    return `${networkLabel(note.network)}: ${measure} before and after ${formatDay(on)} are not counted alike. ${text} ${provenanceSentence(provenance)}`;
  }
  const whose = note.account === null ? '' : ` of ${note.account}`;
  return `${reportLabels[note.report]}${whose}: in ${note.before} up to ${formatDay(note.until)}, in ${note.after} from ${formatDay(note.since)}. Money is never converted; each currency has its own history.`;
};
