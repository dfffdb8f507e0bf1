import { Button, Group } from '@mantine/core';
import { type PlannedImport, useImportFlow } from '../../importing/import-flow.ts';
import { reportsWords } from '../../words/reports-words.ts';

/** Tables that nothing is known about; the person can say how to read them all the same. */
export const UnknownTables = ({
  planned,
  busy,
}: {
  readonly planned: PlannedImport;
  readonly busy: boolean;
}) => {
  const answer = useImportFlow(flow => flow.answer);
  const unknown = planned.plan.unknown ?? [];
  return unknown.map(({ id, file, sheet }) => (
    <Group key={id} gap="sm">
      <span style={{ overflowWrap: 'anywhere' }}>
        {reportsWords.unknownTable} {sheet === null ? file : `${file}, ${sheet}`}.
      </span>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        aria-label={`${reportsWords.readOtherwise} ${file}`}
        onClick={() => void answer(planned, [id], { kind: 'reading', reading: {} })}
      >
        {reportsWords.readOtherwise}
      </Button>
    </Group>
  ));
};
