import { describe, expect, it } from 'vitest';
import { compareLedgers } from '../../../helpers/compare-ledgers.ts';

describe('the cash ledger', () => {
  it('equals a day-by-day ledger in big integers, and earned = paid + pending + reversed in every week', () => {
    expect(compareLedgers(0, 600)).toEqual({ weeks: expect.any(Number), differences: [] });
  });

  it('notices a clawback that is lost', () => {
    expect(compareLedgers(0, 200, { loseClawbacks: true }).differences.length).toBeGreaterThan(100);
  });
});
