import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FailureError } from '../../shared/contract/answer.ts';
import { day } from '../../shared/domain/day.ts';
import { loadReference } from '../../electron/reference.ts';
import { createLibrary } from '../../electron/services/library.ts';
import { largeReportHeader, largeReportRows } from '../helpers/large-report.ts';
import { openLibrary, type Library } from './library.ts';

let library: Library;
let books: ReturnType<typeof createLibrary>;

beforeAll(async () => {
  library = openLibrary();
  const text = [largeReportHeader.join(','), ...largeReportRows(20_000)].join('\n');
  await library.imports.take([library.write('large.csv', text)]);
  const reference = loadReference('resources');
  books = createLibrary({ database: library.database, reference, now: () => new Date('2026-11-21') });
}, 60_000);
afterAll(async () => {
  await books.close();
  await library.close();
});

/** How often the event loop came round while the work was done; once a millisecond at best. */
const turnsDuring = async (work: () => Promise<unknown>): Promise<number> => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  try {
    await work();
    return turns;
  } finally {
    clearInterval(timer);
  }
};

const terms = { kind: 'amazon-card', cardId: 'amazon-us-2020-04-21', categories: {} } as const;

describe('work that reads every stored order', () => {
  const works: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['a replay', () => books.replay({ program: 'amazon', terms })],
    ['what can be replayed', () => books.replayOptions()],
    ['learning a scenario', () => books.learn({ market: 'US', name: 'x', today: day('2026-11-21') })],
  ];

  it.each(works)('leaves the window’s thread free: %s', async (_, work) => {
    // Its first time: later ones may be answered from what is kept.
    expect(await turnsDuring(() => work().catch(() => undefined))).toBeGreaterThan(3);
  });

  it('does not hold up a page of rows', async () => {
    // Both threads run from here on.
    await books.rows({ offset: 0, limit: 10 });
    const order: string[] = [];
    const replay = books.replay({ program: 'amazon', terms }).then(() => order.push('replay'));
    const rows = books.rows({ offset: 0, limit: 10 }).then(() => order.push('rows'));
    await Promise.all([replay, rows]);
    expect(order).toEqual(['rows', 'replay']);
  });

  it('says in the failure’s own words what cannot be done', async () => {
    const unknown = { ...terms, cardId: 'none' };
    await expect(books.replay({ program: 'amazon', terms: unknown })).rejects.toThrow(
      new FailureError({ kind: 'not-found', what: 'rate card', id: 'none' }),
    );
  });
});
