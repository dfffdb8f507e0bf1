import { type Currency, fromMajor, minor, parseMinor, ppm, takeRate } from '../../shared/domain/money.ts';
import { nextUnit, openStream } from '../../shared/engine/random-stream.ts';

const rateByBigInt = (amount: bigint, rate: bigint): bigint => {
  const size = amount * rate < 0n ? -amount * rate : amount * rate;
  const rounded = (2n * size + 1_000_000n) / 2_000_000n;
  return amount < 0n ? -rounded : rounded;
};

/** A currency of each number of decimals. */
const currencies: readonly (readonly [Currency, number])[] = [
  ['VND', 0],
  ['USD', 2],
  ['KWD', 3],
];

type TakeRate = typeof takeRate;

/** Random amounts of every size read, rated and written against big integers, in currencies with 0, 2 and 3 decimals. */
export const compareMoney = (count: number, take: TakeRate = takeRate): string[] => {
  const state = new Int32Array(4);
  openStream(state, 8, 1, 1);
  const below = (limit: number): number => Math.floor(nextUnit(state) * limit);
  const differences: string[] = [];
  for (let i = 0; i < count; i++) {
    const [currency, decimals] = currencies[i % currencies.length]!;
    const digits = String(below(10 ** (1 + below(13)))).padStart(decimals + 1, '0');
    const cut = digits.length - decimals;
    const sign = below(4) === 0 ? '-' : '';
    const text = sign + digits.slice(0, cut) + (decimals === 0 ? '' : `.${digits.slice(cut)}`);
    const exact = BigInt(sign + digits);
    const read = parseMinor(text, currency);
    if (read === undefined || BigInt(read) !== exact) differences.push(`${text} ${currency} read as ${read}`);
    const rate = below(1_000_001);
    const paid = take(minor(Number(exact)), ppm(rate));
    if (BigInt(paid) !== rateByBigInt(exact, BigInt(rate)))
      differences.push(`${text} ${currency} × ${rate} ppm = ${paid}`);
    if (digits.length <= 12 && fromMajor(Number(text), currency) !== Number(exact))
      differences.push(`${text} ${currency} as a number`);
  }
  return differences;
};
