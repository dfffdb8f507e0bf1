import { useEffect } from 'react';
import type { Block, DocumentModel, Section } from '../../shared/document/document.ts';
import { ChartCanvas } from '../charts/chart-canvas.tsx';
import { ChartLegend } from '../charts/chart-legend.tsx';

/** 178 mm in CSS pixels: A4 and Letter both leave that much between their margins. */
const pageWidth = 672;
const chartSize = { width: pageWidth, height: 225 };

type TableBlock = Extract<Block, { kind: 'table' }>;

/** Tables of up to this many rows move to the next page rather than break. */
const wholeRows = 18;

const classOf = (table: TableBlock): string =>
  [
    table.columns.length > 7 || table.widths ? 'dense' : '',
    table.widths ? 'fixed' : '',
    table.rows.length <= wholeRows ? 'whole' : '',
  ].join(' ');

const PrintRow = ({
  row,
  columns,
}: {
  readonly row: readonly string[];
  readonly columns: TableBlock['columns'];
}) => {
  if (row.length === 1) {
    return (
      <tr className="group">
        <th colSpan={columns.length} scope="rowgroup">
          {row[0]}
        </th>
      </tr>
    );
  }
  return (
    <tr>
      {row.map((cell, column) =>
        column === 0 ? (
          // oxlint-disable-next-line react/no-array-index-key
          <th key={column} scope="row" className={columns[column]?.align}>
            {cell}
          </th>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key
          <td key={column} className={columns[column]?.align}>
            {cell}
          </td>
        ),
      )}
    </tr>
  );
};

const PrintTable = ({ table }: { readonly table: TableBlock }) => (
  <table className={classOf(table)}>
    <caption>{table.caption}</caption>
    {table.widths && (
      <colgroup>
        {table.widths.map((width, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <col key={index} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
    )}
    <thead>
      <tr>
        {table.columns.map(({ title, align }, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <th key={`${index}-${title}`} scope="col" className={align}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {table.rows.map((row, line) => (
        // oxlint-disable-next-line react/no-array-index-key
        <PrintRow key={line} row={row} columns={table.columns} />
      ))}
    </tbody>
  </table>
);

const PrintBlock = ({ block }: { readonly block: Block }) => {
  switch (block.kind) {
    case 'paragraph':
      return <p className={block.tone ?? 'normal'}>{block.text}</p>;
    case 'figures':
      return (
        <dl className="figures">
          {block.figures.map(({ label, value, detail }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="value">{value}</dd>
              <dd className="detail">{detail}</dd>
            </div>
          ))}
        </dl>
      );
    case 'chart':
      return (
        <figure>
          <h3>{block.chart.title}</h3>
          <ChartLegend spec={block.chart} scheme="print" />
          <ChartCanvas spec={block.chart} scheme="print" size={chartSize} />
          <figcaption>{block.caption}</figcaption>
        </figure>
      );
    case 'table':
      return <PrintTable table={block} />;
  }
};

const PrintSection = ({ section }: { readonly section: Section }) => (
  <section className={section.newPage ? 'new-page' : ''}>
    <h2>{section.title}</h2>
    {section.blocks.map((block, index) => (
      // oxlint-disable-next-line react/no-array-index-key
      <PrintBlock key={index} block={block} />
    ))}
  </section>
);

export interface PrintPageProps {
  readonly model: DocumentModel;
  /** Told once everything, charts included, is on the page. */
  readonly drawn: () => void;
}

/** The PDF's pages as one HTML document; `@page` in print.css cuts it. */
export const PrintPage = ({ model, drawn }: PrintPageProps) => {
  // Children's effects, which draw the charts, run before this one.
  useEffect(drawn, [drawn]);
  return (
    <main>
      <style>{footerStyle(model.footer)}</style>
      <header>
        <h1>{model.title}</h1>
        <p className="subtitle">{model.subtitle}</p>
      </header>
      {model.sections.map(section => (
        <PrintSection key={section.id} section={section} />
      ))}
    </main>
  );
};

/** The running foot lives in a page margin box, whose content CSS takes only as a quoted string. */
const footerStyle = (footer: string): string => {
  const quoted = footer.replace(/[^\p{L}\p{N} .,:;·()-]/gu, '');
  return `@page { @bottom-left { content: "${quoted}"; } }`;
};
