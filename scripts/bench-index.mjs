// Plain JavaScript, so that a Node that is too old is told so instead of failing on syntax.
import { nodeProblem } from './node-version.mjs';

const sentence = nodeProblem(process.versions.node);
if (sentence) {
  console.error(sentence);
  process.exitCode = 1;
} else {
  const { tsImport } = await import('tsx/esm/api');
  const { main } = await tsImport('../test/bench/main.ts', import.meta.url);
  await main(process.argv.slice(2), process.env);
}
