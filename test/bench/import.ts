import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XlsxStreamWriter } from 'hucre/xlsx';
import { largeReportHeader, largeReportRows, writeLargeReport } from '../helpers/large-report.ts';

const csvRows = 1_000_000;
const xlsxRows = 100_000;

/** What one run of `import-once.ts` measured, in seconds and megabytes. */
export interface Measured {
  readonly preview: number;
  readonly commit: number;
  readonly take: number;
  readonly again: number;
  readonly cancel: number;
  readonly megabytes: number;
  readonly longestPause: number;
  readonly rows: number;
}

const runOnce = (mode: string, file: string, database: string): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'import-once.ts');
    const child = spawn(process.execPath, [script, mode, file, database], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('close', code =>
      code === 0 ? resolve(JSON.parse(output) as Measured) : reject(new Error(`ended with ${code}`)),
    );
  });

/** The peer: sqlite3's own `.import` of the same file into a table of its columns with as many indexes: one unique and two more. */
const sqliteSeconds = (file: string, database: string): number | null => {
  const columns = largeReportHeader.map(name => `"${name}" TEXT`).join(', ');
  const script = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA cache_size = -262144;
CREATE TABLE rows (${columns}, UNIQUE ("Date Shipped", "ASIN", "Tracking ID", "Subtag"));
CREATE INDEX rows_of_product ON rows ("ASIN");
CREATE INDEX rows_of_day ON rows ("Date Shipped");
.import --csv --skip 1 ${file} rows
SELECT count(*) FROM rows;
`;
  const started = performance.now();
  const { status, stdout } = spawnSync('sqlite3', ['-batch', database], { input: script, encoding: 'utf8' });
  if (status !== 0 || !stdout.includes(String(csvRows))) return null;
  return (performance.now() - started) / 1000;
};

const writeWorkbook = async (path: string): Promise<void> => {
  const writer = new XlsxStreamWriter({ name: 'Fee-Earnings' });
  writer.addRow([...largeReportHeader]);
  for (const row of largeReportRows(xlsxRows)) {
    const cells = row.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)!.slice(0, largeReportHeader.length);
    writer.addRow(
      cells.map(cell => {
        const text = cell.replace(/,$/, '').replaceAll(/^"|"$/g, '').replaceAll('""', '"');
        return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
      }),
    );
  }
  const out = createWriteStream(path);
  out.end(await writer.finish());
  await once(out, 'finish');
};

const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** `npm run bench -- import [--json]`: a million rows against sqlite3's own import, in one run and interleaved. */
export const run = async (options: readonly string[]): Promise<boolean> => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-bench-'));
  const csv = join(folder, 'large.csv');
  const xlsx = join(folder, 'large.xlsx');
  const database = join(folder, 'library.db');
  /** Nobody pays for what the one before has left to be written to the disk. */
  const cleared = (): string => {
    for (const part of ['', '-wal', '-shm']) rmSync(`${database}${part}`, { force: true });
    spawnSync('sync');
    return database;
  };
  try {
    await writeLargeReport(csv, csvRows);
    await writeWorkbook(xlsx);
    const peerFirst = sqliteSeconds(csv, cleared());
    const direct = await runOnce('take', csv, cleared());
    const peerLast = sqliteSeconds(csv, cleared());
    const ours = await runOnce('csv', csv, cleared());
    const workbook = await runOnce('xlsx', xlsx, cleared());
    const cancelled = await runOnce('cancel', csv, cleared());
    const peer = peerFirst === null || peerLast === null ? null : (peerFirst + peerLast) / 2;
    const planned = ours.preview + ours.commit;
    const result = {
      rows_per_s: Math.round(csvRows / direct.take),
      vs_sqlite3: peer === null ? null : round(direct.take / peer),
      rss_mb: Math.round(Math.max(ours.megabytes, direct.megabytes, workbook.megabytes)),
      reimport: peer === null ? null : round(ours.again / peer),
      xlsx_s: round(workbook.preview + workbook.commit),
      cancel_ms: Math.round(cancelled.cancel * 1000),
    };
    if (options.includes('--json')) {
      console.log(JSON.stringify(result));
      return true;
    }
    const megabytes = Math.round(statSync(csv).size / 1e6);
    console.log(
      `${csvRows.toLocaleString('en')} rows × ${largeReportHeader.length} columns, ${megabytes} MB`,
    );
    console.log(
      `sqlite3 .import, no checks, as many indexes: ${peer === null ? 'no sqlite3 here' : `${round(peer)} s`}`,
    );
    console.log(
      `read and written at once (command line): ${round(direct.take)} s (${result.vs_sqlite3}×), ${result.rows_per_s.toLocaleString('en')} rows/s, ${Math.round(direct.megabytes)} MB`,
    );
    console.log(
      `as a person does it, preview ${round(ours.preview)} s + commit ${round(ours.commit)} s = ${round(planned)} s (${peer === null ? '–' : round(planned / peer)}×), ${Math.round(ours.megabytes)} MB, longest pause of the main thread ${Math.round(ours.longestPause * 1000)} ms`,
    );
    console.log(`the same file again: ${round(ours.again)} s (${result.reimport}×)`);
    console.log(
      `${xlsxRows.toLocaleString('en')} rows as a workbook: ${result.xlsx_s} s, ${Math.round(workbook.megabytes)} MB`,
    );
    console.log(`cancelled in mid-import: ${result.cancel_ms} ms, ${cancelled.rows} rows left`);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
