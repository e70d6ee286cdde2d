import { runMain } from './run-main.mjs';

await runMain(() => import('../test/conformance/twins/main.ts'), { UserError: 2 });
