import type { ChainProfile } from '@moho/protocol/base';
import type { BlockFacts } from '../decode/facts';
import { IDENTITIES } from '../mirror/swork';
import type { BlockReader } from '../read/block-reader';
import { readAll } from '../scale/reader';
import { SWEEP_CURSOR, startsSweep } from '../touch/slots';
import type { Fields } from '../write/entities';
import { TOTAL_ISSUANCE } from './eras/keys';
import { readJudgement } from './judge';

type Cursor = Fields<'IndexCursor'>;

/** True in the blocks of a sweep that may visit identities; before reading anything. */
export const isSweeping = (facts: BlockFacts, cursor: Cursor, profile: ChainProfile): boolean =>
  startsSweep(facts.number, facts.spec, profile) || (cursor.sweepKey ?? null) !== null;

/**
 * Reads the identities this block's part of the sweep visited: the next batch in raw key order after the last one visited
 * (crust-protocol §4.2). Their punishment deadlines change without an event. The chain's own cursor tells where the next
 * part begins; it is gone once the last identity was visited. The stop block ends a sweep that did not get through and
 * visits nobody: null. Changes the index's cursor; returns the visited keys.
 */
export const readSweep = async (
  { number }: BlockFacts,
  reader: BlockReader,
  cursor: Cursor,
  profile: ChainProfile,
): Promise<string[] | null> => {
  const isStop = number % profile.slotBlocks === profile.stopOffset;
  const visited = isStop ? [] : await reader.keys(IDENTITIES, cursor.sweepKey ?? undefined, profile.sweepBatch);
  // limits are made of the issuance before the block that ends the sweep: that may be the next one
  await reader.read([SWEEP_CURSOR, TOTAL_ISSUANCE, ...visited]);
  const raw = reader.now(SWEEP_CURSOR);
  cursor.sweepKey = raw === null ? undefined : readAll(raw, (r) => r.bytes());
  await readJudgement(visited, BigInt(cursor.currentReportSlot ?? 0n), reader);
  return isStop ? null : visited;
};
