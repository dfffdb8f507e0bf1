import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../../../electron/reference.ts';
import { replayOptions } from '../../../../../electron/services/replays.ts';
import {
  firstChoice,
  type ReplayChoice,
  termsOf,
} from '../../../../../renderer/pages/replay/replay-terms.ts';
import { inputs } from '../../../../../shared/contract/contract.ts';
import { ppm } from '../../../../../shared/domain/money.ts';
import { replayOrders } from '../../../../../shared/replay/replay-orders.ts';
import { amazonRow, money } from '../../../shared/replay/fee-earnings.ts';

const reference = loadReference(join(import.meta.dirname, '../../../../../resources'));
const rows = ['Kitchen & Dining', 'Books & Textbooks', 'Amazon Gift Cards'].map(category =>
  amazonRow({ category, base: money('50.00'), commission: money('1.00') }),
);

/** The replay that the page asks for, as the app understands the request. */
const replayOf = (choice: ReplayChoice) => {
  const { program, terms } = inputs['replay.run'].parse({ program: choice.program, terms: termsOf(choice) });
  return replayOrders(rows, program, terms, reference);
};

describe('the first question of Replay', () => {
  it('is that of the terminal: only rates that a plan names, so that gift cards have none', () => {
    const options = replayOptions(rows, reference);
    const asked = replayOf(firstChoice(options, 'amazon'));
    const inTerminal = {
      kind: 'tiktok-shop',
      rates: options.tiktokRates,
      other: options.tiktokOther,
      agencyShare: ppm(0),
    } as const;
    const { replayed, orders, skipped } = replayOrders(rows, 'amazon', inTerminal, reference);
    expect([asked.replayed, asked.orders, asked.skipped]).toEqual([replayed, orders, skipped]);
    expect(asked.skipped.giftCards?.rows).toBe(1);
  });

  it('prices gift cards once the person gives them a rate', () => {
    const choice = firstChoice(replayOptions(rows, reference), 'amazon');
    const { orders, skipped } = replayOf({ ...choice, rates: { ...choice.rates, 'Amazon Gift Cards': 10 } });
    expect([orders, skipped.giftCards]).toEqual([3, undefined]);
  });
});
