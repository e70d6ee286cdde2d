// The index alone (as in a container): needs DATABASE_URL and CHAIN_ENDPOINTS.
import { nodeProblem } from './node-version.mjs';

const sentence = nodeProblem(process.versions.node);
if (sentence) {
  console.error(sentence);
  process.exitCode = 1;
} else {
  await import('tsx'); // from here on TypeScript can be imported
  const { main } = await import('./start/indexer-service.ts');
  await main(process.argv.slice(2), process.env);
}
