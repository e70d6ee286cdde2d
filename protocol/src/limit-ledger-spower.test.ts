import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedReplica, type ReplicaChange, type SpowerStep, spowerMoves } from './limit-ledger-spower';
import { spower } from './spower';

const SPEC = 25;
const READY = 6;
const ANCHOR = 'mine';

interface Replica {
  anchor: string;
  createdAt: number | null;
}
interface File {
  sizeBytes: bigint;
  spower: bigint;
  replicas: Map<string, Replica>;
}

/** The little of the market pallet that moves a machine's spower, written as the pallet does it: call by call. */
const market = () => {
  const files = new Map<string, File>();
  let block = 0;
  let report = 0n;
  const credit = (anchor: string, bytes: bigint) => {
    if (anchor !== ANCHOR) return;
    report += bytes;
    if (report < 0n) report = 0n;
  };
  const counted = (file: File, replica: Replica) => (replica.createdAt === null ? file.spower : file.sizeBytes);
  return {
    files,
    next: () => ++block,
    report: () => report,
    add(id: string, sizeBytes: bigint, owner: string, anchor: string) {
      const file = files.get(id) ?? { sizeBytes, spower: 0n, replicas: new Map() };
      files.set(id, file);
      if (file.replicas.has(owner)) return;
      file.replicas.set(owner, { anchor, createdAt: block });
      credit(anchor, file.sizeBytes);
    },
    remove(id: string, owner: string) {
      const file = files.get(id);
      const replica = file?.replicas.get(owner);
      if (!file || !replica) return;
      file.replicas.delete(owner);
      credit(replica.anchor, -counted(file, replica));
    },
    calculate(id: string) {
      const file = files.get(id);
      if (!file) return;
      const weight = spower(file.sizeBytes, file.replicas.size, SPEC);
      for (const replica of file.replicas.values()) {
        const ready = replica.createdAt === null || replica.createdAt + READY <= block;
        if (!ready) continue;
        credit(replica.anchor, weight - counted(file, replica));
        replica.createdAt = null;
      }
      file.spower = weight;
    },
    close(id: string) {
      const file = files.get(id);
      if (!file) return;
      for (const replica of file.replicas.values())
        credit(replica.anchor, spower(file.sizeBytes, 0, SPEC) - counted(file, replica));
      files.delete(id);
    },
    /** swork.update_spower: what the service says, whatever the files say */
    correct(bytes: bigint) {
      credit(ANCHOR, bytes);
    },
  };
};

type Action =
  | { kind: 'add'; id: string; owner: string }
  | { kind: 'remove'; id: string; owner: string }
  | { kind: 'calculate'; id: string }
  | { kind: 'close'; id: string };

const id = fc.constantFrom('a', 'b');
const owner = fc.constantFrom(...Array.from({ length: 20 }, (_, i) => `o${10 + i}`));
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ kind: fc.constant('add' as const), id, owner }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), id, owner }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('calculate' as const), id }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), id }) },
);

/** Rows of the machine's replicas with what they count, as an index that reads after every block has them. */
const rowsOf = (files: ReadonlyMap<string, File>) => {
  const rows = new Map<string, { fileId: string; counted: ReturnType<typeof countedReplica> }>();
  for (const [fileId, file] of files)
    for (const [holder, replica] of file.replicas)
      if (replica.anchor === ANCHOR)
        rows.set(`${fileId}-${holder}`, { fileId, counted: countedReplica(file, replica) });
  return rows;
};

/** Plays the actions, one block each, and tells what rows and report changed. */
const play = (actions: readonly Action[]) => {
  const chain = market();
  const steps: SpowerStep[] = [];
  const changes: ReplicaChange[] = [];
  const sizes: Record<string, bigint> = { a: 1_000_003n, b: 77n };
  for (const each of actions) {
    const block = chain.next();
    const before = rowsOf(chain.files);
    const report = chain.report();
    if (each.kind === 'add')
      chain.add(each.id, sizes[each.id] as bigint, each.owner, each.owner < 'o15' ? ANCHOR : 'other');
    else if (each.kind === 'remove') chain.remove(each.id, each.owner);
    else chain[each.kind](each.id);
    const after = rowsOf(chain.files);
    if (chain.report() !== report) steps.push({ block, bytes: chain.report() - report });
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      const [old, now] = [before.get(key), after.get(key)];
      if (old?.counted.bytes === now?.counted.bytes && old?.counted.isMature === now?.counted.isMature) continue;
      const fileId = (old ?? now)?.fileId as string;
      const isClosed = !chain.files.has(fileId);
      changes.push({
        fileId,
        block,
        before: old?.counted ?? null,
        after: now?.counted ?? null,
        ...(isClosed ? { lingeringBytes: spower(sizes[fileId] as bigint, 0, SPEC) } : {}),
      });
    }
  }
  return { steps, changes, report: chain.report() };
};

describe('moves of a machine’s spower', () => {
  it('are all told by the rows of files and replicas, and sum up to the report', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(fc.array(action, { minLength: 20, maxLength: 90 }), (actions) => {
        const { steps, changes, report } = play(actions);
        const moves = spowerMoves(steps, changes);
        expect(moves.reduce((sum, { bytes }) => sum + bytes, 0n)).toBe(report);
        expect(moves.filter(({ cause }) => cause === 'SPOWER_CORRECTED')).toEqual([]);
        for (const { cause } of moves) met.add(cause);
      }),
      { numRuns: 400 },
    );
    expect([...met].sort()).toEqual(['FILES_IN', 'FILES_OUT', 'MATURED', 'TIER']);
  });

  it('name what the rows do not tell a correction, in its block', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), fc.bigInt({ min: 1n, max: 10n ** 12n }), (actions, bytes) => {
        const { steps, changes, report } = play(actions.filter(({ kind }) => kind !== 'close'));
        const block = actions.length + 1;
        const moves = spowerMoves([...steps, { block, bytes: -bytes }], changes);
        expect(moves.at(-1)).toEqual({ cause: 'SPOWER_CORRECTED', bytes: -bytes, block, fileId: null });
        expect(moves.reduce((sum, move) => sum + move.bytes, 0n)).toBe(report - bytes);
      }),
    );
  });

  it('tell of a closed file what the service takes away after it', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 5, maxLength: 40 }), (actions) => {
        const { steps, changes, report } = play(actions);
        const left = changes.flatMap(({ fileId, lingeringBytes }) =>
          lingeringBytes === undefined ? [] : [{ fileId, bytes: lingeringBytes }],
        );
        fc.pre(left.length > 0);
        const block = actions.length + 1;
        const bytes = left.reduce((sum, each) => sum + each.bytes, 0n);
        const moves = spowerMoves([...steps, { block, bytes: -bytes }], changes);
        expect(moves.reduce((sum, move) => sum + move.bytes, 0n)).toBe(report - bytes);
        expect(moves.filter((move) => move.block === block)).toEqual(
          left.map((each) => ({ cause: 'FILES_OUT', fileId: each.fileId, bytes: -each.bytes, block })),
        );
      }),
    );
  });

  it('are none without steps and changes', () => {
    expect(spowerMoves([], [])).toEqual([]);
  });
});
