import { type SeriesReport, seriesNotes } from '../../../shared/domain/series-notes.ts';
import { seriesNoteSentence } from '../../../shared/words/series-note.ts';
import { useAnswer } from '../../asking/use-answer.ts';

const sentencesOf = (
  reports: readonly SeriesReport[],
  breaks: Parameters<typeof seriesNotes>[1],
): readonly string[] => [...new Set(seriesNotes(reports, breaks).map(seriesNoteSentence))];

/** Where reports in a row are not comparable; of `planned` ones, only what they would bring. */
export const SeriesNotes = ({
  reports,
  planned,
}: {
  readonly reports: readonly SeriesReport[];
  readonly planned?: readonly SeriesReport[];
}) => {
  const breaks = useAnswer('report.breaks', {});
  if (!breaks.isSuccess) return null;
  const known = sentencesOf(reports, breaks.data);
  const sentences = planned
    ? sentencesOf([...reports, ...planned], breaks.data).filter(text => !known.includes(text))
    : known;
  if (sentences.length === 0) return null;
  return (
    <ul className="plain-list" aria-label="Breaks in a series">
      {sentences.map(sentence => (
        <li key={sentence} className="series-note">
          {sentence}
        </li>
      ))}
    </ul>
  );
};
