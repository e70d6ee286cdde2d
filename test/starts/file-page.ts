import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { childEnv } from '../../scripts/start/child';
import { ROOT } from '../../scripts/start/paths';
import type { Start } from './npm-start';

const run = promisify(execFile);

/**
 * Opens the page of a stored file in a browser and compares its figures with the chain: the browser tests' own first
 * test, pointed at this start. Throws with what it said when they differ.
 */
export async function filePageEqualsChain(start: Start): Promise<void> {
  const stack = [start.address('Site'), start.address('GraphiQL'), start.address('Chain')].join(',');
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/e2e/vitest.config.ts', 'first-page'];
  try {
    await run(process.execPath, args, { cwd: ROOT, env: childEnv({ E2E_STACK: stack, FORCE_COLOR: '0' }) });
  } catch (error) {
    throw new Error((error as { stdout: string }).stdout);
  }
}
