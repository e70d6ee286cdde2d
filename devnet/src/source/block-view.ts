import type { ChainSource, Header, Hex, RuntimeVersion } from './source';

/** One block and the state after it, whether on the best branch or on one that a fork took away. */
export interface BlockView {
  readonly number: number;
  readonly hash: Hex;
  /** false once another block of this height is final: header and body are still known, the state is not */
  readonly stateKept: boolean;
  header(): Header;
  extrinsics(): Hex[];
  storage(key: Hex): Hex | null;
  keysPaged(prefix: Hex, count: number, startKey: Hex | null): Hex[];
  metadata(): Hex;
  runtimeVersion(): RuntimeVersion;
}

/** Block `number` of the best branch. */
export function bestView(source: ChainSource, number: number): BlockView {
  return {
    number,
    hash: source.blockHash(number),
    stateKept: true,
    header: () => source.header(number),
    extrinsics: () => source.extrinsics(number),
    storage: (key) => source.storage(key, number),
    keysPaged: (prefix, count, startKey) => source.keysPaged(prefix, count, startKey, number),
    metadata: () => source.metadata(number),
    runtimeVersion: () => source.runtimeVersion(number),
  };
}

/** The block of a known hash, on whatever branch. */
export function viewOf(source: ChainSource, hash: Hex): BlockView | undefined {
  const number = source.blockNumber(hash);
  return number === undefined ? source.retired(hash) : bestView(source, number);
}
