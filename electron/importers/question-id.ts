import { hash } from 'node:crypto';
import type { ImportQuestion } from '../../shared/domain/import-question.ts';

/** The same for the same question about the same content, whatever the file is called. */
export const questionId = (tableKey: string, kind: ImportQuestion['kind']): string =>
  hash('sha256', `${tableKey}\n${kind}`).slice(0, 32);
