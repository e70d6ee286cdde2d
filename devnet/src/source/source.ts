import type { ChainProfile } from '@moho/protocol/base';

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
export type SubmitResult = { ok: true; hash: Hex } | { ok: false; code: number; message: string };

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
  /** called after every new block; returns the unsubscribe function */
  onBlock(listener: (block: number) => void): () => void;
  pending(): Hex[];
  submit(extrinsic: Hex): SubmitResult;
  /** weight and partial fee of an extrinsic, as `payment_queryInfo`; undefined where the source cannot tell */
  queryFee(
    extrinsic: Hex,
  ): { weight: number; class: 'normal' | 'operational' | 'mandatory'; partialFee: bigint } | undefined;
  /** next usable nonce, pending extrinsics counted */
  nextNonce(account: Hex): number;
}

/** What the admin interface may ask of a source that makes its own blocks. */
export interface BlockProducer {
  produce(blocks: number): void;
  pause(): void;
  resume(): void;
}
