// Plain JavaScript on purpose: this file must run (and explain itself) on the Node that is too old for the rest.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeProblem } from './node-version.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function problem() {
  const tooOld = nodeProblem(process.versions.node);
  if (tooOld) return tooOld;
  if (!existsSync(join(root, 'node_modules', 'tsx'))) {
    return `Moho's packages are not installed: run "npm install" in ${root} first.`;
  }
  return undefined;
}

const sentence = problem();
if (sentence) {
  console.error(sentence);
  process.exitCode = 1;
} else {
  await import('tsx'); // from here on TypeScript can be imported
  const { main } = await import('./start/main.ts');
  await main(process.argv.slice(2), process.env);
  process.exit(); // a question still under way to a silent chain must not keep us
}
