import { describe, expect, it } from 'vitest';
import { compareLedgers } from '../../../helpers/compare-ledgers.ts';

describe('the cash ledger', () => {
  it('equals a day-by-day ledger in big integers, and earned = paid + pending + reversed in every week', {
    timeout: 60_000,
  }, () => {
    expect(compareLedgers(0, 300)).toEqual({ weeks: expect.any(Number), differences: [] });
  });

  it('notices a clawback that is lost', () => {
    expect(compareLedgers(0, 100, { loseClawbacks: true }).differences.length).toBeGreaterThan(50);
  });
});
