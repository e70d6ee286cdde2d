import { mirrorOf } from '../mirror';
import type { Mirror } from '../mirror/mirror';
import type { BlockReader } from '../read/block-reader';
import { type Changes, sameFields } from '../write/changes';
import type { Row } from '../write/entities';

/** A mirrored key whose rows changed. */
export interface MirrorChange {
  key: string;
  before: Row[];
  after: Row[];
}

const idOf = (row: Row): string => `${row.entity}\n${row.fields.id}`;

/**
 * Brings the rows of every mirrored key that was read to what the chain stores now. Only rows that differ are written, so
 * that history holds changes and nothing else.
 */
export const reduceMirrors = async (reader: BlockReader, changes: Changes): Promise<MirrorChange[]> => {
  const changed: MirrorChange[] = [];
  const read = [...reader.values].filter(([key]) => mirrorOf(key) && reader.mayDiffer(key));
  // all at once: each may have to wait for the database
  const rowsBefore = await Promise.all(read.map(([key]) => reader.before(key)));
  for (const [i, [key, raw]] of read.entries()) {
    const mirror = mirrorOf(key) as Mirror;
    const before = rowsBefore[i] as Row[];
    if (raw === null && before.length === 0) continue;
    let after: Row[] = [];
    try {
      after = reader.after(key);
    } catch (cause) {
      throw new Error(`${mirror.name}, key ${key}: ${cause instanceof Error ? cause.message : String(cause)}`, {
        cause,
      });
    }
    changed.push({ key, before, after });
  }
  // A file that moves from one map to the other is removed under one key and put under the other: puts come last.
  for (const { before, after } of changed) {
    const kept = new Set(after.map(idOf));
    for (const row of before) if (!kept.has(idOf(row))) changes.remove(row.entity, row.fields.id);
  }
  for (const { before, after } of changed) {
    const old = new Map(before.map((row) => [idOf(row), row.fields]));
    for (const row of after) {
      const previous = old.get(idOf(row));
      if (!previous || !sameFields(previous, row.fields)) changes.put(row);
    }
  }
  return changed;
};
