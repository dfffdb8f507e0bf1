import { monthSplit } from '../../shared/engine/calendar.ts';
import { clearRoom, roomDoubles } from '../../shared/engine/kernel.ts';
import { monthTable, netRow, payMonthly, payTiktokShop, refundCancels } from '../../shared/engine/ledger.ts';
import { dailyAmazon, dailyTiktokShop, type DailyLedger } from './daily-ledger.ts';
import { randomBooks, type RandomBooks } from './random-books.ts';

const big = (row: Float64Array): bigint[] => [...row].map(BigInt);

const inRoom = (row: Float64Array): Float64Array => {
  const copy = roomDoubles(row.length);
  copy.set(row);
  return copy;
};

/** The engine's side of the same books: paid, and what is still pending by its own sums. */
const engineSide = (books: RandomBooks, program: 'amazon' | 'tiktok-shop') => {
  clearRoom();
  const weeks = books.gross.length;
  const paid = roomDoubles(weeks);
  const net = roomDoubles(weeks);
  const cancels = program === 'amazon' || refundCancels(books.delay, books.days);
  const reversed = cancels ? inRoom(books.reversed) : null;
  const commission = { gross: inRoom(books.gross), reversed, delay: books.delay };
  netRow(commission, net);
  if (program === 'amazon')
    payMonthly(net, paid, { ...books, months: monthTable(monthSplit(books.start, weeks, 0)) });
  else payTiktokShop(commission, paid, books);
  return { paid: big(paid), net: big(net) };
};

const differs = (ours: ReturnType<typeof engineSide>, theirs: DailyLedger): boolean => {
  let net = 0n;
  let out = 0n;
  return ours.paid.some((paid, week) => {
    net += ours.net[week]!;
    out += paid;
    return (
      paid !== theirs.paid[week] ||
      net !== theirs.earned[week]! - theirs.reversed[week]! ||
      net - out !== theirs.pending[week]
    );
  });
};

/** Runs random books through both implementations. `loseClawbacks` plants the error of forgetting returns in ours. */
export const compareLedgers = (
  from: number,
  count: number,
  plant: { readonly loseClawbacks?: boolean } = {},
) => {
  const differences: string[] = [];
  let weeks = 0;
  for (let index = from; index < from + count; index++) {
    const books = randomBooks(index);
    weeks += books.gross.length;
    const exact = {
      ...books,
      gross: big(books.gross),
      reversed: big(books.reversed),
      threshold: BigInt(books.threshold),
    };
    const ours = plant.loseClawbacks ? { ...books, reversed: books.reversed.map(() => 0) } : books;
    if (differs(engineSide(ours, 'amazon'), dailyAmazon(exact))) differences.push(`amazon ${index}`);
    if (differs(engineSide(ours, 'tiktok-shop'), dailyTiktokShop(exact)))
      differences.push(`tiktok-shop ${index}`);
  }
  return { weeks, differences };
};
