import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../electron/log.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const now = (): Date => new Date('2026-11-21T10:00:00Z');

describe('the log', () => {
  it('keeps the place of a bug but no amount, quoted text or token of its message', () => {
    const folder = temporaryFolder();
    const error = new Error(
      'row "Cast iron pan" costs 1234.56 and −98,765 for `B0CANARY` with token q8Zt5n0vX1yLw2mK3jH4gF5d',
    );
    createLog(folder, now).write({ kind: 'bug', reference: 'ab12cd34', error });
    const text = readFileSync(join(folder, 'log.jsonl'), 'utf8');
    const line = JSON.parse(text) as { readonly error: string; readonly at: readonly string[] };
    for (const canary of ['1234', '56', '98', '765', 'Cast', 'CANARY', 'q8Zt5']) {
      expect(line.error).not.toContain(canary);
    }
    expect(line).toMatchObject({ at: expect.anything(), kind: 'bug', reference: 'ab12cd34' });
    expect(text).toContain('log.test.ts');
  });

  it('is for its owner alone and does not grow without end', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'log.jsonl');
    writeFileSync(file, 'x'.repeat(1_000_001));
    createLog(folder, now).write({ kind: 'started', door: 'cli', version: '1' });
    expect(statSync(file).size).toBeLessThan(200);
    expect(existsSync(`${file}.1`)).toBe(true);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('that cannot be written stops nothing', () => {
    const folder = join(temporaryFolder(), 'occupied');
    mkdirSync(join(folder, 'log.jsonl'), { recursive: true });
    expect(() => createLog(folder, now).write({ kind: 'closed', door: 'cli' })).not.toThrow();
  });
});
