import type { Strategy } from '../domain/strategy.ts';

/** The ways a creator can go; `pastShare` is the share of past videos that sold through TikTok Shop, null when unknown. */
export const defaultStrategies = (ban: string, pastShare: number | null): Strategy[] => {
  const usual: Strategy[] = [
    { id: 'all-amazon', label: 'Amazon links', kind: 'all-amazon' },
    { id: 'all-tiktok-shop', label: 'TikTok Shop', kind: 'all-tiktok-shop' },
    { id: 'half', label: 'Half and half', kind: 'mix', tiktokShopShare: 0.5 },
    {
      id: 'switch-at-ban',
      label: 'Amazon, then TikTok Shop after a ban',
      kind: 'switch-at-event',
      event: ban,
      reactionWeeks: 4,
    },
  ];
  if (pastShare === null || Math.abs(pastShare - 0.5) < 0.02) return usual;
  return [
    ...usual,
    {
      id: 'as-before',
      label: 'As before',
      kind: 'mix',
      tiktokShopShare: Math.round(pastShare * 1000) / 1000,
    },
  ];
};
