import { type ChainBlock, decodeBlock } from '../decode';
import type { BlockFacts } from '../decode/facts';
import type { ChainRegistry } from '../decode/names';

/** An error that says in which block it happened, and keeps its cause. */
export const blockError = (number: number, cause: unknown): Error =>
  new Error(`block ${number}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });

const decodeNamed = (block: ChainBlock, registry: ChainRegistry): BlockFacts => {
  try {
    return decodeBlock(block, registry);
  } catch (cause) {
    throw blockError(block.block.header.number.toNumber(), cause);
  }
};

/** Facts are JSON but for the block's time and the tips; only these are looked at, not the whole tree. */
export const factsToText = (facts: BlockFacts): string =>
  JSON.stringify({
    ...facts,
    time: facts.time.getTime(),
    extrinsics: facts.extrinsics.map((extrinsic) => ({ ...extrinsic, tip: extrinsic.tip?.toString() ?? null })),
  });

type FactsInText = Omit<BlockFacts, 'time' | 'extrinsics'> & {
  time: number;
  extrinsics: (Omit<BlockFacts['extrinsics'][number], 'tip'> & { tip: string | null })[];
};

export const factsFromText = (text: string): BlockFacts => {
  const facts = JSON.parse(text) as FactsInText;
  return {
    ...facts,
    time: new Date(facts.time),
    extrinsics: facts.extrinsics.map((extrinsic) => ({
      ...extrinsic,
      tip: extrinsic.tip === null ? null : BigInt(extrinsic.tip),
    })),
  };
};

/** The node's side: a block of SubQuery's as the text of its facts. */
export const blockText = (block: ChainBlock, registry: ChainRegistry): string =>
  factsToText(decodeNamed(block, registry));

/** A block as a handler was given it (SubQuery's own, or the text made of it) as facts. */
export const factsOf = (given: ChainBlock | string, registry: () => ChainRegistry): BlockFacts =>
  typeof given === 'string' ? factsFromText(given) : decodeNamed(given, registry());
