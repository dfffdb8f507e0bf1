import { mkdirSync, writeFileSync } from 'node:fs';
import { seedScenarios } from './seed-scenarios.ts';

// Writes resources/scenarios. Run: node test/seeds/write-seed-scenarios.ts
const folder = new URL('../../resources/scenarios/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, scenario] of Object.entries(seedScenarios()))
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(scenario, null, 2)}\n`);
