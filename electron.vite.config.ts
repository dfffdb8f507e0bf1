import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { metaPolicy } from './electron/doors/content-security.ts';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** The built pages carry their policy themselves, whoever serves them. Vite's own server needs inline scripts. */
const contentSecurity: Plugin = {
  name: 'forkcast-content-security',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy },
      injectTo: 'head-prepend',
    },
  ],
};

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      rolldownOptions: {
        input: {
          main: at('electron/main.ts'),
          host: at('electron/doors/host.ts'),
          cli: at('electron/doors/cli.ts'),
          'engine-worker': at('electron/compute/engine-worker.ts'),
          'import-worker': at('electron/services/import-worker.ts'),
          'library-worker': at('electron/services/library-worker.ts'),
          'reader-worker': at('electron/services/reader-worker.ts'),
        },
        external: ['electron', 'better-sqlite3', 'playwright'],
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), contentSecurity],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      rolldownOptions: { input: { index: at('renderer/index.html'), print: at('renderer/print.html') } },
    },
  },
});
