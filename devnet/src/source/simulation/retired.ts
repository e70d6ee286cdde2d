import type { StateStore } from '../../state';
import type { BlockView } from '../block-view';
import type { Header, Hex, RuntimeVersion } from '../source';

/** Headers and bodies of retired blocks kept, the newest. */
const KEPT_BLOCKS = 1000;

type Value = Hex | null;

/** A block that a fork took away. */
export interface RetiredBlock {
  readonly hash: Hex;
  readonly header: Header;
  readonly body: readonly Hex[];
  readonly metadata: Hex;
  readonly runtimeVersion: RuntimeVersion;
  /** what it wrote */
  readonly writes: ReadonlyMap<Hex, Value>;
}

/** Blocks of branches that are no longer the best, by hash, with their state as long as nothing else is final. */
export interface RetiredBlocks {
  add(block: RetiredBlock): void;
  /** good until the next block */
  view(hash: Hex): BlockView | undefined;
  /** Drops the state of blocks up to `finalized`: another block of their height is final. */
  finalize(finalized: number): void;
}

/**
 * @param best number of a block on the best branch by its hash
 * @param state of the best branch, on which the writes of retired blocks are laid
 */
export function retiredBlocks(best: (hash: Hex) => number | undefined, state: StateStore): RetiredBlocks {
  const blocks = new Map<Hex, RetiredBlock>();
  const withState = new Set<Hex>();
  const withWrites = new Set<Hex>();

  /** The retired blocks that lead to `block`, itself the last, and the block of the best branch they hang on. */
  function path(block: RetiredBlock): { path: RetiredBlock[]; fork: number } {
    const path: RetiredBlock[] = [];
    let next: RetiredBlock | undefined = block;
    let parent = block.header.parentHash;
    while (next !== undefined) {
      path.unshift(next);
      parent = next.header.parentHash;
      next = best(parent) === undefined ? blocks.get(parent) : undefined;
    }
    const fork = best(parent);
    if (fork === undefined) throw new Error(`the retired block ${block.hash} hangs on no known block`);
    return { path, fork };
  }

  /** What the branch of `block` wrote since it left the best one, and the block where it left. */
  function overlay(block: RetiredBlock): { writes: Map<Hex, Value>; fork: number } {
    const { path: blocks, fork } = path(block);
    return { writes: new Map(blocks.flatMap(({ writes }) => [...writes])), fork };
  }

  /** Drops the writes that no block with state stands on any more. */
  function dropWrites(): void {
    const standing = [...withState].flatMap((hash) => blocks.get(hash) ?? []);
    const needed = new Set(standing.flatMap((block) => path(block).path.map(({ hash }) => hash)));
    for (const hash of withWrites) {
      if (needed.has(hash)) continue;
      withWrites.delete(hash);
      const block = blocks.get(hash);
      if (block !== undefined) blocks.set(hash, { ...block, writes: new Map() });
    }
  }

  function view(block: RetiredBlock): BlockView {
    const { hash, header } = block;
    let known: ReturnType<typeof overlay> | undefined;
    const laid = () => {
      known ??= overlay(block);
      return known;
    };
    return {
      number: header.number,
      hash,
      stateKept: withState.has(hash),
      header: () => header,
      extrinsics: () => [...block.body],
      metadata: () => block.metadata,
      runtimeVersion: () => block.runtimeVersion,
      storage(key) {
        const { writes, fork } = laid();
        const written = writes.get(key);
        return written === undefined ? state.get(key, fork) : written;
      },
      keysPaged(prefix, count, startKey) {
        const { writes, fork } = laid();
        const changed = [...writes].filter(([key]) => key.startsWith(prefix) && (startKey === null || key > startKey));
        const beneath = state.keysPaged(prefix, count + changed.length, startKey, fork).filter((k) => !writes.has(k));
        const added = changed.filter(([, value]) => value !== null).map(([key]) => key);
        return [...beneath, ...added].sort().slice(0, count);
      },
    };
  }

  return {
    add(block) {
      blocks.set(block.hash, block);
      withState.add(block.hash);
      withWrites.add(block.hash);
      const [oldest] = blocks.keys();
      if (blocks.size > KEPT_BLOCKS && oldest !== undefined && !withWrites.has(oldest)) blocks.delete(oldest);
    },
    view(hash) {
      const block = blocks.get(hash);
      return block === undefined ? undefined : view(block);
    },
    finalize(finalized) {
      const gone = [...withState].filter((hash) => (blocks.get(hash)?.header.number ?? 0) <= finalized);
      if (gone.length === 0) return;
      for (const hash of gone) withState.delete(hash);
      dropWrites();
    },
  };
}
