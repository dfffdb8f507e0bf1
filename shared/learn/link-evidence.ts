import type { Order } from '../domain/order.ts';

/** What a row tells of links; `reportId` is absent where nobody asks which report said it. */
type LinkRow = Order & { readonly reportId?: number };

interface Items {
  direct: number;
  indirect: number;
}

/** What Amazon's reports say of each ASIN: how often it was the very product linked, how often something beside it. */
export interface LinkEvidence {
  readonly products: Map<string, Items>;
  readonly reportIds: Set<number>;
}

export const emptyEvidence = (): LinkEvidence => ({ products: new Map(), reportIds: new Set() });

/** Adds a row of Fee-Orders, or of a Fee-Earnings that has a `Direct` column, to the evidence; other rows say nothing. */
export const noteLink = (evidence: LinkEvidence, order: LinkRow): void => {
  const { program, measure, stream, direct, items, productId, reportId } = order;
  if (program !== 'amazon' || measure === 'bounty' || stream !== 'offsite') return;
  if (direct === null || items <= 0) return;
  const seen = evidence.products.get(productId) ?? { direct: 0, indirect: 0 };
  seen[direct ? 'direct' : 'indirect'] += items;
  evidence.products.set(productId, seen);
  if (reportId !== undefined) evidence.reportIds.add(reportId);
};

/** Whether an ASIN was mostly bought beside a linked product. Without evidence it was not: nothing is thrown among the halo on a guess. */
export const isHalo = ({ products }: LinkEvidence, productId: string): boolean => {
  const seen = products.get(productId);
  return seen !== undefined && seen.indirect > seen.direct;
};
