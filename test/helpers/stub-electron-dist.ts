import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

/** Where @electron/fuses finds the fuses in an executable; then a version, the number of fuses, and one character each. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseCount = 9;

/** What an unpacked Electron for Linux looks like to the packager, without Electron: empty files, all fuses as shipped. */
export const stubElectronDist = async (folder: string, root: string): Promise<void> => {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  const fuses = Buffer.concat([Buffer.from([1, fuseCount]), Buffer.from('101100011'.slice(0, fuseCount))]);
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.alloc(4_096), Buffer.from(sentinel), fuses, Buffer.alloc(4_096)]),
    { mode: 0o755 },
  );
  const names = [
    'LICENSE',
    'LICENSES.chromium.html',
    'chrome_crashpad_handler',
    'chrome-sandbox',
    'chrome_100_percent.pak',
    'chrome_200_percent.pak',
    'icudtl.dat',
    'libEGL.so',
    'libGLESv2.so',
    'libffmpeg.so',
    'resources.pak',
    'snapshot_blob.bin',
    'v8_context_snapshot.bin',
  ];
  for (const name of names) writeFileSync(join(folder, name), '');
  writeFileSync(join(folder, 'locales', 'en-US.pak'), '');
  const electron = readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8');
  writeFileSync(join(folder, 'version'), (JSON.parse(electron) as { version: string }).version);
  const app = join(folder, 'default-app');
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{"main":"main.js"}');
  await createPackage(app, join(folder, 'resources', 'default_app.asar'));
};
