import { defineConfig } from 'vitest/config';

const notHere = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'packages/**/*.test.{ts,tsx}',
            'gate/**/*.test.ts',
            'bin/**/*.test.ts',
            'scripts/**/*.test.ts',
            'examples/**/*.test.ts',
            'simulation/**/*.test.ts',
          ],
          exclude: [...notHere, '**/*.db.test.ts', '**/*.long.test.ts', '**/*.server.test.ts'],
          // No test is about time: a busy machine may be slow, a hung test still ends.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'db',
          include: ['packages/**/*.db.test.ts', 'gate/**/*.db.test.ts'],
          exclude: notHere,
          globalSetup: ['packages/server/src/testing/global-setup.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
      // A database as well, and minutes: not for every day.
      {
        test: {
          name: 'long',
          include: ['packages/**/*.long.test.ts', 'gate/**/*.long.test.ts'],
          exclude: notHere,
          globalSetup: ['packages/server/src/testing/global-setup.ts'],
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
      // Whole townships over months, from seeds.
      {
        test: {
          name: 'simulation',
          include: ['simulation/**/*.sim.ts'],
          exclude: notHere,
          globalSetup: ['packages/server/src/testing/global-setup.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
      // The real program killed and out of room; whole processes, one file after another.
      {
        test: {
          name: 'crash',
          include: ['crash/**/*.crash.ts'],
          exclude: notHere,
          testTimeout: 600_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      // Against a PostgreSQL of the operating system; needs its package.
      {
        test: {
          name: 'server',
          include: ['packages/**/*.server.test.ts'],
          exclude: notHere,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // A real browser, real office documents; needs chromium, LibreOffice, poppler.
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          exclude: notHere,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
