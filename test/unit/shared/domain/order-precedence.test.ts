import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/domain/day.ts';
import { minor } from '../../../../shared/domain/money.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { comparePrecedence, type Sighting } from '../../../../shared/domain/order-precedence.ts';

const sighting = (order: Partial<Order>, asOf = '2026-10-31'): Sighting => ({
  order: { status: 'pending', returned: 0, settledOn: null, commission: null, ...order } as Order,
  asOf: day(asOf),
});

describe('which of two words about one sale counts', () => {
  it('is the one further on: pending, frozen, final; then more refunds, later settlement, later report', () => {
    const rising = [
      sighting({}, '2026-12-31'),
      sighting({ status: 'frozen' }),
      sighting({ status: 'settled', commission: minor(5) }),
      sighting({ status: 'settled', commission: minor(5) }, '2026-11-01'),
      sighting({ status: 'settled', settledOn: day('2026-09-01') }),
      sighting({ status: 'settled', settledOn: day('2026-09-02') }),
      sighting({ status: 'settled', returned: 1 }),
    ];
    for (const [index, later] of rising.entries())
      for (const earlier of rising.slice(0, index)) {
        expect(comparePrecedence(later, earlier)).toBeGreaterThan(0);
        expect(comparePrecedence(earlier, later)).toBeLessThan(0);
      }
  });

  it('is settled by content when all else is equal, and is nobody’s for equal words', () => {
    const a = sighting({ productName: 'A' });
    const b = sighting({ productName: 'B' });
    expect(Math.sign(comparePrecedence(a, b))).toBe(-Math.sign(comparePrecedence(b, a)));
    expect(comparePrecedence(a, sighting({ productName: 'A' }))).toBe(0);
  });
});
