import type { Hex } from '../../codec/scale';
import type { Extrinsic } from './framework/bare';
import type { Call } from './framework/dispatch';
import type { EventRecord } from './framework/events';
import type { SignedExtrinsic } from './framework/extrinsic';
import type { Signer } from './framework/keys';
import type { Rng } from './framework/rng';
import type { Runtime } from './framework/runtime';

/** What the people of the chain see when a block is being made: its state after the on_initialize hooks. */
export interface EconomyContext {
  readonly block: number;
  readonly timestampMs: number;
  readonly runtime: Runtime;
  readonly pallets: Runtime['pallets'];
  /** fresh for every block, from the seed and the block number alone */
  readonly rng: Rng;
  /** events of the previous block */
  readonly previousEvents: readonly EventRecord[];
  /** blocks before it that another branch brought since the economy was asked last */
  readonly missed: readonly BlockEvents[];
  /** hash of an earlier block (zeros when unknown) */
  hashOf(block: number): `0x${string}`;
  /** Signs with the account's next nonce (counting what was signed before in this block). Return everything signed, in order. */
  sign(who: Signer, call: Call, tip?: bigint): SignedExtrinsic;
}

export interface BlockEvents {
  readonly block: number;
  readonly events: readonly EventRecord[];
}

/** What somebody needs to send the same thing again on another branch. */
export interface BranchContext {
  hashOf(block: number): Hex;
  /** signs with nonce and tip of what was sent before */
  sign(who: Signer, call: Call): SignedExtrinsic;
}

/**
 * What the people do. It may keep state of its own, as long as that depends only on the seed and on what it was shown:
 * a restart runs every block again from genesis and must get the same answers.
 */
export interface Economy {
  /** Fills block 0; its events are dropped. Rows too many to be kept as values are laid beneath the runtime by `lay`. */
  genesis(runtime: Runtime, seed: number, lay: (key: Hex, value: Hex) => void): void;
  block(ctx: EconomyContext): readonly Extrinsic[];
  /** Validators whose nodes are down: they make no block and send no heartbeat. Without it everybody's node runs. */
  isAsleep?(stash: Hex, block: number): boolean;
  /**
   * What was sent before as its sender makes it on another branch, when it named a block that is gone; undefined when
   * it stays as it was.
   */
  remade?(sent: SignedExtrinsic, branch: BranchContext): SignedExtrinsic | undefined;
  /** A file that somebody from outside ordered, for machines to store. */
  visitorOrdered?(cid: Hex): void;
}
