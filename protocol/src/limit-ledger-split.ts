import type { SpowerMove } from './limit-ledger-spower';

/**
 * Up to spec 11 the market moves spower at the beginning of a block, before a sweep of that block reads it, and calls move
 * it after the sweep: the block's moves belong to two entries of the ledger.
 */
export interface SplitMoves {
  /** what the sweep saw already */
  seen: SpowerMove[];
  /** what belongs to the next sweep */
  later: SpowerMove[];
}

/** More choices than these are not tried. */
const MOST_TRIED = 12;

const sum = (moves: readonly SpowerMove[]): bigint => moves.reduce((all, { bytes }) => all + bytes, 0n);

/** Those of the moves that sum up to `bytes`, as many of them as can be; null when none do. */
const choose = (moves: readonly SpowerMove[], bytes: bigint): Set<SpowerMove> | null => {
  if (sum(moves) === bytes) return new Set(moves);
  const [first, ...others] = moves;
  if (first === undefined || moves.length > MOST_TRIED) return null;
  const withFirst = choose(others, bytes - first.bytes);
  return withFirst === null ? choose(others, bytes) : withFirst.add(first);
};

/**
 * The moves of a block whose sweep found `bytes` of them done. Before the calls replicas only mature or change their
 * weight; where no such moves sum up to what the sweep found, it is told as a correction, and taken back after it.
 */
export const splitMoves = (moves: readonly SpowerMove[], block: number, bytes: bigint): SplitMoves => {
  if (bytes === 0n) return { seen: [], later: [...moves] };
  const chosen = choose(
    moves.filter(({ cause }) => cause === 'TIER' || cause === 'MATURED'),
    bytes,
  );
  const corrected = (moved: bigint): SpowerMove => ({ cause: 'SPOWER_CORRECTED', bytes: moved, block, fileId: null });
  if (chosen === null) return { seen: [corrected(bytes)], later: [...moves, corrected(-bytes)] };
  return { seen: moves.filter((move) => chosen.has(move)), later: moves.filter((move) => !chosen.has(move)) };
};
