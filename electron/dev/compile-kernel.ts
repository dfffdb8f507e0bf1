import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';

/** Memory of a thread's kernels, in pages of 64 KiB: their tables, and a workspace of 500 products × 260 weeks. */
const pages = '1280';

/** Compiles `shared/kernel` from AssemblyScript to WebAssembly. Throws with the compiler's words when it cannot. */
export const compileKernel = async (root: string): Promise<Uint8Array> => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-kernel-'));
  const out = join(folder, 'kernel.wasm');
  const limits = ['--initialMemory', pages, '--maximumMemory', pages];
  try {
    // In a process of its own: its types would change those of our arrays.
    const { code, output } = await runProgram(process.execPath, [
      join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js'),
      join(root, 'shared', 'kernel', 'index.ts'),
      '--outFile',
      out,
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      ...limits,
    ]);
    if (code !== 0) throw new Error(output);
    return readFileSync(out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The module that carries the code into every door of the product, also where there is no file to read. */
export const kernelSource = (code: Uint8Array): string =>
  `// Made by \`npm run kernel\` from shared/kernel: not to be edited; a test compares.
export const kernelCode =
  '${Buffer.from(code).toString('hex')}';
`;
