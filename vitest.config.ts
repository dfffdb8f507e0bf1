import { defineConfig } from 'vitest/config';

const [major] = process.versions.node.split('.');
if (Number(major) < 24) {
  process.stderr.write(`vitest runs on Node ${major}; SQLite needs 24. Use "npx vitest", which finds it.\n`);
}

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/integration/**/*.test.ts'],
    reporters: ['default'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // A run died of SIGTRAP in a thread of V8 on a busy machine, as nodejs/node#64841 and electron/electron#52311 tell of its Maglev compiler.
    execArgv: ['--no-maglev'],
    coverage: {
      provider: 'v8',
      include: ['shared/**', 'electron/**', 'renderer/**'],
      reportsDirectory: 'coverage',
    },
  },
});
