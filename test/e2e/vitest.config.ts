import { defineConfig } from 'vitest/config';
import { InOrder } from './in-order';

/** People in a browser, against everything started by the README's command in a fresh copy of the repository. */
export default defineConfig({
  test: {
    name: 'browser',
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/e2e/setup.ts'],
    fileParallelism: false,
    sequence: { sequencer: InOrder },
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
