import type { ReactNode } from 'react';
import type { ReportPlan } from '../../../shared/domain/import-plan.ts';
import { tableName } from '../../../shared/words/labels.ts';
import { DataTable, type DataTableProps } from '../../components/data-table.tsx';
import { reportsWords } from '../../words/reports-words.ts';

export interface FirstRowsProps extends Pick<DataTableProps, 'columns' | 'rows'> {
  readonly report: ReportPlan;
  /** What can be done with the rows. */
  readonly children?: ReactNode;
}

/** The first rows of a report as Forkcast understands them, folded away until they are asked for. */
export const FirstRows = ({ report, columns, rows, children }: FirstRowsProps) => {
  const name = `${reportsWords.rows} of ${tableName(report)}`;
  return (
    <details>
      <summary>{name}</summary>
      <DataTable caption={name} quietCaption columns={columns} rows={rows} />
      {children}
    </details>
  );
};
