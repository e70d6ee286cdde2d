import type { Head } from '../database/head';

export interface Readiness {
  ready: boolean;
  sentence: string;
  lagBlocks: number | null;
}

/**
 * Whether answers are fresh enough to be shown as the chain's present: the index has blocks, is of the expected chain
 * and at most `maxLagBlocks` behind the head the indexer saw.
 */
export const readiness = (head: Head | null, maxLagBlocks: number, genesisHash: string | null): Readiness => {
  if (head === null) {
    return { ready: false, sentence: 'The index has no block yet.', lagBlocks: null };
  }
  if (genesisHash !== null && head.genesisHash !== null && head.genesisHash !== genesisHash) {
    return {
      ready: false,
      sentence: `The index is of another chain (genesis ${head.genesisHash}, expected ${genesisHash}).`,
      lagBlocks: null,
    };
  }
  if (head.targetHeight === null) {
    return { ready: false, sentence: 'The indexer has not told the height of the chain yet.', lagBlocks: null };
  }
  const lag = Math.max(0, head.targetHeight - head.height);
  const ready = lag <= maxLagBlocks;
  const distance = lag === 0 ? 'at the head of the chain' : `${lag} blocks behind the head of the chain`;
  return {
    ready,
    lagBlocks: lag,
    sentence: ready
      ? `The index is at block ${head.height}, ${distance}.`
      : `The index is catching up: block ${head.height}, ${distance} (at most ${maxLagBlocks} are allowed).`,
  };
};
