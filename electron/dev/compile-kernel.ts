import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, type APIOptions } from 'assemblyscript/asc';

/** Memory of a thread's kernels, in pages of 64 KiB: their tables, and a workspace of 500 products × 260 weeks. */
const pages = '1024';

/** Compiles `shared/kernel` from AssemblyScript to WebAssembly. Throws with the compiler's words when it cannot. */
export const compileKernel = async (root: string): Promise<Uint8Array> => {
  let code: Uint8Array | undefined;
  const files: APIOptions = {
    readFile: (name, folder) => {
      try {
        return readFileSync(join(folder, name), 'utf8');
      } catch {
        return null;
      }
    },
    writeFile: (_, contents) => void (code = contents as unknown as Uint8Array),
    listFiles: () => [],
  };
  const { error, stderr } = await main(
    [
      'index.ts',
      ...['--baseDir', join(root, 'shared', 'kernel'), '--outFile', 'kernel.wasm', '-O3', '--noAssert'],
      ...['--runtime', 'stub', '--enable', 'simd', '--initialMemory', pages, '--maximumMemory', pages],
    ],
    files,
  );
  if (error || !code) throw new Error(stderr.toString());
  return code;
};

/** The module that carries the code into every door of the product, also where there is no file to read. */
export const kernelSource = (code: Uint8Array): string =>
  `// Made by \`npm run kernel\` from shared/kernel: not to be edited; a test compares.
export const kernelCode =
  '${Buffer.from(code).toString('hex')}';
`;
