import type { Order, OrderStatus } from '../../shared/domain/order.ts';
import type { Importer } from './importer.ts';
import { CellReader } from './read-cell/cell-reader.ts';

/**
 * LTK earnings: days M/D/YY, dollars like `-$3.97`, quotes escaped as `\"` and line breaks inside product names. Returns are rows of their
 * own with negative commission. No order id: a row's cells are its identity.
 */
export const ltkEarnings: Importer = {
  kind: 'ltk.earnings',
  program: 'other',
  measure: 'earned',
  identity: 'cells',
  accountField: 'publisher',
  freeText: 'product',
  columns: {
    required: {
      date: ['date'],
      brand: ['brand'],
      type: ['type'],
      publisher: ['publisher'],
      product: ['product'],
      link: ['direct to retailer link'],
      status: ['status'],
      commission: ['commission'],
    },
    optional: { payment: ['payment'] },
  },
  dayOrder: 'month-first',
  noted: { days: ['date'], amounts: ['commission'] },
  currencyOf: () => 'USD',
  open: (header, context) => {
    const reader = new CellReader(header, context.notation);
    return cells => {
      reader.start(cells);
      const on = reader.day('date');
      const commission = reader.amount('commission', 'USD');
      const statusText = reader.text('status').toLowerCase();
      const productName = reader.name('product').replaceAll('\\"', '"').replaceAll(/\s+/gu, ' ');
      if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
      const isPending = /pending|open/u.test(statusText);
      const status: OrderStatus = commission < 0 ? 'returned' : isPending ? 'pending' : 'settled';
      const order: Order = {
        program: 'other',
        report: 'ltk.earnings',
        measure: 'earned',
        stream: 'offsite',
        status,
        currency: 'USD',
        orderedOn: on!.day,
        shippedOn: null,
        settledOn: null,
        orderId: null,
        skuId: null,
        productId: productName,
        productName,
        category: null,
        seller: reader.optional('brand'),
        trackingId: null,
        contentId: null,
        contentType: reader.optional('type'),
        direct: null,
        price: null,
        items: 1,
        returned: status === 'returned' ? 1 : 0,
        base: null,
        commission: status === 'pending' ? null : commission,
        estimatedBase: null,
        estimatedCommission: status === 'pending' ? commission : null,
        rate: null,
      };
      const rest = ['brand', 'type', 'publisher', 'link', 'status', 'payment'].map(field =>
        reader.text(field),
      );
      const identity = `${on!.day} ${on!.time}\t${commission}\t${rest.join('\t')}\t${productName}`;
      return { kind: 'order', order, identity, warnings: [] };
    };
  },
};
