import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** The mend in the real class of the installed @subql/node-core, between an index of rows and a chain that forks. */
const require = createRequire(import.meta.url);
const fromNode = createRequire(require.resolve('@subql/node/package.json'));
const core = dirname(fromNode.resolve('@subql/node-core/package.json'));
const { followParents } = require('./forks.cjs') as { followParents(exports: unknown): void };

interface Header {
  blockHeight: number;
  blockHash: string;
  parentHash: string;
}
interface Service {
  init(): Promise<void>;
  processUnfinalizedBlockHeader(header: Header): Promise<Header | undefined>;
}
(require(join(core, 'dist', 'logger.js')) as { initLogger(): void }).initLogger();
const module = require(join(core, 'dist', 'indexer', 'unfinalizedBlocks.service.js')) as {
  UnfinalizedBlocksService: new (config: object, store: object, chain: object) => Service;
};
const upstream = { ...Object.getOwnPropertyDescriptors(module.UnfinalizedBlocksService.prototype) };
followParents(module);

/** Blocks of a branch are named by it; `from` is the last block shared with the branch before. */
const chainOf = (branches: { from: number; length: number }[]): string[] =>
  branches.reduce<string[]>(
    (blocks, { from, length }, branch) => [
      ...blocks.slice(0, from + 1),
      ...Array.from({ length: Math.max(1, blocks.length - from + length) }, (_, i) => `${branch}:${from + 1 + i}`),
    ],
    ['genesis'],
  );

const world = () => {
  const rows = new Map<string, { hash: string }>();
  let chain: string[] = ['genesis'];
  const header = (height: number): Header => ({
    blockHeight: height,
    blockHash: chain[height] as string,
    parentHash: chain[height - 1] as string,
  });
  const store = {
    getModel: () => ({ get: async (id: string) => rows.get(id) }),
    metadata: { find: async () => (rows.size > 0 ? rows.size : undefined) },
  };
  const blockchain = {
    getFinalizedHeader: async () => header(0),
    getHeaderForHeight: async (at: number) => header(at),
  };
  const start = () => new module.UnfinalizedBlocksService({}, store, blockchain);
  let service = start();
  return {
    rows,
    header,
    chain: () => chain,
    become: (blocks: string[]) => {
      chain = blocks;
    },
    restart: async () => {
      service = start();
      await service.init();
    },
    /** as the node: a block that fits is stored, otherwise the rows above the answer go */
    async take(given: Header): Promise<number> {
      const back = await service.processUnfinalizedBlockHeader(given);
      if (back === undefined) rows.set(String(given.blockHeight), { hash: given.blockHash });
      else for (const id of [...rows.keys()]) if (Number(id) > back.blockHeight) rows.delete(id);
      return rows.size;
    },
  };
};

const branches = fc.array(fc.record({ from: fc.nat(12), length: fc.integer({ min: 1, max: 6 }) }), {
  minLength: 1,
  maxLength: 6,
});

describe('a chain that forks', () => {
  it('is forgotten upstream at a start (when this fails, the mend can go)', async () => {
    const open = [{ blockHeight: 2, blockHash: '0:2', parentHash: '0:1' }];
    const kept = new Map<string, unknown>([['unfinalizedBlocks', JSON.stringify(open)]]);
    const metadata = {
      find: async (key: string) => kept.get(key),
      set: async (key: string, value: unknown) => void kept.set(key, value),
    };
    const header = { blockHeight: 1, blockHash: '0:1', parentHash: 'genesis' };
    const chain = { getFinalizedHeader: async () => header };
    const node = new module.UnfinalizedBlocksService({ unfinalizedBlocks: true }, { metadata }, chain);
    Object.defineProperties(node, upstream);
    await node.init();
    // block 2 is in the index and not final, and nothing will look at it again
    expect(kept.get('unfinalizedBlocks')).toBe('[]');
  });

  it('leaves no block of a lost branch in the index, wherever the node was restarted and whatever it had fetched', () =>
    fc.assert(
      fc.asyncProperty(branches, fc.infiniteStream(fc.nat(9)), async (given, dice) => {
        const w = world();
        const stale: Header[] = [];
        let grown: { from: number; length: number }[] = [];
        for (const branch of given) {
          // the first block is never forked away
          const from = grown.length === 0 ? 0 : Math.max(1, Math.min(branch.from, w.chain().length - 1));
          grown = [...grown, { ...branch, from }];
          w.become(chainOf(grown));
          if ((dice.next().value as number) < 3) await w.restart();
          // what was fetched from the lost branch arrives after the fork
          for (const old of stale.splice(0)) if (old.blockHeight === w.rows.size + 1) await w.take(old);
          const until = w.chain().length - 1 - ((dice.next().value as number) % 3);
          while (w.rows.size < until) await w.take(w.header(w.rows.size + 1));
          if (w.rows.size + 1 < w.chain().length) stale.push(w.header(w.rows.size + 1));
        }
        w.become([...w.chain(), 'last']);
        while (w.rows.size < w.chain().length - 1) await w.take(w.header(w.rows.size + 1));
        expect(w.chain().slice(1)).toEqual(
          w
            .chain()
            .slice(1)
            .map((_, i) => w.rows.get(String(i + 1))?.hash),
        );
      }),
    ));

  it('refuses a chain that shares nothing with the index, and a gap', async () => {
    const w = world();
    w.become(['genesis', 'a', 'b']);
    await w.take(w.header(1));
    await expect(w.take({ ...w.header(2), blockHeight: 3 })).rejects.toThrow(/the index has no block 2/);
    w.become(['genesis', 'c', 'd']);
    await expect(w.take(w.header(2))).rejects.toThrow(/no block in common/);
  });
});
