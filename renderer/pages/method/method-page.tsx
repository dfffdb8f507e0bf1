import type { ReactNode } from 'react';
import method from '../../../METHOD.md?raw';
import { DataTable } from '../../components/data-table.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { methodWords } from '../../words/method-words.ts';
import { type MarkdownBlock, parseInline, parseMarkdown } from './parse-markdown.ts';

const Inline = ({ text }: { readonly text: string }): ReactNode =>
  parseInline(text).map((part, index) => {
    const key = `${index}-${part.text}`;
    switch (part.kind) {
      case 'code':
        return <code key={key}>{part.text}</code>;
      case 'strong':
        return <strong key={key}>{part.text}</strong>;
      case 'emphasis':
        return <em key={key}>{part.text}</em>;
      case 'text':
        return part.text;
    }
  });

const ListItems = ({ items }: { readonly items: readonly string[] }) =>
  items.map(item => (
    <li key={item}>
      <Inline text={item} />
    </li>
  ));

const Block = ({ block, section }: { readonly block: MarkdownBlock; readonly section: string }) => {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return (
        <p>
          <Inline text={block.text} />
        </p>
      );
    case 'list':
      return block.ordered ? (
        <ol>
          <ListItems items={block.items} />
        </ol>
      ) : (
        <ul>
          <ListItems items={block.items} />
        </ul>
      );
    case 'table':
      return (
        <DataTable
          caption={section}
          quietCaption
          columns={block.header.map(title => ({ title, align: 'left' }))}
          rows={block.rows.map(row => row.map(cell => <Inline key={cell} text={cell} />))}
        />
      );
    case 'code':
      return <pre>{block.text}</pre>;
  }
};

interface MethodSection {
  readonly title: string | null;
  readonly blocks: MarkdownBlock[];
}

/** The document cut at its second-level headings; its title is the page's own. */
const sectionsOf = (blocks: readonly MarkdownBlock[]): readonly MethodSection[] => {
  const sections: MethodSection[] = [{ title: null, blocks: [] }];
  for (const block of blocks) {
    if (block.kind !== 'heading' || block.level > 2) sections.at(-1)!.blocks.push(block);
    else if (block.level === 2) sections.push({ title: block.text, blocks: [] });
  }
  return sections.filter(section => section.blocks.length > 0);
};

/** The whole method as its page in the source says it: nothing is computed that does not stand here. */
export const MethodPage = () => (
  <Page title={methodWords.title} lead={methodWords.lead}>
    <div className="stack method">
      {sectionsOf(parseMarkdown(method)).map(({ title, blocks }) => (
        <Panel key={title ?? ''} {...(title === null ? {} : { title })}>
          {blocks.map((block, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <Block key={index} block={block} section={title ?? methodWords.title} />
          ))}
        </Panel>
      ))}
    </div>
  </Page>
);
