import type { Account } from '../domain/account.ts';
import { addDays, monthEnd, type Day } from '../domain/day.ts';
import { minor, type Currency, type Minor } from '../domain/money.ts';
import type { PendingEntry, PendingMoney, PendingRule } from '../domain/pending.ts';
import type { Distribution, Quantity } from '../domain/quantity.ts';
import type { ProgramTerms } from '../domain/reference.ts';

/** Rows of one day that are not paid, as far as reports tell: commission earned, or estimated of unsettled rows. */
export interface OpenRows extends Account {
  readonly currency: Currency;
  readonly stream: PendingEntry['stream'];
  readonly status: 'earned' | 'pending' | 'frozen';
  /** Shipped (Amazon) or ordered; null where the report does not say. */
  readonly day: Day | null;
  readonly amount: Minor;
  readonly rows: number;
}

/** Settled rows of TikTok Shop that took so many days from order to settlement. */
export interface SettledLag {
  readonly currency: Currency;
  readonly days: number;
  readonly rows: number;
  readonly from: Day;
  readonly to: Day;
}

export interface PendingInput {
  readonly open: readonly OpenRows[];
  readonly lags: readonly SettledLag[];
  /** Files that the lags were seen in. */
  readonly files: readonly string[];
  readonly terms: ProgramTerms;
  readonly asOf: Day;
}

type Days = PendingRule['days'];

const daysOf = (value: Distribution): Days | null => {
  switch (value.kind) {
    case 'pert':
    case 'triangular':
      return {
        low: Math.round(value.low),
        mode: Math.round(value.mode),
        high: Math.round(value.high),
      };
    case 'constant':
      return { low: value.value, mode: value.value, high: value.value };
    default:
      return null;
  }
};

const ruleOf = (
  quantity: Quantity,
  rule: Pick<PendingRule, 'network' | 'currency' | 'countedFrom'>,
): PendingRule | null => {
  const days = daysOf(quantity.value);
  return days && { ...rule, days, provenance: quantity.provenance };
};

const fewestRows = 30;

/** Days from order to settlement as the person's own rows tell: a tenth, half and nine tenths of them were faster. Null when fewer than 30 do. */
const learnedDays = (lags: readonly SettledLag[]): { readonly days: Days; readonly rows: number } | null => {
  const rows = lags.reduce((sum, lag) => sum + lag.rows, 0);
  if (rows < fewestRows) return null;
  const ordered = lags.toSorted((a, b) => a.days - b.days);
  const at = (share: number): number => {
    let seen = 0;
    return ordered.find(lag => (seen += lag.rows) >= share * rows)!.days;
  };
  return { days: { low: at(0.1), mode: at(0.5), high: at(0.9) }, rows };
};

const tiktokRule = (currency: Currency, { lags, files, terms }: PendingInput): PendingRule | null => {
  const rule = { network: 'tiktok-shop', currency, countedFrom: 'order' } as const;
  const own = lags.filter(lag => lag.currency === currency);
  const learned = learnedDays(own);
  if (!learned || files.length === 0) return ruleOf(terms.tiktokShop.settlementDelayDays, rule);
  const days = own.map(({ from }) => from).toSorted();
  const until = own.map(({ to }) => to).toSorted();
  return {
    ...rule,
    days: learned.days,
    provenance: {
      kind: 'report',
      files: [...files],
      rows: learned.rows,
      from: days[0]!,
      to: until.at(-1)!,
      note: 'Days from order to settlement; half of the settled rows were faster, a tenth slower than the latest day',
    },
  };
};

const rulesFor = (input: PendingInput) => {
  const amazon = ruleOf(input.terms.amazon.paymentDelayDays, {
    network: 'amazon',
    currency: null,
    countedFrom: 'month-end',
  });
  const byCurrency = new Map<Currency, PendingRule | null>();
  return ({ network, currency }: OpenRows): PendingRule | null => {
    if (network === 'amazon') return amazon;
    if (network !== 'tiktok-shop') return null;
    const rule = byCurrency.has(currency) ? byCurrency.get(currency)! : tiktokRule(currency, input);
    byCurrency.set(currency, rule);
    return rule;
  };
};

const expectedOn = (day: Day, { countedFrom, days }: PendingRule): NonNullable<PendingEntry['expected']> => {
  const start = countedFrom === 'month-end' ? monthEnd(day) : day;
  return {
    on: addDays(start, days.mode),
    from: addDays(start, days.low),
    to: addDays(start, days.high),
  };
};

const entryOf = (open: OpenRows, rule: PendingRule | null, asOf: Day): PendingEntry | null => {
  const { network, account, currency, stream, status, amount, rows } = open;
  const kind = status === 'earned' ? 'earned' : 'estimated';
  const base = { network, account, currency, stream, kind, amount, rows } as const;
  if (status === 'frozen') return { ...base, state: 'frozen', expected: null };
  if (open.day === null || rule === null) {
    // Money that a network has credited is paid when it pays: without its rule nothing can be said.
    return kind === 'earned' ? null : { ...base, state: 'unknown', expected: null };
  }
  const expected = expectedOn(open.day, rule);
  const isPast = expected.to < asOf;
  if (kind === 'earned' && isPast) return null;
  // Which day it should have come is past: all that is late is one sum.
  if (isPast) return { ...base, state: 'overdue', expected: null };
  return { ...base, state: 'expected', expected };
};

const keyOf = ({ network, account, currency, stream, kind, state, expected }: PendingEntry): string =>
  [network, account ?? '', currency, stream, kind, state, expected?.on ?? ''].join('\n');

/** Late money first, then by day, then what has none. */
const placeOf = ({ state, expected }: PendingEntry): string =>
  state === 'overdue' ? '' : (expected?.on ?? '9999');

const compare = (a: PendingEntry, b: PendingEntry): number => {
  const [left, right] = [placeOf(a), placeOf(b)];
  if (left !== right) return left < right ? -1 : 1;
  return keyOf(a) < keyOf(b) ? -1 : 1;
};

/** Money on its way by the day it is expected: per account, currency and kind; what is earned apart from what is only estimated. */
export const pendingMoney = (input: PendingInput): PendingMoney => {
  const ruleFor = rulesFor(input);
  const entries = new Map<string, PendingEntry>();
  const rules = new Map<string, PendingRule>();
  for (const open of input.open) {
    const rule = ruleFor(open);
    const entry = entryOf(open, rule, input.asOf);
    if (!entry || (entry.amount === 0 && entry.kind === 'estimated')) continue;
    if ((entry.expected || entry.state === 'overdue') && rule)
      rules.set(`${rule.network} ${rule.currency}`, rule);
    const known = entries.get(keyOf(entry));
    entries.set(
      keyOf(entry),
      known ? { ...known, amount: minor(known.amount + entry.amount), rows: known.rows + entry.rows } : entry,
    );
  }
  return {
    asOf: input.asOf,
    entries: [...entries.values()].toSorted(compare),
    rules: [...rules.values()],
  };
};
