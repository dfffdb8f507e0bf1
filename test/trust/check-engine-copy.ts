import { pathToFileURL } from 'node:url';
import { failingChecks } from './failing-checks.ts';
import type { Simulate } from './paper-checks.ts';

// Run by the mutants test in a process of its own: node check-engine-copy.ts FOLDER-OF-SHARED SEEDS
const [folder, seeds] = process.argv.slice(2);
const engine = (await import(pathToFileURL(`${folder}/engine/simulate.ts`).href)) as { simulate: Simulate };
console.log(JSON.stringify(failingChecks(engine.simulate, Number(seeds))));
