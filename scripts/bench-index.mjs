import { runMain } from './run-main.mjs';

await runMain(() => import('../test/bench/main.ts'));
