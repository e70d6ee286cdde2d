import { defineConfig } from 'vitest/config';

const common = { testTimeout: 60_000, hookTimeout: 120_000 };

/**
 * `npx vitest run` runs what needs no running stack; name a folder to narrow it (`npx vitest run protocol`).
 * Browser tests have their own file (`test/e2e/vitest.config.ts`), since they start everything.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...common,
          // files share what they import: half the time of this step was loading the same modules again
          isolate: false,
          name: 'unit',
          include: [
            '{protocol,devnet,indexer,scripts}/**/*.test.ts',
            'web/**/*.test.{ts,tsx}',
            'test/conformance/**/*.test.ts',
            'test/bench/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**'],
        },
      },
      {
        extends: true,
        // without this, sources get graphql's ESM copy and libraries its CommonJS one, and neither knows the other's types
        resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
        test: {
          ...common,
          isolate: false,
          name: 'api',
          include: ['api/**/*.test.ts', 'test/bench/*/**/*.test.ts'],
          globalSetup: 'api/test/global.ts',
        },
      },
      { extends: true, test: { ...common, name: 'repo', include: ['test/repo/**/*.test.ts'], testTimeout: 600_000 } },
    ],
  },
});
