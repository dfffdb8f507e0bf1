import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ColumnMapping } from '../../../shared/domain/column-mapping.ts';
import type { ImportQuestion } from '../../../shared/domain/import-question.ts';
import { ask } from '../../asking/ask.ts';
import type { PlannedImport } from '../../importing/import-flow.ts';

/** Larger files would take longer to plan than a person waits between two choices. */
const largestBytes = 8_000_000;

/** What would be stored if a table's columns meant this; `mapping` null waits. Nothing is written. */
export const useLivePlan = (
  { files, answers }: PlannedImport,
  question: Extract<ImportQuestion, { kind: 'columns' }>,
  mapping: ColumnMapping | null,
) => {
  const [settled] = useDebouncedValue(mapping, 350);
  const isSmall = files.reduce((sum, { bytes }) => sum + bytes, 0) <= largestBytes;
  const input = {
    files: files.map(({ id }) => id),
    answers: settled
      ? { ...answers, [question.id]: { kind: 'columns' as const, mapping: settled } }
      : answers,
  };
  const plan = useQuery({
    queryKey: ['report.preview', input],
    queryFn: () => ask('report.preview', input),
    enabled: settled !== null && isSmall,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
  const isOfTable = (of: { readonly file: string; readonly sheet: string | null }): boolean =>
    of.file === question.file && of.sheet === question.sheet;
  return {
    isSmall,
    isFetching: plan.isFetching,
    report: plan.data?.reports.find(isOfTable) ?? null,
    problems: (plan.data?.problems ?? []).filter(isOfTable),
  };
};
