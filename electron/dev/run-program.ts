import { spawn } from 'node:child_process';

export interface Finished {
  readonly code: number | null;
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which it is ended. */
  readonly timeout?: number;
  /** Shows its output while it runs, too. */
  readonly show?: boolean;
}

/** Runs a program to its end and returns what it said; a program that cannot be started has code null. */
export const runProgram = (
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> =>
  new Promise(resolve => {
    const { cwd, env, timeout, show } = options;
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env }),
      ...(timeout === undefined ? {} : { timeout }),
    });
    let output = '';
    const hear = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', error => resolve({ code: null, output: `${output}${error.message}\n` }));
    child.on('close', code => resolve({ code, output }));
  });
