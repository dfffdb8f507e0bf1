import type { Currency } from '../../shared/domain/money.ts';
import { bracketedCurrency, type Header } from './header.ts';

/** Rows whose tracking id contains `onamz` are on-Amazon (influencer) income, which no TikTok traffic made. */
export const amazonStream = (trackingId: string | null): 'offsite' | 'onsite' =>
  trackingId?.toLowerCase().includes('onamz') ? 'onsite' : 'offsite';

/** The line of sums that some reports end with. */
export const isTotalRow = (cells: readonly string[]): boolean =>
  /^(?:grand )?totale?:?$/iu.test(cells[0]?.trim() ?? '') && (cells[2] ?? '').trim() === '';

/** From brackets in the header; the English header without them is the United Kingdom's when it has its own columns. */
export const amazonCurrency = (header: Header): Currency | null => {
  const bracketed = bracketedCurrency(header.cells);
  if (bracketed) return bracketed;
  const british = header.cells.some(cell => /^(?:direct|orders through product links)$/iu.test(cell.trim()));
  return british ? 'GBP' : null;
};
