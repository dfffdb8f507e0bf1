import { Button, Group } from '@mantine/core';
import { tableName } from '../../../shared/words/labels.ts';
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
  return unknown.map(table => (
    <Group key={table.id} gap="sm">
      <span style={{ overflowWrap: 'anywhere' }}>
        {reportsWords.unknownTable} {tableName(table)}.
      </span>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        aria-label={`${reportsWords.readOtherwise} ${tableName(table)}`}
        onClick={() => void answer(planned, [table.id], { kind: 'reading', reading: {} })}
      >
        {reportsWords.readOtherwise}
      </Button>
    </Group>
  ));
};
