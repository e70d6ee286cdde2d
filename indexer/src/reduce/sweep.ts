import type { ChainProfile } from '@moho/protocol/base';
import type { BlockFacts } from '../decode/facts';
import { IDENTITIES } from '../mirror/swork';
import type { BlockReader } from '../read/block-reader';
import { readAll } from '../scale/reader';
import { SWEEP_CURSOR, startsSweep } from '../touch/slots';
import type { Fields } from '../write/entities';

type Cursor = Fields<'IndexCursor'>;

/** True in the blocks of a sweep that may visit identities; before reading anything. */
export const isSweeping = (facts: BlockFacts, cursor: Cursor, profile: ChainProfile): boolean =>
  startsSweep(facts.number, facts.spec, profile) || (cursor.sweepKey ?? null) !== null;

/**
 * Reads the identities this block's part of the sweep visited: those in raw key order after the last one visited, up to
 * the chain's own cursor (crust-protocol §4.2). Their punishment deadlines change without an event. Changes the cursor.
 */
export const readSweep = async (reader: BlockReader, cursor: Cursor, profile: ChainProfile): Promise<void> => {
  await reader.read([SWEEP_CURSOR]);
  const raw = reader.now(SWEEP_CURSOR);
  const last = raw === null ? null : readAll(raw, (r) => r.bytes());
  if (last !== null && last !== IDENTITIES) {
    const visited = await reader.keys(IDENTITIES, cursor.sweepKey ?? undefined, profile.sweepBatch);
    await reader.read(visited.filter((key) => key <= last));
  }
  cursor.sweepKey = last ?? undefined;
};
