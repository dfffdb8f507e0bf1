import type { EpochDay } from '../domain/day.ts';
import { toEpochDay } from '../domain/day.ts';
import type { StoredOrder } from '../domain/order.ts';

/** One row of Amazon income that no order of a linked product made. Money in minor units, negative on returns. */
export interface SideRow {
  readonly kind: 'bounty' | 'on-amazon';
  readonly day: EpochDay;
  readonly reportId: number;
  /** Trials and registrations of a bounty row. */
  readonly events: number;
  readonly commission: number;
}

/** A bounty or on-Amazon row; null for every other. A bounty on Amazon itself is on-Amazon income: no link brought it. */
export const sideRowOf = (order: StoredOrder): SideRow | null => {
  if (order.program !== 'amazon' || order.measure === 'ordered') return null;
  const kind = order.stream === 'onsite' ? 'on-amazon' : order.measure === 'bounty' ? 'bounty' : null;
  const on = order.shippedOn ?? order.orderedOn;
  if (kind === null || on === null || order.commission === null) return null;
  if (order.status !== 'settled' && order.status !== 'returned') return null;
  const { items: events, commission, reportId } = order;
  return { kind, day: toEpochDay(on), reportId, events, commission };
};
