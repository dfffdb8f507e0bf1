import type { Aggregate } from '../../shared/domain/aggregate.ts';
import type { Importer, ReadRow } from './importer.ts';
import { CellReader } from './read-cell/cell-reader.ts';
import { readRowCurrency } from './tiktok-order-lines.ts';

/**
 * Settlement statement of a shop: what the seller was paid, and the affiliate commission taken off it. Its sheet's dimension tag understates
 * its size and banner rows stand above the header. Not the creator's income: kept beside it.
 */
export const tiktokSellerIncome: Importer = {
  kind: 'tiktok.seller-income',
  program: 'tiktok-shop',
  measure: 'aggregate',
  identity: 'cells',
  columns: {
    required: {
      id: ['order/adjustment id'],
      type: ['type'],
      settled: ['order settled time(utc)', 'order settled time'],
      currency: ['currency'],
      settlement: ['total settlement amount'],
      revenue: ['total revenue'],
    },
    optional: {
      commission: ['affiliate commission'],
      created: ['order created time(utc)', 'order created time'],
    },
  },
  freeText: null,
  dayOrder: 'iso',
  noted: { days: ['settled'], amounts: ['settlement', 'revenue', 'commission'] },
  currencyOf: () => 'in-rows',
  open: (header, context) => {
    const reader = new CellReader(header, context.notation);
    const readRow: ReadRow = cells => {
      reader.start(cells);
      const settled = reader.day('settled');
      const id = reader.requiredId('id');
      const type = reader.text('type');
      const currency = readRowCurrency(reader);
      const revenue = reader.amount('revenue', currency);
      const settlement = reader.amount('settlement', currency);
      const commission = reader.optionalAmount('commission', currency);
      if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
      const aggregate: Aggregate = {
        program: 'tiktok-shop',
        report: 'tiktok.seller-income',
        subject: 'statement',
        subjectId: id,
        name: type,
        from: settled!.day,
        to: settled!.day,
        currency,
        category: null,
        views: null,
        impressions: null,
        clicks: null,
        orders: null,
        itemsOrdered: null,
        itemsShipped: null,
        itemsReturned: null,
        orderedRevenue: revenue,
        base: settlement,
        commission,
      };
      return { kind: 'aggregate', aggregate, identity: `${settled!.day}\t${id}\t${type}`, warnings: [] };
    };
    return readRow;
  },
};
