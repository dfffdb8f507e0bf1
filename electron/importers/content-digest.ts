import { hash } from 'node:crypto';
import { keyBytes } from '../../shared/domain/key-table.ts';

const words = keyBytes / 4;
/** The golden ratio's bits: spreads what is beyond a row's hash over a word. */
const mixer = 0x9e3779b1;

/** Adds up the hashes of a report's rows: equal for two reports exactly when they hold the same rows, in any order and any file. */
export class ContentDigest {
  readonly #sums = new Uint32Array(words);
  #rows = 0;

  /** Adds a row by a hash of 16 bytes and what it says beyond it: 0 for nothing, else a small number. */
  add(rowHash: Buffer, beyond = 0): void {
    for (let word = 0; word < words; word += 1) this.#sums[word]! += rowHash.readUInt32LE(word * 4);
    if (beyond !== 0) this.#sums[0]! += Math.imul(rowHash.readUInt32LE(8) ^ beyond, mixer);
    this.#rows += 1;
  }

  end(kind: string): Buffer {
    return hash('sha256', `${kind} ${this.#rows} ${this.#sums.join(' ')}`, 'buffer');
  }
}
