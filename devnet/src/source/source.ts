import type { ChainProfile } from '@moho/protocol/base';
import type { BlockView } from './block-view';

/** 0x-prefixed lower-case hex */
export type Hex = `0x${string}`;

export interface Header {
  parentHash: Hex;
  number: number;
  stateRoot: Hex;
  extrinsicsRoot: Hex;
  /** SCALE-encoded digest items, as `chain_getHeader` lists them in `digest.logs` */
  digestLogs: Hex[];
}

export interface RuntimeVersion {
  specName: string;
  implName: string;
  authoringVersion: number;
  specVersion: number;
  implVersion: number;
  apis: [Hex, number][];
  transactionVersion: number;
}

/** The result of handing an extrinsic to the chain: its hash, or why the pool refuses it. */
export type SubmitResult = { ok: true; hash: Hex } | { ok: false; code: number; message: string; data?: string };

/** What the pool decides about an extrinsic; `usurped` names the hash of the one that took its place. */
export type PoolFate = 'future' | 'ready' | 'invalid' | 'dropped' | { usurped: Hex };

/**
 * A chain the RPC server can serve, whoever produces its blocks (a recording or the simulation).
 * "At block n" always means the state after block n. Methods throw for a block beyond `head()`.
 */
export interface ChainSource {
  readonly chainName: string;
  readonly properties: { ss58Format: number; tokenSymbol: string; tokenDecimals: number };
  readonly genesisHash: Hex;
  readonly profile: ChainProfile;
  head(): number;
  finalized(): number;
  header(block: number): Header;
  blockHash(block: number): Hex;
  /** block number of a known hash */
  blockNumber(hash: Hex): number | undefined;
  /** SCALE-encoded extrinsics with their length prefix */
  extrinsics(block: number): Hex[];
  storage(key: Hex, block: number): Hex | null;
  /** keys with `prefix` in byte order, strictly after `startKey`, at most `count` */
  keysPaged(prefix: Hex, count: number, startKey: Hex | null, block: number): Hex[];
  /** metadata and version as a node answers them *at* that block's hash (after its set_code) */
  metadata(block: number): Hex;
  runtimeVersion(block: number): RuntimeVersion;
  /** a block that a fork took away, while it is still known */
  retired(hash: Hex): BlockView | undefined;
  /** called with the hash of every new block, the best or not; returns the unsubscribe function */
  onImport(listener: (hash: Hex) => void): () => void;
  /**
   * called whenever another block is the best one; `since` is the first block that is new on its branch, the same
   * block unless a fork came before. Returns the unsubscribe function.
   */
  onBlock(listener: (block: number, since: number) => void): () => void;
  /** extrinsics that wait and could be taken now */
  pending(): Hex[];
  /** called with every decision of the pool, within `submit` too; returns the unsubscribe function */
  onPool(listener: (extrinsic: Hex, fate: PoolFate) => void): () => void;
  submit(extrinsic: Hex): SubmitResult;
  /** weight and partial fee of an extrinsic, as `payment_queryInfo`; undefined where the source cannot tell */
  queryFee(
    extrinsic: Hex,
  ): { weight: number; class: 'normal' | 'operational' | 'mandatory'; partialFee: bigint } | undefined;
  /**
   * what would become of an extrinsic on the best block, as SCALE bytes of ApplyExtrinsicResult; a text says why the
   * source cannot tell
   */
  dryRun(extrinsic: Hex): { applied: Hex } | { trouble: string };
  /** next usable nonce, pending extrinsics counted */
  nextNonce(account: Hex): number;
}

/** What the admin interface may ask of a source that makes its own blocks. */
export interface BlockProducer {
  produce(blocks: number): void;
  /** Makes a block that carries a runtime upgrade; an older or unknown spec is an input error. */
  upgrade(spec: number): void;
  pause(): void;
  resume(): void;
  /** Takes the last blocks away and builds another branch, longer by one. What is final never forks: `InputError`. */
  fork(blocks: number): void;
}
