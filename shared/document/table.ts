import type { Block } from './document.ts';

export type TableBlock = Extract<Block, { kind: 'table' }>;
type Column = TableBlock['columns'][number];

/** A column of words. */
export const left = (title: string): Column => ({ title, align: 'left' });

/** A column of numbers. */
export const right = (title: string): Column => ({ title, align: 'right' });
