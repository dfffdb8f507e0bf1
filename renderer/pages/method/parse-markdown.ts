/** What a document of plain Markdown consists of, as far as METHOD.md uses it. */
export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'code'; readonly text: string };

type LineKind = 'blank' | 'heading' | 'table' | 'bullet' | 'number' | 'fence' | 'text';

const kindOf = (line: string): LineKind => {
  if (line.trim() === '') return 'blank';
  if (/^#{1,6} /.test(line)) return 'heading';
  if (/^\s*\|/.test(line)) return 'table';
  if (/^\s*[-*] /.test(line)) return 'bullet';
  if (/^\s*\d+\. /.test(line)) return 'number';
  return line.startsWith('```') ? 'fence' : 'text';
};

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(cell => cell.trim());

const tableOf = (lines: readonly string[]): MarkdownBlock => {
  const [header = [], ...rows] = lines.filter(line => !/^[\s|:-]+$/.test(line)).map(cellsOf);
  return { kind: 'table', header, rows };
};

/** Lines from `start` as long as they are wanted. */
const takeWhile = (
  lines: readonly string[],
  start: number,
  wanted: (line: string) => boolean,
): readonly string[] => {
  const end = lines.findIndex((line, index) => index >= start && !wanted(line));
  return lines.slice(start, end < 0 ? lines.length : end);
};

const itemsOf = (lines: readonly string[]): readonly string[] => {
  const items: string[] = [];
  for (const line of lines) {
    const text = line.trim().replace(/^(?:[-*]|\d+\.) /, '');
    if (kindOf(line) === 'text' && items.length > 0) items.push(`${items.pop()!} ${text}`);
    else items.push(text);
  }
  return items;
};

/** Reads headings, paragraphs, flat lists, tables and fenced code; everything else is a paragraph's text. */
export const parseMarkdown = (markdown: string): readonly MarkdownBlock[] => {
  const lines = markdown.split(/\r?\n/);
  const blocks: MarkdownBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    const kind = kindOf(line);
    let used: readonly string[] = [line];
    if (kind === 'heading') {
      const level = line.indexOf(' ');
      blocks.push({ kind: 'heading', level, text: line.slice(level + 1).trim() });
    } else if (kind === 'table') {
      used = takeWhile(lines, at, next => kindOf(next) === 'table');
      blocks.push(tableOf(used));
    } else if (kind === 'fence') {
      const inner = takeWhile(lines, at + 1, next => kindOf(next) !== 'fence');
      used = [line, ...inner, '```'];
      blocks.push({ kind: 'code', text: inner.join('\n') });
    } else if (kind === 'bullet' || kind === 'number') {
      used = takeWhile(lines, at, next => kindOf(next) === kind || kindOf(next) === 'text');
      blocks.push({ kind: 'list', ordered: kind === 'number', items: itemsOf(used) });
    } else if (kind === 'text') {
      used = takeWhile(lines, at, next => kindOf(next) === 'text');
      blocks.push({ kind: 'paragraph', text: used.map(part => part.trim()).join(' ') });
    }
    at += used.length;
  }
  return blocks;
};

export interface MarkdownPart {
  readonly kind: 'text' | 'code' | 'strong' | 'emphasis';
  readonly text: string;
}

/** A line's code, bold and italic parts. */
export const parseInline = (text: string): readonly MarkdownPart[] =>
  text
    .split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/)
    .filter(part => part !== '')
    .map(part => {
      if (part.startsWith('`')) return { kind: 'code', text: part.slice(1, -1) };
      if (part.startsWith('**')) return { kind: 'strong', text: part.slice(2, -2) };
      if (part.length > 2 && part.startsWith('*')) return { kind: 'emphasis', text: part.slice(1, -1) };
      return { kind: 'text', text: part };
    });
