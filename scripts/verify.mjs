import { runMain } from './run-main.mjs';

await runMain(() => import('../test/conformance/verify.ts'));
