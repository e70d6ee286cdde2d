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

/** What a closed file goes on counting until the spower service takes it away. */
interface Owed {
  fileId: string;
  bytes: bigint;
}

/** The oldest of these, closed one after another, that sum up to `bytes` exactly; null when none do. */
const paidOff = (owed: readonly Owed[], bytes: bigint): Owed[] | null => {
  for (let first = 0; first < owed.length; first++) {
    let sum = 0n;
    for (let last = first; last < owed.length && sum < bytes; last++) {
      sum += (owed[last] as Owed).bytes;
      if (sum === bytes) return owed.slice(first, last + 1);
    }
  }
  return null;
};

/**
 * The moves of a machine's spower, in the order of blocks; they sum up to the steps. When the spower service takes away what
 * closed files went on counting, that is told of these files (FILES_OUT). What else the rows of files do not tell is
 * SPOWER_CORRECTED: other corrections by swork.update_spower, spower given up with a group, a sum that stopped at zero.
 */
export const spowerMoves = (steps: readonly SpowerStep[], changes: readonly ReplicaChange[]): SpowerMove[] => {
  const told = new Map<number, ReplicaChange[]>();
  for (const change of changes) told.set(change.block, [...(told.get(change.block) ?? []), change]);
  const actual = new Map<number, bigint>();
  for (const { block, bytes } of steps) actual.set(block, (actual.get(block) ?? 0n) + bytes);
  const blocks = [...new Set([...told.keys(), ...actual.keys()])].sort((a, b) => a - b);
  let owed: Owed[] = [];
  return blocks.flatMap((block) => {
    const changed = told.get(block) ?? [];
    const moves = changed.flatMap(movesOf);
    const rest = (actual.get(block) ?? 0n) - moves.reduce((all, { bytes }) => all + bytes, 0n);
    const paid = rest < 0n ? paidOff(owed, -rest) : null;
    if (paid !== null) owed = owed.filter((each) => !paid.includes(each));
    owed.push(
      ...changed.flatMap(({ fileId, after, lingeringBytes = 0n }) =>
        after === null && lingeringBytes > 0n ? [{ fileId, bytes: lingeringBytes }] : [],
      ),
    );
    if (paid !== null)
      return [...moves, ...paid.map((each) => ({ ...each, cause: 'FILES_OUT' as const, bytes: -each.bytes, block }))];
    if (rest === 0n) return moves;
    return [...moves, { cause: 'SPOWER_CORRECTED' as const, bytes: rest, block, fileId: null }];
  });
};
