// Plain JavaScript, so that a Node that is too old is told so instead of failing on syntax.
import { nodeProblem } from './node-version.mjs';

const sentence = nodeProblem(process.versions.node);
if (sentence) {
  console.error(sentence);
  process.exitCode = 1;
} else {
  await import('tsx'); // from here on TypeScript can be imported
  const { main } = await import('../test/bench/desk/main.ts');
  await main(process.argv.slice(2));
}
