import { defineConfig } from 'vitest/config';

/**
 * `npm run verify:starts`: the README's start command given for real, in every way the README names, and everything
 * that may happen to it. Minutes long; `npm test` runs only the refusals among these files.
 */
export default defineConfig({
  test: {
    name: 'starts',
    include: ['test/starts/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ['verbose'],
  },
});
