import { hash } from 'node:crypto';

/** The same for the same question about the same content, whatever the file is called. */
export const questionId = (key: string, about: string): string =>
  hash('sha256', `${key}\n${about}`).slice(0, 32);
