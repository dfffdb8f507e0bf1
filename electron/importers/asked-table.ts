import type { KnownAccount } from '../../shared/domain/account.ts';
import type { ImportAnswer, ImportAnswers, ImportQuestion } from '../../shared/domain/import-question.ts';
import type { ImportedReport } from '../../shared/domain/report.ts';
import type { Header } from './header.ts';
import type { Importer } from './importer.ts';
import { questionId } from './question-id.ts';
import type { TextRow, TextTable } from './read-table/table.ts';

/** A table, what the person has said about it, and a key that stays the same for the same content. */
export interface AskedTable {
  readonly table: TextTable;
  readonly key: string;
  /** The same for all tables of one file: one answer about currency or window is enough for a workbook or a ZIP. */
  readonly fileKey: string;
  readonly answers: ImportAnswers;
  /** The accounts in the library. */
  readonly accounts?: readonly KnownAccount[];
  /** What the same table was imported as before. */
  readonly previous?: readonly Pick<ImportedReport, 'account' | 'currency'>[];
  /** Zones of the reports imported last, by kind and home zone. */
  readonly zones?: Readonly<Record<string, string>>;
  /** What the person has put in place of rows, by line. */
  readonly fixes?: ReadonlyMap<number, readonly string[]>;
}

const sharedKinds: ReadonlySet<ImportQuestion['kind']> = new Set(['currency', 'window', 'account']);

/** Id of a question about a table; `about` tells apart questions of one kind. */
const idOf = ({ key, fileKey }: AskedTable, kind: ImportQuestion['kind'], about: string): string =>
  questionId(sharedKinds.has(kind) ? fileKey : key, about === '' ? kind : `${kind} ${about}`);

/** True when the person has left out what one of these questions is about. */
export const isLeftOut = (given: AskedTable, questions: readonly ImportQuestion[]): boolean =>
  questions.some(({ id }) => given.answers[id]?.kind === 'skip');

/** A table whose header is known. */
export interface HeadedTable {
  readonly importer: Importer;
  readonly header: Header;
  /** Rows below the header that have been read so far. */
  readonly sample: readonly TextRow[];
  /** Line of the header. */
  readonly line: number;
  /** What stands above it. */
  readonly above: string;
}

export const answerTo = <Kind extends ImportQuestion['kind']>(
  given: AskedTable,
  kind: Kind,
  about = '',
): Extract<ImportAnswer, { kind: Kind }> | undefined => {
  const answer = given.answers[idOf(given, kind, about)];
  return answer?.kind === kind ? (answer as Extract<ImportAnswer, { kind: Kind }>) : undefined;
};

export const asked = (given: AskedTable, kind: ImportQuestion['kind'], about = '') => ({
  id: idOf(given, kind, about),
  file: given.table.file,
  sheet: given.table.sheet,
});
