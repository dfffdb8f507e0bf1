import { argv } from 'node:process';

// npm run bench -- NAME [--json]: measures one part against its peers, e.g. engine.
const [name, ...options] = argv.slice(2);
if (name === undefined || !/^[a-z-]+$/.test(name)) {
  console.error('Which bench? For example: npm run bench -- engine');
  process.exit(2);
}
const bench = (await import(`./${name}.ts`)) as { run(options: readonly string[]): Promise<boolean> };
process.exit((await bench.run(options)) ? 0 : 1);
