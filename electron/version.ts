import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version that package.json states. */
export const readVersion = (root: string): string => {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
};
