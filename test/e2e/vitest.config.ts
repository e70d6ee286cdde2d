import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first';

const FIRST = 'test/e2e/first-page.test.ts';
const LAST = 'test/e2e/last-stand.test.ts';
const common = { testTimeout: 120_000, hookTimeout: 60_000, maxWorkers: 2 };

/**
 * People in a browser, against everything started by the README's command in a fresh copy of the repository: first what
 * is timed from the start, then all who only look and order, two at a time, last what ends processes.
 */
export default defineConfig({
  test: {
    globalSetup: ['test/e2e/setup.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...common, name: 'first page', include: [FIRST], sequence: { groupOrder: 0 } } },
      {
        test: {
          ...common,
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          exclude: [FIRST, LAST],
          sequence: { groupOrder: 1 },
        },
      },
      { test: { ...common, name: 'last stand', include: [LAST], sequence: { groupOrder: 2 } } },
    ],
  },
});
