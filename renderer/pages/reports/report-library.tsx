import { Button, Group, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportedReport } from '../../../shared/domain/report.ts';
import { formatDayRange, formatDayShort } from '../../../shared/words/format-day.ts';
import { formatMoney } from '../../../shared/words/format-money.ts';
import { formatCount, formatNumber } from '../../../shared/words/format-number.ts';
import { reportLabels, tableName } from '../../../shared/words/labels.ts';
import { ask } from '../../asking/ask.ts';
import { Failed } from '../../asking/failed.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { useImportFlow } from '../../importing/import-flow.ts';
import { reportsWords } from '../../words/reports-words.ts';
import { accountWords } from './account-words.ts';

const columns = [
  { title: 'File', align: 'left' },
  { title: 'Report', align: 'left' },
  { title: 'Account', align: 'left' },
  { title: 'Days', align: 'left' },
  { title: 'Rows', align: 'right' },
  { title: 'Refused', align: 'right' },
  { title: 'Warnings', align: 'right' },
  { title: 'Commission', align: 'right' },
  { title: 'Imported', align: 'right' },
  { title: 'Undo', align: 'right' },
] as const;

const cellsOf = (report: ImportedReport): readonly string[] => [
  tableName(report),
  reportLabels[report.kind],
  accountWords(report),
  formatDayRange(report.from, report.to),
  formatNumber(report.rows),
  formatNumber(report.refused),
  formatNumber(report.warnings),
  report.commission === null || report.currency === null
    ? '–'
    : formatMoney(report.commission, report.currency),
  formatDayShort(report.importedAt),
];

/** More names than these are counted. */
const namedFiles = 8;

/** What an import took in: each file once, in the order of the library. */
const filesOf = (reports: readonly ImportedReport[], importId: number | undefined): readonly string[] => [
  ...new Set(reports.filter(report => report.importId === importId).map(({ file }) => file)),
];

const FileNames = ({ files }: { readonly files: readonly string[] }) => (
  <ul style={{ margin: '0 0 12px', overflowWrap: 'anywhere' }}>
    {files.slice(0, namedFiles).map(file => (
      <li key={file}>
        <strong>{file}</strong>
      </li>
    ))}
    {files.length > namedFiles && <li>and {formatCount(files.length - namedFiles, 'more file')}</li>}
  </ul>
);

const UndoDialog = ({
  report,
  files,
  close,
}: {
  readonly report: ImportedReport | null;
  readonly files: readonly string[];
  readonly close: () => void;
}) => {
  const undo = useMutation({
    mutationFn: (importId: number) => ask('report.undo', { importId }),
    onSuccess: async ({ removed }) => {
      close();
      notifications.show({ message: `${formatCount(removed, 'row')} removed again.` });
      const { stage, reset, libraryChanged } = useImportFlow.getState();
      // What the last import did is no longer true.
      if (stage.kind === 'done') reset();
      await libraryChanged();
    },
  });
  return (
    <Modal opened={report !== null} onClose={close} title={reportsWords.undoTitle}>
      {undo.isError && <Failed error={undo.error} onClose={undo.reset} />}
      <p style={{ marginTop: 0 }}>{reportsWords.undoFiles}</p>
      <FileNames files={files} />
      <p>{reportsWords.undoText}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {reportsWords.cancel}
        </Button>
        <Button color="red.9" loading={undo.isPending} onClick={() => report && undo.mutate(report.importId)}>
          {reportsWords.undo}
        </Button>
      </Group>
    </Modal>
  );
};

/** Everything that was imported; each import can be undone as a whole. */
export const ReportLibrary = ({
  reports,
  all,
}: {
  readonly reports: readonly ImportedReport[];
  /** Also those that are not shown: an import is undone whole. */
  readonly all: readonly ImportedReport[];
}) => {
  const [asked, setAsked] = useState<ImportedReport | null>(null);
  const newest = reports.toSorted((a, b) => b.importId - a.importId || a.id - b.id);
  return (
    <Panel title={reportsWords.library}>
      <DataTable
        caption={reportsWords.library}
        quietCaption
        columns={columns}
        rows={newest.map((report, index) => [
          ...cellsOf(report),
          // Sheets of one import stand together and are undone together: one button for them.
          newest[index - 1]?.importId === report.importId ? (
            ''
          ) : (
            <Button
              key="undo"
              size="compact-xs"
              variant="default"
              aria-label={`${reportsWords.undo} of ${report.file}`}
              onClick={() => setAsked(report)}
            >
              Undo
            </Button>
          ),
        ])}
      />
      <UndoDialog report={asked} files={filesOf(all, asked?.importId)} close={() => setAsked(null)} />
    </Panel>
  );
};
