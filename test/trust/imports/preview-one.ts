// node preview-one.ts FILE: previews one file and prints time and memory as JSON; a process of its own for each bomb.
import { createPlanner } from '../../../electron/services/plan-imports.ts';
import { peakMegabytes } from '../../helpers/peak-memory.ts';
import { openDatabase } from '../../../electron/storage/database.ts';

const path = process.argv[2]!;
const database = openDatabase(':memory:', () => new Date(0));
const planner = createPlanner(database);
const started = performance.now();
const plan = await planner.preview([{ name: 'bomb', path }], {}, { watch: {}, look: false });
const millis = performance.now() - started;
const megabytes = peakMegabytes();
const polluted: string[] = [];
for (const name in {}) polluted.push(name);
const { reports, problemCount: problems } = plan;
console.log(JSON.stringify({ millis, megabytes, reports: reports.length, problems, polluted }));
database.close();
