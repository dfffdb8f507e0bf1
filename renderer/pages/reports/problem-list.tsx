import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '../../../shared/domain/report.ts';
import { formatCount, formatNumber } from '../../../shared/words/format-number.ts';
import { explainProblem } from '../../../shared/words/problem.ts';
import { type CellsOf, problemsCsv } from '../../../shared/export/problems-csv.ts';
import { ask } from '../../asking/ask.ts';
import { Failed } from '../../asking/failed.tsx';
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

const inOrder = (problems: readonly Problem[]): readonly Problem[] =>
  problems.toSorted((a, b) => a.weight.localeCompare(b.weight));

const pageProblems = 5000;

const allProblems = async (token: string, count: number): Promise<readonly Problem[]> => {
  const every: Problem[] = [];
  while (every.length < count) {
    const page = { token, offset: every.length, limit: pageProblems };
    const { problems } = await ask('report.problems', page);
    if (problems.length === 0) break;
    for (const problem of problems) every.push(problem);
  }
  return every;
};

/** Everything that was wrong with the files, refusals first, each with its place and a way on. */
export const ProblemList = ({
  problems,
  count,
  token,
  isShownElsewhere,
  cellsOf,
}: {
  readonly problems: readonly Problem[];
  readonly count: number;
  /** Of the plan, which knows more problems than it shows. */
  readonly token: string;
  /** Rows that can be corrected are listed where that is done. */
  readonly isShownElsewhere: (problem: Problem) => boolean;
  readonly cellsOf: CellsOf;
}) => {
  const [all, setAll] = useState(false);
  const save = useMutation({
    mutationFn: async () => {
      const every = inOrder(count > problems.length ? await allProblems(token, count) : problems);
      saveText('Forkcast problem rows.csv', problemsCsv(every, cellsOf), 'text/csv;charset=utf-8');
    },
  });
  if (problems.length === 0) return null;
  const ordered = inOrder(problems);
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
        <Button size="xs" variant="default" loading={save.isPending} onClick={() => save.mutate()}>
          {reportsWords.problemsCsv}
        </Button>
      </Group>
      {count > ordered.length && (
        <p className="hint">
          The first {ordered.length} are listed here, all {formatNumber(count)} in the file.
        </p>
      )}
      {save.error && <Failed error={save.error} />}
    </section>
  );
};
