import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallFact, EventFact, Json, Wrapper } from '../decode/facts';
import { type Outcome, wrappedOutcome } from './wrapped-outcome';

/** A call, or a wrapper of calls, with what it comes to. */
type Tree =
  | { kind: 'call'; error: string | null }
  | { kind: 'batch'; items: Tree[] }
  | { kind: 'derivative'; inner: Tree }
  | { kind: 'as'; inner: Tree }
  | { kind: 'multisig'; inner: Tree; last: boolean };

const event = (pallet: string, name: string, args: Json[], error: string | null): EventFact => ({
  index: 0,
  phase: 'EXTRINSIC',
  extrinsicIndex: 1,
  pallet,
  name,
  types: [],
  args,
  error,
});

/** Runs a tree as the pallets would: what each call came to, and the events. Returns the error the tree ends with. */
const run = (
  tree: Tree,
  wrappers: Wrapper[],
  runs: boolean,
  seen: { call: CallFact; outcome: Outcome }[],
  events: EventFact[],
): string | null => {
  const into = (inner: Tree, name: string, item = 0, goesOn = runs) =>
    run(inner, [...wrappers, { name, item }], goesOn, seen, events);
  const tell = (one: EventFact) => {
    if (runs) events.push(one);
  };
  switch (tree.kind) {
    case 'call': {
      const wrapped = wrappers.length > 0;
      const call = { pallet: 'p', call: 'c', args: {}, origin: 'a', wrapped, wrappers, deferred: false };
      seen.push({ call, outcome: runs ? tree.error : undefined });
      return tree.error;
    }
    case 'batch': {
      const stops: { at: number; why: string }[] = [];
      tree.items.forEach((item, i) => {
        const error = into(item, 'utility.batch', i, runs && stops.length === 0);
        if (error !== null) stops.push({ at: i, why: error });
      });
      const [first] = stops;
      tell(
        first === undefined
          ? event('utility', 'BatchCompleted', [], null)
          : event('utility', 'BatchInterrupted', [first.at, {}], first.why),
      );
      return null;
    }
    case 'derivative':
      return into(tree.inner, 'utility.as_derivative');
    case 'as': {
      tell(event('sudo', 'SudoAsDone', [{}], into(tree.inner, 'sudo.sudo_as')));
      return null;
    }
    case 'multisig': {
      const error = into(tree.inner, 'multisig.as_multi', 0, runs && tree.last);
      if (tree.last) tell(event('multisig', 'MultisigExecuted', ['a', {}, 'b', '0x', {}], error));
      return null;
    }
  }
};

const leaf = fc.record({ kind: fc.constant('call' as const), error: fc.option(fc.constantFrom('swork.A', 'swork.B')) });
const wrapped = (inner: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> =>
  fc.oneof(
    inner,
    fc.record({ kind: fc.constant('derivative' as const), inner }),
    fc.record({ kind: fc.constant('as' as const), inner }),
    fc.record({ kind: fc.constant('multisig' as const), inner, last: fc.boolean() }),
  );
const batch = (inner: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> =>
  fc.record({ kind: fc.constant('batch' as const), items: fc.array(inner, { minLength: 1, maxLength: 5 }) });
/** one wrapper that tells how its inner call went, around or inside a batch of plain or derivative calls */
const plain = fc.oneof(leaf, fc.record({ kind: fc.constant('derivative' as const), inner: leaf }));
const trees = fc.oneof(batch(plain), wrapped(leaf), wrapped(batch(plain)));

describe('wrappedOutcome', () => {
  it('tells what each call came to: well, its error, or never run', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const seen: { call: CallFact; outcome: Outcome }[] = [];
        const events: EventFact[] = [];
        // the extrinsic itself went well: a tree that ends with an error is not asked about
        if (run(tree, [], true, seen, events) !== null) return;
        for (const { call, outcome } of seen) expect(wrappedOutcome(call, events)).toBe(outcome);
      }),
      { numRuns: 500 },
    );
  });
  it('tells the outer batch from one inside it', () => {
    const inner: Tree = { kind: 'batch', items: [{ kind: 'call', error: 'swork.A' }] };
    const last: Tree = { kind: 'call', error: null };
    const seen: { call: CallFact; outcome: Outcome }[] = [];
    const events: EventFact[] = [];
    run({ kind: 'batch', items: [inner, last] }, [], true, seen, events);
    expect(seen.map(({ call }) => wrappedOutcome(call, events))).toEqual(['swork.A', null]);
  });
});
