/**
 * What the four reports of 2026 have in common: each row sums up a window that no column names (`Date` is its last day, the same in every
 * row), days changed from `2026-08-04` to `09-16-2026` within weeks, counts from `16` to `105.0`, and the catch-all row from `others` to
 * `Other`. `Items Shipped*` are gross; returns are positive numbers in columns of their own; `Total Earnings` has them taken off.
 */
export const figures2026 = {
  clicks: ['clicks'],
  ordered: ['items ordered'],
  orderedRevenue: ['ordered revenue'],
  shipped: ['items shipped'],
  returned: ['items returned'],
  shippedRevenue: ['items shipped revenue'],
  returnedRevenue: ['items returned revenue'],
  earnings: ['total earnings'],
} as const;

export const conversion2026 = {
  date: ['date'],
  indirect: ['indirect items ordered'],
  direct: ['direct items ordered'],
  orders: ['order quantity'],
} as const;

export const counts2026 = {
  clicks: 'clicks',
  itemsOrdered: 'ordered',
  itemsShipped: 'shipped',
  itemsReturned: 'returned',
} as const;

export const amounts2026 = {
  orderedRevenue: ['orderedRevenue'],
  base: ['shippedRevenue', 'returnedRevenue'],
  commission: ['earnings'],
} as const;

/** Real rows do say things like "2 ordered, 8 of them indirect". */
export const contradicts2026 = (count: (field: string) => number | null): boolean => {
  const [ordered, direct, indirect] = [count('ordered'), count('direct'), count('indirect')];
  return ordered !== null && direct !== null && indirect !== null && direct + indirect !== ordered;
};
