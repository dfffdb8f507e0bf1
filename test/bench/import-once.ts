// node import-once.ts MODE FILE DATABASE: imports in a process of its own and prints what it measured as JSON.
import { createImports } from '../../electron/services/imports.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { peakMegabytes } from '../helpers/peak-memory.ts';

const [mode, path, databaseFile] = process.argv.slice(2) as [string, string, string];
const now = () => new Date();
const database = openDatabase(databaseFile, now);
const imports = createImports({ database, now });
const files = [{ name: 'large', path }];

let longestPause = 0;
let before = performance.now();
setInterval(() => {
  const at = performance.now();
  longestPause = Math.max(longestPause, at - before - 5);
  before = at;
}, 5).unref();

const timed = async <Value>(
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly seconds: number }> => {
  const started = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - started) / 1000 };
};

// The thread is started before the clock: an app has it once it has imported anything.
await imports.commit('warm').catch(() => undefined);
const result = { preview: 0, commit: 0, take: 0, again: 0, cancel: 0 };

if (mode === 'take') result.take = (await timed(() => imports.take(files))).seconds;
else if (mode === 'cancel') {
  const work = imports.take(files, { run: 'x' }).catch(() => undefined);
  await new Promise(resolve => setTimeout(resolve, 2500));
  imports.cancel('x');
  result.cancel = (await timed(() => work)).seconds;
} else {
  const preview = await timed(() => imports.preview(files));
  result.preview = preview.seconds;
  result.commit = (await timed(() => imports.commit(preview.value.token))).seconds;
  if (mode === 'csv') result.again = (await timed(() => imports.take(files))).seconds;
}

const rows = database.connection.prepare('SELECT count(*) FROM orders').pluck().get() as number;
const megabytes = peakMegabytes();
console.log(JSON.stringify({ ...result, megabytes, longestPause: longestPause / 1000, rows }));
await imports.close();
database.close();
