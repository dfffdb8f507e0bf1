import { daysBetween, type Day } from '../domain/day.ts';
import type { PolicyEvent } from '../domain/policy.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Reference } from '../domain/reference.ts';
import { certain } from './evidence.ts';

const shortestWait = 0.25;

/**
 * The ban of external links that was reported in 2023 and has not come: a gamma hazard with the reference's shape after no event since
 * then gives P(ban within t) = 1 − (T / (T + t))^shape, T = years since the report. The rest is never.
 */
export const externalLinkBan = (reference: Reference, start: Day): PolicyEvent => {
  const { reportedOn, shape, provenance } = reference.ban;
  const waited = Math.max(shortestWait, daysBetween(reportedOn, start) / 365.25);
  const within = (years: number): number =>
    Math.round((1 - (waited / (waited + years)) ** shape) * 1000) / 1000;
  const [within6, within12, within24] = [within(0.5), within(1), within(2)];
  const note = [provenance.note, `Seen from ${start}: ${waited.toFixed(1)} years`].filter(Boolean).join('. ');
  const source: Provenance = { ...provenance, note };
  return {
    id: 'external-link-ban',
    kind: 'external-link-ban',
    label: 'TikTok bans external links',
    probability: certain(within24, source),
    date: { kind: 'elicited', within6, within12, within24 },
    durationWeeks: null,
    amazonReach: reference.priors.leakage,
    tiktokShopReach: reference.priors.recapture,
  };
};
