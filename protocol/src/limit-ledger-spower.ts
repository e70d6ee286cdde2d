/**
 * Why the spower in a machine's work report moved (crust-protocol §3.3, §3.6): one move for each replica that came, went,
 * matured or changed its weight, told from the rows of files and replicas before and after the blocks that changed them.
 */

export type SpowerCause = 'FILES_IN' | 'MATURED' | 'TIER' | 'FILES_OUT' | 'SPOWER_CORRECTED';

/** What one replica counts in its machine's report, in bytes. */
export interface CountedReplica {
  bytes: bigint;
  /** true: it counts the file's spower; false: still the plain size */
  isMature: boolean;
}

/** A replica of a machine and its file, as the block before left them and as this block leaves them. */
export interface ReplicaChange {
  fileId: string;
  block: number;
  before: CountedReplica | null;
  after: CountedReplica | null;
  /**
   * what the replica goes on counting after `after` became null: the chain closes a file by taking its weight down to that
   * of a file without replicas (from spec 23 on its size), and the spower service takes away the rest later
   */
  lingeringBytes?: bigint;
}

/** A block that changed the stored spower of the machine, by `bytes`. */
export interface SpowerStep {
  block: number;
  bytes: bigint;
}

export interface SpowerMove {
  cause: SpowerCause;
  bytes: bigint;
  block: number;
  /** null: no row of a file tells of it */
  fileId: string | null;
}

/**
 * What a replica counts: the file's spower once it has matured, before that the file's size. `createdAt` is null once it
 * has matured.
 */
export const countedReplica = (
  file: { sizeBytes: bigint; spower: bigint },
  replica: { createdAt: number | null },
): CountedReplica =>
  replica.createdAt === null ? { bytes: file.spower, isMature: true } : { bytes: file.sizeBytes, isMature: false };

const movesOf = ({ fileId, block, before, after, lingeringBytes = 0n }: ReplicaChange): SpowerMove[] => {
  const move = (cause: SpowerCause, bytes: bigint): SpowerMove[] =>
    bytes === 0n ? [] : [{ cause, bytes, block, fileId }];
  if (before === null) return after === null ? [] : move('FILES_IN', after.bytes);
  if (after === null) return move('FILES_OUT', lingeringBytes - before.bytes);
  if (!before.isMature && after.isMature) return move('MATURED', after.bytes - before.bytes);
  if (before.isMature && after.isMature) return move('TIER', after.bytes - before.bytes);
  // it went and came back in one block, or its file did
  return [...move('FILES_OUT', -before.bytes), ...move('FILES_IN', after.bytes)];
};

/**
 * The moves of a machine's spower, in the order of blocks; they sum up to the steps. What the rows of files do not tell in a
 * block that changed the machine's report is SPOWER_CORRECTED: swork.update_spower, spower given up with a group, a sum that
 * stopped at zero. Changes in blocks that left the report as it was count for nothing when the machine had no report.
 */
export const spowerMoves = (steps: readonly SpowerStep[], changes: readonly ReplicaChange[]): SpowerMove[] => {
  const told = new Map<number, SpowerMove[]>();
  for (const change of changes) {
    const known = told.get(change.block);
    if (known) known.push(...movesOf(change));
    else told.set(change.block, movesOf(change));
  }
  const actual = new Map<number, bigint>();
  for (const { block, bytes } of steps) actual.set(block, (actual.get(block) ?? 0n) + bytes);
  const blocks = [...new Set([...told.keys(), ...actual.keys()])].sort((a, b) => a - b);
  return blocks.flatMap((block) => {
    const moves = told.get(block) ?? [];
    const rest = (actual.get(block) ?? 0n) - moves.reduce((all, { bytes }) => all + bytes, 0n);
    return rest === 0n ? moves : [...moves, { cause: 'SPOWER_CORRECTED' as const, bytes: rest, block, fileId: null }];
  });
};
