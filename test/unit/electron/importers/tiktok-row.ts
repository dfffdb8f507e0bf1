/** The creator export's columns with an ordinary settled row's cells. */
const ordinary = {
  'Order ID': '576461413038785752',
  'SKU ID': '1729384756102938475',
  'Product name': 'Ironvale Skillet',
  'Product ID': '1729384756102938000',
  Price: '"9,510"',
  'Items sold': '1',
  'Items refunded': '0',
  'Shop name': 'Kitchen Harbor',
  'Shop code': 'USLC1',
  'Affiliate partner': '/',
  Agency: '/',
  Currency: 'USD',
  'Order type': 'Normal',
  'Order settlement status': 'Settled',
  Indirect: 'No',
  'Commission type': 'Standard',
  'Content Type': 'Video',
  'Content ID': '7568012345678901234',
  Standard: '15%',
  'Shop ads': '/',
  'TikTok bonus': '/',
  'Partner bonus': '/',
  'Revenue sharing portion': '/',
  GMV: '"9,510"',
  'Est. commission base': '"9,510"',
  'Est. standard commission': '1426.50',
  'Est. Shop Ads commission': '0',
  'Est. Bonus': '0',
  'Est. Affiliate partner bonus': '0',
  'Est. IVA': '/',
  'Est. ISR': '/',
  'Est. PIT': '/',
  'Est. revenue sharing portion': '0',
  'Actual commission base': '"9,510"',
  'Standard commission': '1426.50',
  'Shop Ads commission': '0',
  Bonus: '0',
  'Affiliate partner bonus': '0',
  'Tax - ISR': '/',
  'Tax - IVA': '/',
  'Tax - PIT': '/',
  'Shared with partner': '0',
  'Total final earned amount': '1426.50',
  'Order date': '04/03/2026 21:05:09',
  'Commission settlement date': '28/03/2026 01:02:03',
};

export const tiktokHeader: readonly string[] = Object.keys(ordinary);

/** An ordinary row with some cells replaced, as CSV cells. */
export const tiktokRow = (cells: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries({ ...ordinary, ...cells }).map(([, cell]) =>
    cell.includes(',') && !cell.startsWith('"') ? `"${cell}"` : cell,
  );

/** An export of these rows. */
export const tiktokFile = (...rows: readonly (readonly string[])[]): string =>
  [tiktokHeader, ...rows].map(cells => cells.join(',')).join('\n');
