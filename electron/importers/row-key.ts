import { hash } from 'node:crypto';
import { KeyTable, keyBytes } from '../../shared/domain/key-table.ts';

const zero = 48;
const digitAt = (text: string, at: number): number => text.charCodeAt(at) - zero;

/**
 * Two leading bytes that grow with time keep neighbours in time neighbours in the index, so that a large import
 * does not write all over it: the day for reports without order ids, the leading digits of the order id else.
 */
const locality = (identity: string): number => {
  const leading =
    digitAt(identity, 0) * 1000 +
    digitAt(identity, 1) * 100 +
    digitAt(identity, 2) * 10 +
    digitAt(identity, 3);
  if (identity.charCodeAt(4) !== 45) return (leading || 0) & 0xffff;
  const month = digitAt(identity, 5) * 10 + digitAt(identity, 6);
  const date = digitAt(identity, 8) * 10 + digitAt(identity, 9);
  return (((leading - 1990) * 12 + month) * 31 + date) & 0xffff;
};

/** 16 bytes of a SHA-256; of a row key the first two are its locality. Read as Latin-1 because Node makes its buffers for hashes slowly. */
export const shortHash = (text: string): Buffer => {
  const bytes = Buffer.allocUnsafe(keyBytes);
  bytes.write(hash('sha256', text, 'binary'), 0, keyBytes, 'latin1');
  return bytes;
};

/** The key of a row's identity within its kind of report. */
export const rowKey = (kind: string, identity: string): Buffer => {
  const key = shortHash(`${kind}\n${identity}`);
  key.writeUInt16BE(locality(identity), 0);
  return key;
};

/** Makes the keys of one report's rows; equal rows of a report without order ids are told apart by their occurrence number. */
export const createRowKeys = (
  kind: string,
  identityIs: 'cells' | 'order',
): ((identity: string) => Buffer) => {
  if (identityIs === 'order') return identity => rowKey(kind, identity);
  const seen = new KeyTable();
  return identity => {
    const key = rowKey(kind, identity);
    const occurrence = seen.add(key);
    return occurrence === 1 ? key : rowKey(kind, `${identity}\n#${occurrence}`);
  };
};
