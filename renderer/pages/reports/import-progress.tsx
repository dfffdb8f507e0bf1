import { Button, Group, Progress } from '@mantine/core';
import { formatCount, formatNumber } from '../../../shared/words/format-number.ts';
import { type StepProgress, useImportFlow } from '../../importing/import-flow.ts';
import { reportsWords } from '../../words/reports-words.ts';

/** Before this a rate is a guess. */
const settledMillis = 600;

/** `95,000 rows a second, about 6 seconds left`; nothing before it can be told. */
const paceOf = ({ startedAt, done, total, rows }: StepProgress): string => {
  const elapsed = performance.now() - startedAt;
  if (elapsed < settledMillis || done === 0 || total === 0) return '';
  const seconds = Math.ceil(((total - done) / done) * (elapsed / 1000));
  const left = seconds < 2 ? 'nearly done' : `about ${formatCount(seconds, 'second')} left`;
  return `${formatNumber(Math.round(rows / (elapsed / 1000)))} rows a second, ${left}`;
};

/** How far reading or writing is, how fast it goes, and the way out. */
export const ImportProgress = ({ what }: { readonly what: string }) => {
  const progress = useImportFlow(flow => flow.progress);
  const cancel = useImportFlow(flow => flow.cancel);
  const { done, total, rows } = progress ?? { done: 0, total: 0, rows: 0 };
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
  const said = [formatCount(rows, 'row'), progress ? paceOf(progress) : ''];
  return (
    <div className="stack" style={{ gap: 8 }}>
      <output style={{ overflowWrap: 'anywhere' }}>{what}</output>
      <Group gap="md" wrap="nowrap">
        <Progress value={percent} flex={1} aria-label={`${what}: ${percent} %`} />
        <Button size="xs" variant="default" disabled={!progress} onClick={cancel}>
          {reportsWords.cancelStep}
        </Button>
      </Group>
      <p className="hint" style={{ margin: 0 }}>
        {said.filter(part => part !== '').join(', ')}
      </p>
    </div>
  );
};
