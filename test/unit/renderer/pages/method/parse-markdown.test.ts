import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseInline, parseMarkdown } from '../../../../../renderer/pages/method/parse-markdown.ts';

const method = readFileSync(join(import.meta.dirname, '../../../../../METHOD.md'), 'utf8');

describe('parseMarkdown', () => {
  it('loses no word of the method', () => {
    const words = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '');
    const said = parseMarkdown(method).map(block => {
      switch (block.kind) {
        case 'list':
          return block.items.join('');
        case 'table':
          return [block.header, ...block.rows].flat().join('');
        default:
          return block.text;
      }
    });
    const bare = method.replaceAll(/^\s*\d+\. /gm, '').replaceAll(/^```\w*$/gm, '');
    expect(words(said.join(''))).toBe(words(bare));
  });

  it('reads headings, tables and lists whose items run over several lines', () => {
    expect(parseMarkdown('## A\n| x | y |\n|---|:-:|\n| 1 | 2 |\n\n1. one\n   more\n2. two')).toEqual([
      { kind: 'heading', level: 2, text: 'A' },
      { kind: 'table', header: ['x', 'y'], rows: [['1', '2']] },
      { kind: 'list', ordered: true, items: ['one more', 'two'] },
    ]);
  });
});

describe('parseInline', () => {
  it('tells code, bold and italic from a lone asterisk', () => {
    expect(parseInline('a `b*c` **d** *e* 2 * 3').map(({ kind, text }) => `${kind}:${text}`)).toEqual([
      'text:a ',
      'code:b*c',
      'text: ',
      'strong:d',
      'text: ',
      'emphasis:e',
      'text: 2 * 3',
    ]);
  });
});
