import type { Aggregate } from '../domain/aggregate.ts';
import { addDays, type Day } from '../domain/day.ts';
import type { Provenance } from '../domain/provenance.ts';

/** Clicks per view that a program's own figures show, and where from. */
export interface ObservedClicks {
  readonly rate: number;
  readonly provenance: Provenance;
}

/** Summed-up reports and the files that they came from. */
export interface Summaries {
  readonly rows: readonly Aggregate[];
  readonly files: readonly string[];
}

/** Fewer clicks say less than the published rate. */
const leastClicks = 100;
const windowDays = 365;

/**
 * Product clicks over views of the TikTok Shop videos that Seller Center lists, over the year up to the last of them; null where there are
 * fewer than 100 clicks. Only rows that state both count.
 */
export const observedTiktokClicks = ({ rows, files }: Summaries): ObservedClicks | null => {
  const videos = rows.filter(
    ({ report, views, clicks }) => report === 'tiktok.video-list' && (views ?? 0) > 0 && clicks !== null,
  );
  const last = videos.reduce<Day | null>(
    (latest, { to }) => (latest === null || to > latest ? to : latest),
    null,
  );
  if (last === null) return null;
  const recent = videos.filter(({ to }) => to > addDays(last, -windowDays));
  const sum = (of: (row: Aggregate) => number | null): number =>
    recent.reduce((total, row) => total + (of(row) ?? 0), 0);
  const [views, clicks] = [sum(row => row.views), sum(row => row.clicks)];
  if (clicks < leastClicks || clicks >= views) return null;
  const from = recent.reduce((first, row) => (row.from < first ? row.from : first), last);
  const note = `${clicks.toLocaleString('en')} product clicks over ${views.toLocaleString('en')} views of your own videos; the range is how far next year may differ`;
  return {
    rate: clicks / views,
    provenance: { kind: 'report', files: [...files], rows: recent.length, from, to: last, note },
  };
};
