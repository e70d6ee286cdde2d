import { parseArgs } from 'node:util';
import { blocksPerSecond } from './blocks';
import { type Figure, ratioOf, report } from './figure';
import { memoryOfAMillionFiles } from './memory';
import { requestsPerSecond } from './rpc';

const MEASURES: Readonly<Record<string, () => Promise<Figure | undefined>>> = {
  blocks: () => blocksPerSecond(3000),
  rpc: () => requestsPerSecond(600, 5000),
  memory: () => memoryOfAMillionFiles(),
};

/** `npm run bench:devnet [-- blocks rpc memory]`: what the local chain does, and how far that is beyond the aims. */
async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const wanted = positionals.length > 0 ? positionals : Object.keys(MEASURES);
  const figures: Figure[] = [];
  for (const name of wanted) {
    const measure = MEASURES[name];
    if (measure === undefined) throw new Error(`there is no ${name}: measures are ${Object.keys(MEASURES).join(', ')}`);
    const figure = await measure();
    if (figure !== undefined) figures.push(figure);
  }
  console.log(report(figures).join('\n'));
  process.exitCode = figures.every((figure) => ratioOf(figure) >= 1) ? 0 : 1;
}

await main();
