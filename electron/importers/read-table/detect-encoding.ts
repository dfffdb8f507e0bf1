import { isUtf8 } from 'node:buffer';
import type { Encoding } from '../../../shared/domain/column-mapping.ts';

const startsWith = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte);

/** UTF-16 without a mark: of a report's mostly Latin text, every second byte is zero. */
const utf16Without = (head: Uint8Array): Encoding | undefined => {
  const sample = head.subarray(0, 512);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] === 0) {
      if (index % 2 === 0) even += 1;
      else odd += 1;
    }
  }
  const most = sample.length / 2;
  if (odd > most * 0.6 && even < most * 0.1) return 'utf-16le';
  return even > most * 0.6 && odd < most * 0.1 ? 'utf-16be' : undefined;
};

/** Encoding that a file's head announces or shows; undefined when only the whole file can tell. */
export const encodingOfHead = (head: Uint8Array): Encoding | undefined => {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be';
  return utf16Without(head);
};

/** Where the last whole character of a chunk of UTF-8 ends. */
const wholeLength = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(4, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
};

/** Checks chunk by chunk whether a file is UTF-8 throughout. */
export const createUtf8Check = (): { add(chunk: Uint8Array): void; isUtf8(): boolean } => {
  let rest: Uint8Array = new Uint8Array(0);
  let valid = true;
  return {
    add: chunk => {
      if (!valid) return;
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const whole = wholeLength(bytes);
      valid = isUtf8(bytes.subarray(0, whole));
      rest = bytes.slice(whole);
    },
    isUtf8: () => valid && rest.length === 0,
  };
};

const kana = /[\u{3041}-\u{30ff}]/u;

/** Decides between the two common encodings of text that is no UTF-8: Japanese text decodes as Shift-JIS without a fault and has kana. */
export const createShiftJisCheck = (): { add(chunk: Uint8Array): void; isShiftJis(): boolean } => {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  let valid = true;
  let hasKana = false;
  const decode = (chunk?: Uint8Array): void => {
    if (!valid) return;
    try {
      hasKana = kana.test(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()) || hasKana;
    } catch {
      valid = false;
    }
  };
  return {
    add: decode,
    isShiftJis: () => {
      decode();
      return valid && hasKana;
    },
  };
};
