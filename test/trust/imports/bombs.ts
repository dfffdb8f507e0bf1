import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { zipOf } from '../../helpers/zip-of.ts';
import { amazonTable } from '../hostile/base.ts';
import { workbookOf } from '../hostile/workbook-of.ts';
import type { Check } from './check.ts';
import { measurePreview } from './measure-preview.ts';

const mostMillis = 2000;
const mostMegabytes = 300;

/** Three megabytes that claim, or hide, three gigabytes. */
const bombs = (): readonly (readonly [string, Buffer])[] => {
  const zeros = Buffer.alloc(256 << 20);
  const deflated = deflateRawSync(zeros, { level: 9 });
  const claimed = { name: 'a.csv', content: Buffer.alloc(0), crc: 0, deflated, size: zeros.length };
  const many = Array.from({ length: 12 }, (_, index) => ({ ...claimed, name: `${index}.csv` }));
  return [
    ['a ZIP of one bomb', zipOf([claimed])],
    ['a ZIP of twelve', zipOf(many)],
    ['a ZIP that calls itself small', zipOf([{ ...claimed, size: 100_000 }])],
    ['a ZIP that claims four gigabytes', zipOf([{ ...claimed, size: 0xffff_fffe }])],
    ['a bomb in a ZIP', zipOf([{ name: 'b.zip', content: zipOf([claimed]) }])],
    ['a gzip', gzipSync(zeros, { level: 9 })],
    [
      'a workbook with a bomb beside',
      workbookOf(amazonTable, { extra: [{ ...claimed, name: 'xl/media/a.bin' }] }),
    ],
    [
      'a workbook of a billion laughs',
      workbookOf(amazonTable, { prolog: `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(1000)}">]>` }),
    ],
    [
      '60,000 entries',
      zipOf(
        Array.from({ length: 60_000 }, (_, index) => ({
          name: `${index}.csv`,
          content: Buffer.alloc(0),
          stored: true,
        })),
      ),
    ],
    ['a feed of three million elements', Buffer.from(`<Items>${'<Item a="1"/>'.repeat(3_000_000)}</Items>`)],
    ['a line of 300 megabytes', Buffer.alloc(300 << 20, 0x61)],
  ];
};

/** I7: bombs are refused within 2 s and 300 MB, each in a process of its own. */
export const checkBombs = async (): Promise<Check> => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-'));
  const faults: string[] = [];
  let [slowest, largest] = [0, 0];
  const all = bombs();
  for (const [name, bytes] of all) {
    const path = join(folder, 'bomb');
    writeFileSync(path, bytes);
    const { millis, megabytes, reports, problems } = await measurePreview(path);
    slowest = Math.max(slowest, millis);
    largest = Math.max(largest, megabytes);
    if (reports > 0 || problems === 0) faults.push(`${name} is not refused`);
    if (millis > mostMillis) faults.push(`${name} takes ${Math.round(millis)} ms`);
    if (megabytes > mostMegabytes) faults.push(`${name} takes ${Math.round(megabytes)} MB`);
  }
  rmSync(folder, { recursive: true, force: true });
  const detail = `slowest ${Math.round(slowest)} ms, largest ${Math.round(largest)} MB`;
  return { id: 'I7', promise: 'bombs refused within 2 s and 300 MB', tried: all.length, faults, detail };
};
