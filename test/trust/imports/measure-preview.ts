import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What previewing one file took and brought. */
export interface Measured {
  readonly millis: number;
  readonly megabytes: number;
  readonly reports: number;
  readonly problems: number;
  /** Names that the file has put on every object. */
  readonly polluted: readonly string[];
}

/** Previews a file in a process of its own. Rejects when that ends badly. */
export const measurePreview = (path: string): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'preview-one.ts'), path], {
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 60_000,
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('close', code =>
      code === 0 ? resolve(JSON.parse(output) as Measured) : reject(new Error(`ended with ${code}`)),
    );
  });
