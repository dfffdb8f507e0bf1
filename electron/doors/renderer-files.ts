import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface RendererFile {
  readonly type: string;
  readonly bytes: Buffer<ArrayBuffer>;
}

/**
 * Reads a file of the built window by the path of its address; undefined for everything else: what is not there,
 * what lies outside the folder (also through a link), and file types that the window does not have.
 */
export const readRendererFile = async (
  folder: string,
  pathname: string,
): Promise<RendererFile | undefined> => {
  const name = plainName(pathname);
  const type = types[extname(name ?? '')];
  if (name === undefined || type === undefined) return undefined;
  try {
    const home = await realpath(folder);
    const file = await realpath(join(home, name));
    if (!file.startsWith(home + sep)) return undefined;
    return { type, bytes: await readFile(file) };
  } catch {
    return undefined;
  }
};

const plainName = (pathname: string): string | undefined => {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (!/^\/[\w./-]*$/.test(decoded)) return undefined;
  if (decoded.split('/').includes('..')) return undefined;
  return decoded === '/' ? 'index.html' : decoded.slice(1);
};
