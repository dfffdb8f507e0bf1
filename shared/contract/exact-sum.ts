import { minor, type Minor } from '../domain/money.ts';
import { FailureError } from './answer.ts';

/** A sum of money that is exact; throws the failure `sum-too-large` where a number could no longer hold it. */
export const exactSum = (sum: number): Minor => {
  if (!Number.isSafeInteger(sum)) throw new FailureError({ kind: 'sum-too-large' });
  return minor(sum);
};
