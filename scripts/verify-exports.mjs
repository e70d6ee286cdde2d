// Exports of a million files through API and site, with the memory of both. Build the site before.
import { runMain } from './run-main.mjs';

await runMain(() => import('../test/bench/exports/main.ts'));
