import { type ChainBlock, decodeBlock } from '../decode';
import type { BlockFacts } from '../decode/facts';
import type { ChainRegistry } from '../decode/names';
import { fromText, toText } from './text';

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

/** The node's side: a block of SubQuery's as the text of its facts. */
export const blockText = (block: ChainBlock, registry: ChainRegistry): string => toText(decodeNamed(block, registry));

/** A block as a handler was given it (SubQuery's own, or the text made of it) as facts. */
export const factsOf = (given: ChainBlock | string, registry: () => ChainRegistry): BlockFacts =>
  typeof given === 'string' ? (fromText(given) as BlockFacts) : decodeNamed(given, registry());
