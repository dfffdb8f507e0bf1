import type { History } from './history.ts';
import { recentWords, strayWords } from './learned-content.ts';

/** From this change of the last quarter on, it belongs on the first page. */
const tellingChange = 0.1;

/** What a reader must know of a learned scenario before believing its numbers; empty when there is nothing to say. */
export const learnedNotes = (history: History, recent: number): readonly string[] => {
  const stray = strayWords(history.stray);
  return [
    ...(Math.abs(recent - 1) >= tellingChange
      ? [
          `The last 13 weeks ${recentWords(recent)}, season apart. The year to come is drawn around the whole year’s level, with their difference as part of its range.`,
        ]
      : []),
    ...(stray === '' ? [] : [`${stray}.`]),
  ];
};
