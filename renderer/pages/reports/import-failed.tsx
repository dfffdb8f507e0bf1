import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ask, failureOf } from '../../asking/ask.ts';
import { Failed } from '../../asking/failed.tsx';
import { type ImportStage, useImportFlow } from '../../importing/import-flow.ts';
import { reportsWords } from '../../words/reports-words.ts';

/** An import that did not come about. Where only the sample is in its way, one click takes that out and reads the files again. */
export const ImportFailed = ({ stage }: { readonly stage: Extract<ImportStage, { kind: 'failed' }> }) => {
  const { read, reset, libraryChanged } = useImportFlow();
  const failure = failureOf(stage.error);
  const { files } = stage;
  const takeOut = useMutation({
    mutationFn: async (importIds: readonly number[]) => {
      // One after the other: each changes the library.
      // oxlint-disable-next-line no-await-in-loop
      for (const importId of importIds) await ask('report.undo', { importId });
      await libraryChanged();
    },
    onSuccess: () => {
      const again = files ?? [];
      // The files are the next step's now, and not to be given up with this one.
      useImportFlow.setState({ stage: { kind: 'idle' } });
      void read(
        again.map(({ name }) => name),
        () => Promise.resolve(again),
      );
    },
  });
  if (failure.kind !== 'sample-in-library' || !files) return <Failed error={stage.error} onClose={reset} />;
  return (
    <div>
      <Failed error={takeOut.error ?? stage.error} onClose={reset} />
      <Group mt="xs">
        <Button loading={takeOut.isPending} onClick={() => takeOut.mutate(failure.importIds)}>
          {reportsWords.takeSampleOut}
        </Button>
      </Group>
    </div>
  );
};
