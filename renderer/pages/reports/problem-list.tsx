import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '../../../shared/domain/report.ts';
import { formatCount } from '../../../shared/words/format-number.ts';
import { explainProblem } from '../../../shared/words/problem.ts';
import { type CellsOf, problemsCsv } from '../../../shared/export/problems-csv.ts';
import { saveText } from '../../components/save-text.ts';
import { reportsWords } from '../../words/reports-words.ts';

const firstFew = 6;

const ProblemItem = ({ problem }: { readonly problem: Problem }) => {
  const { place, what, effect, todo } = explainProblem(problem);
  return (
    <li className="problem">
      <span className="place">{place}</span>
      <br />
      {what}{' '}
      <span style={{ color: problem.weight === 'refused' ? 'var(--fc-bad)' : 'inherit' }}>{effect}</span>{' '}
      <span className="hint">{todo}</span>
    </li>
  );
};

/** Everything that was wrong with the files, refusals first, each with its place and a way on. */
export const ProblemList = ({
  problems,
  count,
  isShownElsewhere,
  cellsOf,
}: {
  readonly problems: readonly Problem[];
  readonly count: number;
  /** Rows that can be corrected are listed where that is done. */
  readonly isShownElsewhere: (problem: Problem) => boolean;
  readonly cellsOf: CellsOf;
}) => {
  const [all, setAll] = useState(false);
  if (problems.length === 0) return null;
  const ordered = problems.toSorted((a, b) => a.weight.localeCompare(b.weight));
  const here = ordered.filter(problem => !isShownElsewhere(problem));
  const shown = all ? here : here.slice(0, firstFew);
  return (
    <section aria-label={reportsWords.problems}>
      <h3 style={{ fontSize: 14, margin: 0 }}>
        {reportsWords.problems} ({formatCount(count, 'note')})
      </h3>
      {here.length < ordered.length && (
        <p className="hint" style={{ margin: '2px 0' }}>
          {formatCount(ordered.length - here.length, 'note')} {reportsWords.rowsBelow}
        </p>
      )}
      <ul className="plain-list">
        {shown.map((problem, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <ProblemItem key={index} problem={problem} />
        ))}
      </ul>
      <Group gap="xs" mt="xs">
        {!all && here.length > firstFew && (
          <Button size="xs" variant="default" onClick={() => setAll(true)}>
            {reportsWords.allProblems} {here.length}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            saveText('Forkcast problem rows.csv', problemsCsv(ordered, cellsOf), 'text/csv;charset=utf-8')
          }
        >
          {reportsWords.problemsCsv}
        </Button>
      </Group>
      {count > ordered.length && (
        <p className="hint">Only the first {ordered.length} are listed, here and in the file.</p>
      )}
    </section>
  );
};
