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
    coverage: {
      provider: 'v8',
      include: ['shared/**', 'electron/**', 'renderer/**'],
      reportsDirectory: 'coverage',
    },
  },
});
