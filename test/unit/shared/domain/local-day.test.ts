import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findRoot } from '../../../../electron/paths.ts';

const root = findRoot(import.meta.dirname);

/** Time zones belong to a process, so each is asked in one of its own. */
const dayIn = (zone: string, moment: string): string => {
  const file = join(root, 'shared', 'domain', 'local-day.ts');
  const script = `import { localDay } from ${JSON.stringify(file)}; process.stdout.write(localDay(new Date('${moment}')));`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  });
};

it('is the day on the wall calendar on both sides of Greenwich', () => {
  expect(dayIn('America/Los_Angeles', '2026-11-22T02:30:00Z')).toBe('2026-11-21');
  expect(dayIn('UTC', '2026-11-22T02:30:00Z')).toBe('2026-11-22');
  expect(dayIn('Asia/Jakarta', '2026-11-21T20:00:00Z')).toBe('2026-11-22');
});
