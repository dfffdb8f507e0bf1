import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRoot } from '../paths.ts';
import { compileKernel, kernelSource } from './compile-kernel.ts';

/** `npm run kernel`: after a change in `shared/kernel`. */
const root = findRoot(import.meta.dirname);
writeFileSync(join(root, 'shared', 'engine', 'kernel-code.ts'), kernelSource(await compileKernel(root)));
