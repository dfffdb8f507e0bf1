import type { Configuration } from 'electron-builder';
import { finishPackage } from './electron/dev/package/finish-package.ts';

const electronDist = process.env['FORKCAST_ELECTRON_DIST'];

const config: Configuration = {
  appId: 'app.forkcast.desktop',
  productName: 'Forkcast',
  copyright: 'The Forkcast founders, MIT licence',
  directories: { output: process.env['FORKCAST_PACKAGE_OUT'] ?? 'dist', buildResources: 'resources/icons' },
  // The app itself is bundled; the one dependency left is SQLite, of which only this platform's binary is needed.
  files: [
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'package.json',
    'LICENSE',
    '!node_modules/better-sqlite3/{deps,src,binding.gyp}',
    '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node',
    '!node_modules/node-*/**',
    '!**/*.map',
  ],
  extraResources: [{ from: 'resources', to: 'resources', filter: ['**/*', '!icons/**', '!pictures/**'] }],
  asar: true,
  asarUnpack: ['**/*.node'],
  npmRebuild: false,
  afterPack: finishPackage,
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    maintainer: 'The Forkcast founders',
    executableName: 'forkcast',
  },
  mac: { target: ['dmg', 'zip'], category: 'public.app-category.business' },
  win: { target: ['nsis'] },
  publish: null,
  ...(electronDist === undefined ? {} : { electronDist }),
};

export default config;
