import { useState } from 'react';
import type { TableReading } from '../../../shared/domain/column-mapping.ts';
import type { ImportAnswer, ImportQuestion } from '../../../shared/domain/import-question.ts';
import { explainProblem } from '../../../shared/words/problem.ts';
import { DataTable } from '../../components/data-table.tsx';
import type { PlannedImport } from '../../importing/import-flow.ts';
import { reportsWords } from '../../words/reports-words.ts';
import { MappingFields } from './mapping-fields.tsx';
import { ReadingFields } from './reading-fields.tsx';
import { useLivePlan } from './use-live-plan.ts';

const sampleRows = 4;

export interface ColumnsFormProps {
  readonly question: Extract<ImportQuestion, { kind: 'columns' }>;
  readonly planned: PlannedImport;
  readonly busy: boolean;
  readonly onAnswer: (answer: ImportAnswer) => void;
}

/** The table as it comes out when it is read otherwise: the question asked again; the one at hand until something is changed. */
const useShape = ({ question, planned }: ColumnsFormProps, reading: TableReading | null) => {
  const more = reading && { [question.readingId]: { kind: 'reading' as const, reading } };
  const live = useLivePlan(planned, question, more);
  const again = live.questions.find(asked => asked.kind === 'columns');
  return {
    shape: reading ? (again ?? null) : question,
    isFetching: reading !== null && live.isFetching,
    problem: reading && !again ? live.problems[0] : undefined,
    isSmall: live.isSmall,
  };
};

/** Says how an unknown report is to be read and what its columns mean, above what would be stored; kept for the next file like it. */
export const ColumnsForm = (props: ColumnsFormProps) => {
  const { question, planned, busy, onAnswer } = props;
  const [reading, setReading] = useState<TableReading | null>(null);
  const { shape, isFetching, problem, isSmall } = useShape(props, reading);
  return (
    <div className="stack">
      <ReadingFields
        detected={question}
        top={(shape ?? question).top}
        headerLine={(shape ?? question).headerLine}
        reading={reading ?? {}}
        disabled={!isSmall}
        onReading={setReading}
      />
      {problem && (
        <output style={{ color: 'var(--fc-bad)' }}>
          {explainProblem(problem).what} {explainProblem(problem).todo}
        </output>
      )}
      {shape && (
        <>
          <DataTable
            caption={reportsWords.asInFile}
            columns={shape.header.map(title => ({ title, align: 'left' }))}
            rows={shape.sample.slice(0, sampleRows)}
          />
          <MappingFields
            key={JSON.stringify([shape.header, shape.headerLine])}
            question={shape}
            reading={reading}
            planned={planned}
            busy={busy || isFetching}
            onAnswer={onAnswer}
          />
        </>
      )}
    </div>
  );
};
