// npm run trust -- NAME [--json]: measures one family of promises at full reach, e.g. numbers.
import { argv } from 'node:process';

const [name, ...options] = argv.slice(2);
if (name === undefined || !/^[a-z-]+$/.test(name)) {
  console.error('Which promises? For example: npm run trust -- numbers');
  process.exit(2);
}
const family = (await import(`./${name}.ts`)) as { run(options: readonly string[]): Promise<boolean> };
process.exit((await family.run(options)) ? 0 : 1);
