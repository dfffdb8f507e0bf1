import { engineIn } from './engine.ts';
import { agreement, failuresOf, properties } from './properties.ts';

// Run on copies of the engine: node check-copy.ts FOLDER-OF-SHARED PROPERTY COUNT. Says whether it fails for one of the scenarios.
const [folder, name, count] = process.argv.slice(2);
const engine = await engineIn(folder!);
const property = [...properties, agreement].find(each => each.name === name)!;
const fails = (index: number): boolean => failuresOf(property, engine, { from: index, count: 1 }).length > 0;
console.log(Array.from({ length: Number(count) }, (_, i) => i).some(fails));
