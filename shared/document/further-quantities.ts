import type { Currency } from '../domain/money.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Unit } from '../words/quantity.ts';

export interface FurtherQuantity {
  readonly label: string;
  readonly unit: Unit;
  readonly quantity: Quantity;
}

const isQuantity = (node: object): node is Quantity => 'value' in node && 'provenance' in node;

const names: Readonly<Record<string, string>> = {
  amazon: 'Amazon',
  tiktokShop: 'TikTok Shop',
  storefront: 'Storefront',
  onAmazon: 'Income on Amazon itself',
  live: 'LIVE',
  lives: 'LIVEs',
  clickRate: 'clicks per view',
  conversion: 'orders per click',
  returnShare: 'share returned',
  baseShare: 'base as share of price',
  perClick: 'per click',
  perWeek: 'a week',
  perVideo: 'per video',
  logSd: 'sd of log',
};

/** `feePerVideo` as `fee per video`. */
const wordsOf = (field: string): string =>
  names[field] ?? field.replace(/([A-Z])/g, letter => ` ${letter.toLowerCase()}`);

const moneyFields = new Set(['price', 'amount', 'perVideo', 'paymentThreshold']);

const unitOf = (path: readonly string[], currency: Currency): Unit => {
  const field = path.at(-1) ?? '';
  const parent = path.at(-2) ?? '';
  if (/(?:share|rate|conversion)$/i.test(field)) return { kind: 'share' };
  if (/(?:factor|reach)$/i.test(field)) return { kind: 'factor' };
  if (/days$/i.test(field)) return { kind: 'count', noun: 'days' };
  if (/weeks$/i.test(field)) return { kind: 'count', noun: 'weeks' };
  const money = moneyFields.has(field) || parent === 'feePerVideo' || parent === 'costs';
  return money ? { kind: 'money', currency } : { kind: 'plain' };
};

/** `storefront: clicks per view`, with the first letter large; places in lists by their label or number. */
const labelOf = (path: readonly string[]): string => {
  const text = path.map(wordsOf).join(': ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const nameOf = (child: unknown, index: number): string =>
  typeof child === 'object' && child !== null && 'label' in child ? String(child.label) : `${index + 1}`;

/** Every quantity below `node` that is not in `seen`: what a page's own rows have not named still gets a row. */
export const furtherQuantities = (
  node: unknown,
  seen: ReadonlySet<unknown>,
  context: { readonly currency: Currency; readonly path?: readonly string[] },
): readonly FurtherQuantity[] => {
  if (typeof node !== 'object' || node === null || seen.has(node)) return [];
  const { currency, path = [] } = context;
  if (isQuantity(node)) return [{ label: labelOf(path), unit: unitOf(path, currency), quantity: node }];
  const children: readonly (readonly [string, unknown])[] = Array.isArray(node)
    ? node.map((child: unknown, index) => [nameOf(child, index), child])
    : Object.entries(node);
  return children.flatMap(([name, child]) =>
    furtherQuantities(child, seen, { currency, path: [...path, name] }),
  );
};
