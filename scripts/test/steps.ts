import type { Step } from './step';

/** Seeds of the simulated chains that `npm test` indexes and compares. */
const SEEDS = '1-3';
/** Seeds of the chains on which everything goes wrong while they are indexed. */
const FAULT_SEEDS = '1-2';
/** Shorter than the commands' own defaults, so that the whole test stays under its 12 minutes. */
const BLOCKS = '2000';
const FAULT_BLOCKS = '200';

const npm = (name: string, ...args: string[]): Step => ({ name, command: 'npm', args: ['run', '--silent', ...args] });
const vitest = (name: string, ...args: string[]): Step => ({
  name,
  command: process.execPath,
  args: ['node_modules/vitest/vitest.mjs', 'run', ...args],
  tests: true,
});
const node = (name: string, ...args: string[]): Step => ({
  name,
  command: process.execPath,
  args: ['--import', 'tsx', ...args],
});
const conformance = (name: string, ...args: string[]): Step => node(name, 'test/conformance/cli.ts', ...args);

/**
 * Everything `npm test` does, in order: what is cheap and says most comes first. With two cores the long comparisons fill
 * what the short steps leave idle. `copyFolder` is an empty folder, for the copy of the repository that people visit.
 */
export function testSteps(recordings: string[] | undefined, copyFolder: string): Step[] {
  return [
    { ...npm('lint', 'lint'), beside: true },
    // leaves behind what the types of the index are made of, and what every test below indexes with
    node('index build', 'test/support/index-build-cli.ts'),
    { ...npm('types', 'typecheck'), beside: true },
    {
      ...conformance(`index = faults ${FAULT_SEEDS}`, '--blocks', FAULT_BLOCKS, '--fault-seeds', FAULT_SEEDS),
      beside: true,
    },
    vitest('unit', '--project', 'unit'),
    { ...conformance(`index = seeds ${SEEDS}`, '--blocks', BLOCKS, '--seeds', SEEDS), beside: true },
    vitest('api', '--project', 'api'),
    vitest('repository', '--project', 'repo'),
    // the other files beside it are minutes long: `npm run verify:starts`
    vitest('refused starts', '--config', 'test/starts/vitest.config.ts', 'refusals'),
    ...(recordings ?? []).map((folder) => conformance(`index = ${folder.split('/').at(-1)}`, '--recording', folder)),
    node('fresh copy', 'test/e2e/fresh-copy-cli.ts', copyFolder),
    {
      ...vitest('browser', '--config', 'test/e2e/vitest.config.ts'),
      env: { E2E_COPY: copyFolder },
      alone: true,
    },
  ];
}
