import type { ReplayOptions } from '../../shared/contract/contract.ts';
import { FailureError } from '../../shared/contract/answer.ts';
import type { StoredOrder } from '../../shared/domain/order.ts';
import type { Currency } from '../../shared/domain/money.ts';
import type { Program } from '../../shared/domain/program.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import type { Replay, ReplayTerms } from '../../shared/domain/replay.ts';
import { marketsOf } from '../../shared/learn/history.ts';
import { replayOrders } from '../../shared/replay/replay-orders.ts';

/** What of these orders can be priced again, and under which terms. */
export const replayOptions = (orders: Iterable<StoredOrder>, reference: Reference): ReplayOptions => {
  const currencies = new Set<Currency>();
  const seen = new Map<Program, { orders: number; categories: Set<string> }>();
  for (const order of orders) {
    if (order.measure !== 'earned' || order.program === 'other') continue;
    currencies.add(order.currency);
    const entry = seen.get(order.program) ?? { orders: 0, categories: new Set<string>() };
    entry.orders += 1;
    if (order.category !== null) entry.categories.add(order.category);
    seen.set(order.program, entry);
  }
  return {
    cards: reference.cards,
    programs: [...seen].map(([program, entry]) => ({
      program,
      orders: entry.orders,
      categories: [...entry.categories].toSorted(),
    })),
    tiktokRates: reference.tiktokRates.byCategory,
    tiktokOther: reference.tiktokRates.other,
    markets: marketsOf(currencies),
  };
};

/** Past orders priced again under other terms. Throws `not-found` for a card that there is none of. */
export const runReplay = (
  orders: Iterable<StoredOrder>,
  asked: { readonly program: Program; readonly terms: ReplayTerms },
  reference: Reference,
): Replay => {
  const { program, terms } = asked;
  if (terms.kind === 'amazon-card' && !reference.cards.some(card => card.id === terms.cardId)) {
    throw new FailureError({ kind: 'not-found', what: 'rate card', id: terms.cardId });
  }
  return replayOrders(orders, program, terms, reference);
};
