import { hash } from 'node:crypto';
import { KeyTable } from './key-table.ts';

/** Bytes of a row key: 2 of locality, 14 of a SHA-256. */
export const keyBytes = 16;

/**
 * Two leading bytes that grow with time keep neighbours in time neighbours in the index, so that a large import
 * does not write all over it: the day for reports without order ids, the leading digits of the order id else.
 */
const locality = (identity: string): number => {
  if (identity.charCodeAt(4) === 45) {
    const year = Number(identity.slice(0, 4)) - 1990;
    return ((year * 12 + Number(identity.slice(5, 7))) * 31 + Number(identity.slice(8, 10))) & 0xffff;
  }
  return (Number.parseInt(identity.slice(0, 4), 10) || 0) & 0xffff;
};

/** The key of a row's identity within its kind of report. */
export const rowKey = (kind: string, identity: string): Buffer => {
  const key = hash('sha256', `${kind}\n${identity}`, 'buffer').subarray(0, keyBytes);
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
