import { hostileArchives } from './archives.ts';
import type { HostileFile } from './base.ts';
import { hostileTexts } from './texts.ts';
import { hostileTiktok } from './tiktok.ts';

/** Every hostile report with what must become of it. */
export const hostileFiles = (): readonly HostileFile[] => [
  ...hostileTexts(),
  ...hostileArchives(),
  ...hostileTiktok(),
];
