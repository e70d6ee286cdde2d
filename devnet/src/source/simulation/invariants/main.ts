import { cryptoWaitReady } from '@polkadot/util-crypto';
import { InputError } from '../../../input-error';
import { differences, localChain, unreadable, walk } from './walk';

const USAGE = 'npm run verify:invariants -- --seeds A-B [--blocks N]';
const MOST_SHOWN = 20;

interface Asked {
  readonly from: number;
  readonly to: number;
  readonly blocks: number;
}

function asked(argv: readonly string[]): Asked {
  let [from, to, blocks] = [1, 5, 600];
  for (let i = 0; i < argv.length; i += 2) {
    const [name, value = ''] = [argv[i], argv[i + 1]];
    const range = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(value);
    if (name === '--seeds' && range) [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
    else if (name === '--blocks' && range && range[2] === undefined) blocks = Number(value);
    else throw new InputError(`${name} ${value} is not understood: ${USAGE}`);
  }
  if (to < from || blocks < 1) throw new InputError(`there is nothing to do: ${USAGE}`);
  return { from, to, blocks };
}

/** Every seed's chain: what must hold after every block, that its blocks can be read, that it comes out the same twice. */
export async function main(argv: readonly string[]): Promise<void> {
  const { from, to, blocks } = asked(argv);
  await cryptoWaitReady();
  let bad = 0;
  for (let seed = from; seed <= to; seed++) {
    const { problems, sweeps } = walk(seed, blocks);
    const [once, twice] = [localChain(seed), localChain(seed)];
    for (let i = 0; i < blocks; i++) for (const chain of [once, twice]) chain.produce();
    const all = [...problems, ...unreadable(once), ...differences(once, twice).map((what) => `${what} differs`)];
    console.log(`seed ${seed}: ${blocks} blocks, ${sweeps} sweeps, ${all.length} problems`);
    for (const problem of all.slice(0, MOST_SHOWN)) console.log(`  ${problem}`);
    bad += all.length;
  }
  console.log(bad === 0 ? 'everything held' : `${bad} problems`);
  if (bad > 0) process.exitCode = 1;
}
