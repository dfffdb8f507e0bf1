import { readFileSync } from 'node:fs';

/**
 * Most megabytes that this process has held since it began. Linux counts a child's `maxRSS` from its parent, so the kernel's own
 * high-water mark is read where there is one.
 */
export const peakMegabytes = (): number => {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/mu.exec(readFileSync('/proc/self/status', 'utf8'))!;
    return Number(kilobytes) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
};
