import { runMain } from './run-main.mjs';

await runMain(() => import('../devnet/src/source/simulation/invariants/main.ts'), { InputError: 1 });
