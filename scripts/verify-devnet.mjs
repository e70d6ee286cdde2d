import { runMain } from './run-main.mjs';

await runMain(() => import('../devnet/src/differential/cli.ts'));
