/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-tabindex -- table elements laid out as a grid lose their roles, and what scrolls must be reachable by keyboard */
import { useEffect, useState } from 'react';

export interface VirtualColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** A track of a CSS grid: `minmax(200px, 3fr)`. */
  readonly width: string;
}

export interface VirtualTableProps {
  readonly label: string;
  readonly columns: readonly VirtualColumn[];
  readonly total: number;
  /** The cells of a row; undefined while it is on its way. */
  readonly rowAt: (index: number) => readonly string[] | undefined;
  /** Told which rows are in view. */
  readonly onView: (first: number, last: number) => void;
}

const rowHeight = 34;
const viewHeight = 408;
const beyond = 6;
/** Browsers cannot lay out boxes much higher than this. */
const highest = 16_000_000;

interface View {
  readonly first: number;
  readonly top: number;
}

/** Which row stands at the top: the scrollbar is a share of all rows once their true height is too much for a box. */
const viewAt = (scrollTop: number, total: number): View => {
  const whole = total * rowHeight;
  const shown = Math.min(whole, highest);
  if (whole === shown) return { first: Math.floor(scrollTop / rowHeight), top: 0 };
  // The head takes one row of the view.
  const body = viewHeight - rowHeight;
  const share = Math.min(1, scrollTop / (shown - body));
  const first = Math.round(share * (total - body / rowHeight));
  return { first, top: scrollTop - first * rowHeight };
};

/** A table of any number of rows, of which only those in view exist. Give it a new key when the rows are others. */
export const VirtualTable = ({ label, columns, total, rowAt, onView }: VirtualTableProps) => {
  const [scrollTop, setScrollTop] = useState(0);
  const { first, top } = viewAt(scrollTop, total);
  const from = Math.max(0, Math.min(first - beyond, total - 1));
  const to = Math.min(total, first + Math.ceil(viewHeight / rowHeight) + beyond);
  useEffect(() => onView(from, Math.max(from, to - 1)), [onView, from, to]);
  const tracks = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };
  return (
    <div
      className="virtual"
      role="table"
      aria-label={label}
      aria-rowcount={total + 1}
      tabIndex={0}
      style={{ maxHeight: viewHeight }}
      onScroll={event => setScrollTop(event.currentTarget.scrollTop)}
    >
      <div className="virtual-row virtual-head" role="row" aria-rowindex={1} style={tracks}>
        {columns.map(({ title, align }) => (
          <span key={title} role="columnheader" className={align}>
            {title}
          </span>
        ))}
      </div>
      <div role="presentation" style={{ height: Math.min(total * rowHeight, highest), position: 'relative' }}>
        {Array.from({ length: Math.max(0, to - from) }, (_, line) => {
          const index = from + line;
          const cells = rowAt(index);
          return (
            <div
              key={index}
              className="virtual-row"
              role="row"
              aria-rowindex={index + 2}
              style={{ ...tracks, position: 'absolute', top: top + index * rowHeight, height: rowHeight }}
            >
              {columns.map(({ title, align }, column) => (
                <span key={title} role="cell" className={align} title={cells?.[column]}>
                  {cells ? cells[column] : '…'}
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
};
