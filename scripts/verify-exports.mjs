// Exports of a million files through API and site, with the memory of both. Build the site before.
import { nodeProblem } from './node-version.mjs';

const sentence = nodeProblem(process.versions.node);
if (sentence) {
  console.error(sentence);
  process.exitCode = 1;
} else {
  await import('tsx'); // from here on TypeScript can be imported
  const { main } = await import('../test/bench/exports/main.ts');
  await main(process.argv.slice(2));
}
