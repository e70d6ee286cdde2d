// Every way the README names to start Moho, and what may happen to a running one, for real. Words after `--` choose files.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeProblem } from './node-version.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/starts/vitest.config.ts'];

const sentence = nodeProblem(process.versions.node);
if (sentence) {
  console.error(sentence);
  process.exitCode = 1;
} else {
  const tests = spawn(process.execPath, [...vitest, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
  tests.once('close', (code) => {
    process.exitCode = code ?? 1;
  });
}
