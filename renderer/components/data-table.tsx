import type { ReactNode } from 'react';

export interface DataTableProps {
  readonly caption: string;
  /** Read out, but not shown: for tables under a heading that says the same. */
  readonly quietCaption?: boolean;
  readonly columns: readonly { readonly title: string; readonly align: 'left' | 'right' }[];
  readonly rows: readonly (readonly ReactNode[])[];
}

/** A table whose first column names its rows. Wide ones scroll by mouse and keyboard. */
export const DataTable = ({ caption, quietCaption = false, columns, rows }: DataTableProps) => (
  // What scrolls must be reachable by keyboard; a fieldset, which the linter would like, is for forms.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role
  <div className="table-scroll" role="group" aria-label={caption} tabIndex={0}>
    <table className="data-table">
      {!quietCaption && <caption>{caption}</caption>}
      <thead>
        <tr>
          {columns.map(({ title, align }, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <th key={`${index}-${title}`} scope="col" className={align}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={line}>
            {row.map((cell, column) => {
              const align = columns[column]?.align;
              return column === 0 ? (
                // oxlint-disable-next-line react/no-array-index-key
                <th key={column} scope="row" className={align}>
                  {cell}
                </th>
              ) : (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={column} className={align}>
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
