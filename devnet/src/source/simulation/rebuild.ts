import { InputError } from '../../input-error';
import type { Chain } from './chain';
import type { Journal } from './journal';
import type { Producer } from './producer';

const YIELD_EVERY_BLOCKS = 100;

/** Makes the past blocks, then those of the journal, and checks that they are the same as last time. */
export async function rebuild(
  chain: Chain,
  producer: Producer,
  journal: Journal,
  options: { readonly dataDir?: string | undefined; readonly onProgress?: (block: number, of: number) => void },
): Promise<void> {
  const { blocks } = journal.identity;
  const total = blocks + journal.entries.length;
  let made = 0;
  const differs = (block: number) =>
    new InputError(
      `block ${block} of the chain in ${options.dataDir} comes out differently than when it was made: its data is of another version, remove the folder to begin a new chain`,
    );
  const step = async () => {
    made += 1;
    if (made % YIELD_EVERY_BLOCKS !== 0 && made !== total) return;
    options.onProgress?.(made, total);
    await new Promise((resolve) => setImmediate(resolve));
  };
  for (let block = 1; block <= blocks; block++) {
    chain.produce();
    await step();
  }
  if (journal.builtHash === undefined) journal.built(chain.hash(blocks));
  else if (journal.builtHash !== chain.hash(blocks)) throw differs(blocks);
  for (const entry of journal.entries) {
    try {
      producer.repeat(entry);
    } catch (error) {
      throw error instanceof InputError ? differs(entry.block) : error;
    }
    if (chain.head() !== entry.block || chain.hash(entry.block) !== entry.hash) throw differs(entry.block);
    await step();
  }
}
