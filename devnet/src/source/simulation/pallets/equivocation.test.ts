import { expect, test } from 'vitest';
import { bench, CRU, id } from '../../../test-support/pallet-bench';
import type { Hex } from '../../source';
import { type Call, NONE, signed } from '../framework/dispatch';
import { sessionSecrets } from '../framework/session-keys';
import { votePayload } from './equivocation';

const ROUND = 7n;
const HASH = (byte: string): Hex => `0x${byte.repeat(32)}`;
const { grandpa, keys } = sessionSecrets(id('vera'));

/** Vera is the only validator, with a stake of 1,000 CRU, and makes every block. */
function start() {
  const b = bench({ vera: 10_000n * CRU, vera_c: CRU, anna: CRU }, ({ staking, session }) => {
    const vera = { stash: id('vera'), controller: id('vera_c'), bond: 1_000n * CRU, feePerbill: 0 };
    staking.genesis({ stakers: [vera], validatorCount: 1, minimumValidatorCount: 1, startRewardEra: 0 });
    session.genesis([[id('vera'), keys]]);
  });
  b.chain.produce();
  /** Two votes of Vera in one round. */
  const proof = (a: readonly [Hex, number], z: readonly [Hex, number]) => {
    const cast = ([targetHash, targetNumber]: typeof a) => {
      const vote = { targetHash, targetNumber };
      const signature = Buffer.from(grandpa.sign(votePayload('Prevote', vote, ROUND, 0n))).toString('hex');
      return [vote, `0x${signature}` as Hex] as const;
    };
    const [first, second] = [cast(a), cast(z)];
    return {
      equivocationProof: {
        setId: 0n,
        equivocation: { tag: 'Prevote', value: { round: ROUND, identity: keys.grandpa, first, second } } as const,
      },
      keyOwnerProof: { session: b.pallets.session.currentIndex(), trieNodes: [], validatorCount: 1 },
    };
  };
  const report = (call: Call, origin = NONE) => {
    const outcome = b.chain.runtime.dispatch(call, origin);
    return outcome.ok ? 'ok' : outcome.name.replace(/^.*\./, '');
  };
  return { b, proof, report, calls: b.pallets.grandpa.calls, staking: b.pallets.staking.storage };
}

test('a double vote that nobody signs for is the author’s to report', () => {
  const { proof, report, calls, staking } = start();
  const double = calls.reportEquivocationUnsigned(proof([HASH('11'), 1], [HASH('22'), 1]));
  expect(report(double, signed(id('anna')))).toBe('BadOrigin');
  expect(report(double)).toBe('ok');
  expect(staking.unappliedSlashes.get(0).map(({ reporters }) => reporters)).toEqual([[id('vera')]]);
  expect(report(double)).toBe('DuplicateOffenceReport');
});

test('votes are the same when both hash and number are', () => {
  const { proof, report, calls } = start();
  const votes = (a: number, z: number) => calls.reportEquivocationUnsigned(proof([HASH('11'), a], [HASH('11'), z]));
  expect(report(votes(1, 1))).toBe('InvalidEquivocationProof');
  expect(report(votes(1, 2))).toBe('ok');
});
