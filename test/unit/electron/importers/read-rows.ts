import type { Aggregate } from '../../../../shared/domain/aggregate.ts';
import type { ImportAnswers, ImportQuestion } from '../../../../shared/domain/import-question.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { Problem } from '../../../../shared/domain/report.ts';
import { openReport } from '../../../../electron/importers/open-report.ts';
import { readText } from '../../../../electron/importers/read-table/read-text.ts';
import type { FileBytes } from '../../../../electron/importers/read-table/table.ts';

/** A file in memory, given in chunks of a few bytes to try every boundary. */
export const fileOf = (content: string | Uint8Array, chunk = Number.POSITIVE_INFINITY): FileBytes => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name: 'report.csv',
    size: bytes.length,
    stream: async function* () {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    },
  };
};

export interface ReadRows {
  readonly orders: readonly Order[];
  readonly aggregates: readonly Aggregate[];
  readonly questions: readonly ImportQuestion[];
  readonly identities: readonly string[];
  readonly problems: readonly Pick<Problem, 'line' | 'column' | 'text' | 'reason'>[];
  readonly skipped: number;
}

/** Reads delimited text through the registry, as an import does. */
export const readRows = async (
  content: string | Uint8Array,
  answers: ImportAnswers = {},
): Promise<ReadRows> => {
  const table = await readText(fileOf(content));
  const opened = await openReport({ table, key: 'test', fileKey: 'file', answers });
  const nothing = { orders: [], aggregates: [], identities: [], problems: [], questions: [], skipped: 0 };
  if (opened.kind === 'problem') return { ...nothing, problems: [opened.problem] };
  if (opened.kind === 'questions') return { ...nothing, questions: opened.questions };
  if (opened.kind === 'skipped') return nothing;
  const aggregates: Aggregate[] = [];
  const orders: Order[] = [];
  const identities: string[] = [];
  const problems: ReadRows['problems'][number][] = [];
  let skipped = 0;
  for await (const rows of opened.report.rows())
    for (const { line, reading } of rows) {
      if (reading.kind === 'skip') skipped += 1;
      else if (reading.kind === 'refused')
        problems.push(...reading.faults.map(fault => ({ ...fault, line })));
      else {
        if (reading.kind === 'order') orders.push(reading.order);
        else aggregates.push(reading.aggregate);
        identities.push(reading.identity);
        problems.push(...reading.warnings.map(fault => ({ ...fault, line })));
      }
    }
  return { orders, aggregates, identities, problems, questions: [], skipped };
};
