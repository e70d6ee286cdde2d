import { runMain } from './run-main.mjs';

await runMain(() => import('../test/bench/desk/main.ts'));
