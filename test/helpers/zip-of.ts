import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a ZIP; everything but its name and content is a lie to tell in the headers. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
  readonly crc?: number;
  /** Inflated size that the headers claim. */
  readonly size?: number;
  /** Compressed data in place of the content's own. */
  readonly deflated?: Uint8Array;
  readonly flags?: number;
  /** Stored instead of deflated. */
  readonly stored?: boolean;
}

const header = (signature: number, size: number): Buffer => {
  const bytes = Buffer.alloc(size);
  bytes.writeUInt32LE(signature, 0);
  return bytes;
};

/** Writes a ZIP by hand, so that tests can make it lie. */
export const zipOf = (entries: readonly ZipEntry[]): Buffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const data = Buffer.from(
      entry.deflated ?? (entry.stored ? entry.content : deflateRawSync(entry.content)),
    );
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE((entry.flags ?? 0) | 0x800, 2);
    common.writeUInt16LE(entry.stored ? 0 : 8, 4);
    common.writeUInt32LE(0x5921_0000, 6);
    common.writeUInt32LE((entry.crc ?? crc32(entry.content)) >>> 0, 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(entry.size ?? entry.content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([header(0x0403_4b50, 4), common, name, data]);
    const central = header(0x0201_4b50, 46);
    central.writeUInt16LE(20, 4);
    common.copy(central, 6);
    central.writeUInt32LE(offset, 42);
    parts.push(local);
    directory.push(Buffer.concat([central, name]));
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = header(0x0605_4b50, 22);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
};
