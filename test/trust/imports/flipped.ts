import { amazonTable, textOf } from '../hostile/base.ts';
import { workbookOf } from '../hostile/workbook-of.ts';
import { zipOf } from '../../helpers/zip-of.ts';
import { openBench, type Bench, type Check } from './check.ts';

const csv = Buffer.from(textOf(amazonTable));

/** Five good archives of one report. */
export const goodArchives = (): readonly (readonly [string, Buffer])[] => [
  ['a ZIP', zipOf([{ name: 'report.csv', content: csv }])],
  ['a stored ZIP', zipOf([{ name: 'report.csv', content: csv, stored: true }])],
  ['a ZIP in a ZIP', zipOf([{ name: 'inner.zip', content: zipOf([{ name: 'report.csv', content: csv }]) }])],
  ['a workbook', workbookOf(amazonTable)],
  ['a workbook of inline strings', workbookOf(amazonTable, { strings: 'inline' })],
];

/** The rows that a preview shows; base reports are short enough to be shown whole. Null when the file is refused. */
const shownRows = async (bench: Bench, bytes: Uint8Array): Promise<string | null> => {
  const plan = await bench.imports.preview([bench.write(bytes)]);
  if (plan.reports.length === 0) {
    if (plan.problems.length > 0 || (plan.questions ?? []).length > 0) return null;
    return 'nothing, without a word';
  }
  return JSON.stringify(plan.reports.map(({ preview }) => preview.map(({ order }) => order)));
};

/** I6: a byte flipped anywhere in a good archive is noticed, or changes nothing. `step` 1 flips every byte. */
export const checkFlipped = async (step: number): Promise<Check> => {
  const bench = openBench();
  const faults: string[] = [];
  let tried = 0;
  let refused = 0;
  for (const [name, good] of goodArchives()) {
    const expected = await shownRows(bench, good);
    for (let at = 0; at < good.length; at += step) {
      for (const mask of [0xff, 0x01]) {
        const bytes = Buffer.from(good);
        bytes[at]! ^= mask;
        const rows = await shownRows(bench, bytes);
        tried += 1;
        if (rows === null) refused += 1;
        else if (rows !== expected) faults.push(`${name}, byte ${at} ^ ${mask}: ${rows.slice(0, 80)}`);
      }
    }
  }
  await bench.close();
  const detail = `${refused} refused, ${tried - refused - faults.length} without effect`;
  return { id: 'I6', promise: 'a flipped byte is refused, or the result identical', tried, faults, detail };
};
