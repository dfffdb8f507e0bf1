import type { Quantity } from '../domain/quantity.ts';
import type { ImportedReport } from '../domain/report.ts';
import { evidenceOf, quantity } from './evidence.ts';
import type { ProgramHistory } from './history.ts';

const fewestRows = 30;

/** Days from order to settlement at TikTok Shop as the rows tell; nothing when fewer than 30 do. */
export const settlementDelay = (
  history: ProgramHistory | null,
  reports: readonly Pick<ImportedReport, 'id' | 'file'>[],
): { readonly settlementDelayDays?: Quantity } => {
  if (!history) return {};
  const days = history.sales
    .map(sale => sale.settlementDays)
    .filter(lag => lag !== null)
    .toSorted((a, b) => a - b);
  if (days.length < fewestRows) return {};
  const at = (share: number): number => days[Math.floor(share * (days.length - 1))]!;
  return {
    settlementDelayDays: quantity(
      { kind: 'pert', low: at(0.25), mode: at(0.5), high: at(0.75) },
      evidenceOf([history], reports)(
        days.length,
        'Days from order to settlement: quartiles of the settled rows',
      ),
    ),
  };
};
