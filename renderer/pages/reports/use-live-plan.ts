import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ImportAnswers } from '../../../shared/domain/import-question.ts';
import { ask } from '../../asking/ask.ts';
import type { PlannedImport } from '../../importing/import-flow.ts';

/** Larger files would take longer to plan than a person waits between two choices. */
const largestBytes = 8_000_000;

interface Table {
  readonly file: string;
  readonly sheet: string | null;
}

/** What would be stored of a table with some answers more; `more` null waits. Nothing is written, and the plan on show stays good. */
export const useLivePlan = ({ files, answers }: PlannedImport, table: Table, more: ImportAnswers | null) => {
  // Compared as text: callers make the object anew whenever they draw.
  const wanted = JSON.stringify(more);
  const [text] = useDebouncedValue(wanted, 350);
  const settled = JSON.parse(text) as ImportAnswers | null;
  const isSmall = files.reduce((sum, { bytes }) => sum + bytes, 0) <= largestBytes;
  const input = { files: files.map(({ id }) => id), answers: { ...answers, ...settled }, look: true };
  const plan = useQuery({
    queryKey: ['report.preview', input],
    queryFn: () => ask('report.preview', input),
    enabled: settled !== null && isSmall,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
  const isOfTable = (of: Table): boolean => of.file === table.file && of.sheet === table.sheet;
  return {
    isSmall,
    /** True while what is shown is of earlier choices. */
    isFetching: plan.isFetching || text !== wanted,
    report: plan.data?.reports.find(isOfTable) ?? null,
    problems: (plan.data?.problems ?? []).filter(isOfTable),
    questions: (plan.data?.questions ?? []).filter(isOfTable),
  };
};
