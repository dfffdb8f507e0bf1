import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReferenceSize } from './reference-scenario.ts';
import { naive } from './peers/naive.ts';

/** What every implementation of R1 answers; money in major units. */
export interface Answer {
  readonly ms: number;
  readonly mean: readonly number[];
  readonly probability: number;
  /** Totals of Amazon, TikTok Shop and their difference at seven levels. */
  readonly quantiles: readonly (readonly number[])[];
  readonly products: readonly number[];
}

export interface Peer {
  readonly name: 'naive' | 'numpy' | 'c';
  readonly run: (size: ReferenceSize, seed: number) => Answer;
}

const folder = (): string => mkdtempSync(join(tmpdir(), 'forkcast-bench-'));
const source = (file: string): string => join(import.meta.dirname, 'peers', file);

const numbers = ({ products, weeks, trials }: ReferenceSize, seed: number): string[] =>
  [products, weeks, trials, seed, 1].map(String);

const json = (file: string, args: readonly string[]): Answer =>
  JSON.parse(execFileSync(file, args, { encoding: 'utf8' })) as Answer;

const c = (): Peer | null => {
  const program = join(folder(), 'r1');
  try {
    execFileSync('gcc', ['-O3', '-march=native', source('r1.c'), '-o', program, '-lm'], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return { name: 'c', run: (size, seed) => json(program, numbers(size, seed)) };
};

const numpy = (): Peer | null => {
  const python = ['/usr/bin/python3', 'python3'].find(each => {
    if (each.startsWith('/') && !existsSync(each)) return false;
    try {
      execFileSync(each, ['-c', 'import numpy'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
  if (python === undefined) return null;
  return { name: 'numpy', run: (size, seed) => json(python, [source('r1.py'), ...numbers(size, seed)]) };
};

const plain: Peer = {
  name: 'naive',
  run: size => {
    const start = performance.now();
    const answer = naive(size);
    return { ms: performance.now() - start, ...answer };
  },
};

/** The peers that this machine has. */
export const findPeers = (): readonly Peer[] => [plain, numpy(), c()].filter(peer => peer !== null);
