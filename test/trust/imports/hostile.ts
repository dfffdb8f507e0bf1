import { openLibrary } from '../../integration/library.ts';
import { hostileFiles } from '../hostile/hostile-files.ts';
import { judge } from '../hostile/judge.ts';
import type { Check } from './check.ts';

/** I1: our own hostile reports end as their manifest says. */
export const checkHostile = async (): Promise<Check> => {
  const files = hostileFiles();
  const library = openLibrary();
  const faults: string[] = [];
  for (const file of files) {
    const fault = await judge(file, library);
    if (fault !== undefined) faults.push(`${file.name}: ${fault}`);
  }
  await library.close();
  return { id: 'I1', promise: 'hostile reports end as their manifest says', tried: files.length, faults };
};
