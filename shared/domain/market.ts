import { z } from 'zod';
import type { Currency } from './money.ts';

/** Country or region whose programs, currency and season apply. */
export const marketSchema = z.enum([
  'US',
  'UK',
  'DE',
  'FR',
  'IT',
  'ES',
  'CA',
  'BR',
  'MX',
  'ID',
  'VN',
  'TH',
  'MY',
  'PH',
  'SG',
  'JP',
]);
export type Market = z.infer<typeof marketSchema>;

export const marketCurrency: Readonly<Record<Market, Currency>> = {
  US: 'USD',
  UK: 'GBP',
  DE: 'EUR',
  FR: 'EUR',
  IT: 'EUR',
  ES: 'EUR',
  CA: 'CAD',
  BR: 'BRL',
  MX: 'MXN',
  ID: 'IDR',
  VN: 'VND',
  TH: 'THB',
  MY: 'MYR',
  PH: 'PHP',
  SG: 'SGD',
  JP: 'JPY',
};
