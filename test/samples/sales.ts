import { addDays, day, daysBetween, fromEpochDay, toEpochDay, type Day } from '../../shared/domain/day.ts';
import { catalogue, type SampleProduct } from './catalogue.ts';
import type { Random } from './random.ts';

export const window = { from: day('2025-11-01'), to: day('2026-10-31') } as const;
/** The reports were downloaded on this day. */
export const downloadedOn = day('2026-11-05');

export interface Video {
  readonly product: SampleProduct;
  readonly postedAt: number;
  readonly contentId: string;
  /** Relative number of orders it brings. */
  readonly pull: number;
}

export interface Sale {
  readonly video: Video;
  readonly on: Day;
  /** Seconds after midnight. */
  readonly second: number;
}

const withinSd = 0.95;
const fatShare = 0.04;

/** Demand by day of the year against an ordinary day: gifts and Black Friday in Q4, Prime Day in July, a quiet January. */
const demand = (on: Day): number => {
  const monthDay = on.slice(5);
  if (monthDay >= '11-26' && monthDay <= '12-01') return 3.2;
  if (monthDay >= '11-08' && monthDay < '12-19') return 1.75;
  if (monthDay >= '07-07' && monthDay <= '07-10') return 2.6;
  if (monthDay >= '10-06' && monthDay <= '10-08') return 1.9;
  if (monthDay >= '12-27' || monthDay < '02-01') return 0.75;
  return 1;
};
const maxDemand = 3.2;

/** The top 32 bits of a content id are the second it was posted. */
const contentIdAt = (postedAt: number, random: Random): string =>
  ((BigInt(postedAt) << 32n) + BigInt(Math.floor(random.uniform() * 2 ** 32))).toString();

/** Videos about products that the program offers, some weeks before the window to its end. */
const makeVideos = (program: 'amazon' | 'tiktok', random: Random): readonly Video[] => {
  const offered = catalogue.filter(product => product[program] !== null);
  const videos: Video[] = [];
  for (let week = -6; week < 52; week += 1) {
    const posts = random.between(1, 3);
    for (let post = 0; post < posts; post += 1) {
      const epoch = toEpochDay(window.from) + week * 7 + random.between(0, 6);
      const postedAt = epoch * 86_400 + random.between(14, 23) * 3600 + random.between(0, 3599);
      const boost = random.chance(fatShare) ? 2 + random.exponential(0.8) : 0;
      const pull = Math.exp(withinSd * random.normal() + boost);
      const product = random.pick(offered, ({ weight }) => weight);
      videos.push({ product, postedAt, contentId: contentIdAt(postedAt, random), pull });
    }
  }
  return videos;
};

const peakShare = 0.6;

/** Days from a post to an order it brings: most within days, a long tail from search and the showcase. */
const arrival = (random: Random): number =>
  random.chance(peakShare) ? random.exponential(2.5) : random.exponential(32);

/** Sales that the program's videos bring within the window, in order of time. */
export const makeSales = (program: 'amazon' | 'tiktok', count: number, random: Random): readonly Sale[] => {
  const videos = makeVideos(program, random);
  const sales: Sale[] = [];
  while (sales.length < count) {
    const video = random.pick(videos, ({ pull }) => pull);
    const at = video.postedAt + arrival(random) * 86_400;
    const on = fromEpochDay(Math.floor(at / 86_400));
    if (on < window.from || on > window.to || !random.chance(demand(on) / maxDemand)) continue;
    sales.push({ video, on, second: Math.floor(at % 86_400) });
  }
  return sales.toSorted((a, b) => daysBetween(b.on, a.on) || a.second - b.second);
};

export const later = (on: Day, days: number): Day => addDays(on, Math.floor(days));

/** `14:05:09` */
export const clock = (second: number): string =>
  [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
    .map(part => String(part).padStart(2, '0'))
    .join(':');
