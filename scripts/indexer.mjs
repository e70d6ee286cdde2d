// The index alone (as in a container): needs DATABASE_URL and CHAIN_ENDPOINTS.
import { nodeProblem } from './node-version.mjs';

const sentence = nodeProblem(process.versions.node);
if (sentence) {
  console.error(sentence);
  process.exitCode = 1;
} else {
  const { tsImport } = await import('tsx/esm/api');
  const { main } = await tsImport('./start/indexer-service.ts', import.meta.url);
  await main(process.argv.slice(2), process.env);
}
