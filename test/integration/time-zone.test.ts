import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tiktokFile, tiktokRow } from '../unit/electron/importers/tiktok-row.ts';
import { openLibrary, type Library } from './library.ts';

const videoOf = (at: number): string => String((BigInt(at / 1000) << 32n) + 7n);
const longAgo = videoOf(Date.UTC(2025, 0, 1));

const exported = (ordered: string, video = longAgo, order = '576461413038700001'): string =>
  tiktokFile(tiktokRow({ 'Order ID': order, 'Order date': ordered, 'Content ID': video }));

let library: Library;
beforeEach(() => {
  library = openLibrary();
});
afterEach(() => library.close());

const preview = async (text: string, zone?: string) => {
  const file = library.write('affiliate_orders.csv', text);
  const plan = await library.imports.preview([file]);
  const question = plan.assumed!.find(({ kind }) => kind === 'time-zone');
  if (zone === undefined || !question) return { plan, question };
  const answers = { [question.id]: { kind: 'time-zone' as const, zone } };
  return { plan: await library.imports.preview([file], { answers }), question };
};

const dayOf = ({ plan }: Awaited<ReturnType<typeof preview>>) => plan.reports[0]!.preview[0]!.order.orderedOn;

describe('an export whose times have no zone', () => {
  it('is read on the market’s own clocks, and nobody is asked while no day depends on it', async () => {
    const noon = await preview(exported('04/03/2026 16:30:00'));
    expect([noon.question, dayOf(noon)]).toEqual([undefined, '2026-03-04']);
  });

  it('says what is assumed where a sale would stand on another day, and follows the answer', async () => {
    const night = await preview(exported('01/09/2026 02:30:00'));
    expect(night.question).toMatchObject({
      proposed: 'America/Los_Angeles',
      choices: ['America/Los_Angeles', 'UTC', 'Asia/Shanghai'],
      example: '01/09/2026 02:30:00',
    });
    expect(dayOf(night)).toBe('2026-09-01');
    expect(dayOf(await preview(exported('01/09/2026 02:30:00'), 'UTC'))).toBe('2026-08-31');
  });

  it('takes the answer for the next file of its kind once it was imported', async () => {
    const { plan } = await preview(exported('01/09/2026 02:30:00'), 'UTC');
    const before = await preview(exported('02/09/2026 02:30:00', longAgo, '576461413038700002'));
    expect(before.question).toMatchObject({ proposed: 'America/Los_Angeles' });
    await library.imports.commit(plan.token);
    const next = await preview(exported('02/09/2026 02:30:00', longAgo, '576461413038700002'));
    expect([next.question, dayOf(next)]).toMatchObject([{ proposed: 'UTC' }, '2026-09-01']);
  });

  it('rules out zones in which an order would be older than its video', async () => {
    // Posted at 02:00 UTC: an order written as 02:30 was not written in Shanghai.
    const video = videoOf(Date.UTC(2026, 8, 1, 2));
    const { question } = await preview(exported('01/09/2026 02:30:00', video));
    expect(question).toMatchObject({ choices: ['America/Los_Angeles', 'UTC'] });
    const later = videoOf(Date.UTC(2026, 8, 1, 9, 45));
    const only = await preview(exported('01/09/2026 03:30:00', later));
    expect(only.question).toBeUndefined();
    expect(dayOf(only)).toBe('2026-09-01');
  });

  it('does not take the last file’s zone where its own videos rule it out', async () => {
    const { plan } = await preview(exported('01/09/2026 02:30:00'), 'Asia/Shanghai');
    await library.imports.commit(plan.token);
    const order = '576461413038700002';
    const like = await preview(exported('02/09/2026 02:30:00', longAgo, order));
    expect([like.question, dayOf(like)]).toMatchObject([{ proposed: 'Asia/Shanghai' }, '2026-09-01']);
    // Posted at 02:00 UTC on 2 September: ordered half an hour later on UTC's clocks, a day before on Shanghai's.
    const posted = videoOf(Date.UTC(2026, 8, 2, 2));
    const unlike = await preview(exported('02/09/2026 02:30:00', posted, order));
    expect([unlike.question, dayOf(unlike)]).toMatchObject([
      { proposed: 'America/Los_Angeles', choices: ['America/Los_Angeles', 'UTC'] },
      '2026-09-02',
    ]);
  });

  it('is remembered together with its rows or not at all', async () => {
    const file = library.write('affiliate_orders.csv', exported('01/09/2026 02:30:00'));
    const refusing =
      "CREATE TRIGGER refusing BEFORE INSERT ON settings BEGIN SELECT RAISE(ABORT, 'full'); END";
    library.database.connection.exec(refusing);
    await expect(library.take(file)).rejects.toThrow('full');
    await expect(library.imports.take([file])).rejects.toThrow('full');
    expect(library.imports.list()).toEqual([]);
    library.database.connection.exec('DROP TRIGGER refusing');
    expect((await library.imports.take([file])).outcome?.new).toBe(1);
  });
});
