import { ed25519Verify } from '@polkadot/util-crypto';
import {
  bytes,
  encodeBytes,
  encodeHex,
  fixed,
  type Hex,
  hash,
  struct,
  tuple,
  u32,
  u64,
  type Value,
  variants,
  vec,
} from '../../../codec/scale';
import { BILLION, perbillRatio } from '../framework/arithmetic';
import { badOrigin, ensure, ensureSigned, type Origin } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import type { StorageMap } from '../framework/storage';
import { asciiKind } from './offences';

const vote = struct({ targetHash: hash, targetNumber: u32 });
const equivocation = struct({
  round: u64,
  identity: fixed(32),
  first: tuple(vote, fixed(64)),
  second: tuple(vote, fixed(64)),
});
export const equivocationProof = struct({
  setId: u64,
  equivocation: variants({ Prevote: equivocation, Precommit: equivocation }),
});
export type EquivocationProof = Value<typeof equivocationProof>;
const membershipProof = struct({ session: u32, trieNodes: vec(bytes), validatorCount: u32 });

const message = variants({ Prevote: vote, Precommit: vote });
const signedVote = tuple(message, u64, u64);
/** the bytes a Grandpa voter signs */
export const votePayload = (
  stage: 'Prevote' | 'Precommit',
  cast: Value<typeof vote>,
  round: bigint,
  setId: bigint,
): Uint8Array => encodeBytes(signedVote, [{ tag: stage, value: cast }, round, setId]);

const EQUIVOCATED = asciiKind('grandpa:equivoca');
const timeSlot = tuple(u64, u64);

/** (3 k / n)²: one voter of many costs little, a third of them everything. */
export function equivocationSlash(offenders: number, validators: number): bigint {
  const x = perbillRatio(3n * BigInt(offenders), BigInt(validators));
  return (x * x) / BILLION;
}

const US = 1_000_000;
const [READ, WRITE, GUARANTORS] = [25 * US, 100 * US, 200];
/** the runtime's estimate for 100 validators and 200 guarantors at least */
const weightOf = (validators: number) =>
  (35 + 95 + 110) * US +
  175_000 * Math.max(validators, 100) +
  25 * US * GUARANTORS +
  READ * (5 + 14 + 3 * GUARANTORS + 2) +
  WRITE * (10 + 3 * GUARANTORS);

const options = {
  weight: ({ keyOwnerProof }: { readonly keyOwnerProof: Value<typeof membershipProof> }) =>
    weightOf(keyOwnerProof.validatorCount),
};

/** A voter that voted for two blocks in one round of finality: who shows it is rewarded, or the block's author for nobody. */
export function equivocationCalls(rt: Runtime, setIdSession: StorageMap<bigint, number, number | undefined>) {
  const E = rt.errors('Grandpa', 'InvalidKeyOwnershipProof', 'InvalidEquivocationProof', 'DuplicateOffenceReport');

  /** Only keys of the running session can be shown to belong to somebody: older sessions leave no roots on this chain. */
  function ownerOf(key: Hex, session: number, validators: number): Hex {
    const { session: sessions } = rt.pallets;
    const known = session === sessions.currentIndex() && validators === sessions.validators.get().length;
    const owner = known ? sessions.ownerOf('grandpa', key) : undefined;
    if (owner === undefined) throw E.InvalidKeyOwnershipProof();
    return owner;
  }
  function checkSet(setId: bigint, session: number): void {
    const last = setIdSession.get(setId);
    const previous = setId === 0n ? -1 : setIdSession.get(setId - 1n);
    ensure(
      last !== undefined && previous !== undefined && session <= last && session > previous,
      E.InvalidEquivocationProof,
    );
  }

  const fields = { equivocationProof, keyOwnerProof: membershipProof };
  const report = (name: string, reporterOf: (origin: Origin) => Hex) =>
    rt.call('Grandpa', name, fields, options, (origin, args) => {
      const reporter = reporterOf(origin);
      const { setId, equivocation: e } = args.equivocationProof;
      const { session, validatorCount } = args.keyOwnerProof;
      const { round, identity, first, second } = e.value;
      const stash = ownerOf(identity, session, validatorCount);
      const honest = [first, second].every(([cast, signature]) =>
        ed25519Verify(votePayload(e.tag, cast, round, setId), raw(signature), raw(identity)),
      );
      ensure(honest && !sameVote(first[0], second[0]), E.InvalidEquivocationProof);
      checkSet(setId, session);
      const { staking, offences } = rt.pallets;
      const era = staking.storage.activeEra.get()?.index ?? 0;
      const isNew = offences.report([reporter], {
        kind: EQUIVOCATED,
        timeSlot: encodeHex(timeSlot, [setId, round]),
        compareSlots,
        session,
        offenders: [[stash, staking.storage.erasStakers.get(era, stash)]],
        validators: validatorCount,
        slashPerbill: equivocationSlash,
      });
      ensure(isNew, E.DuplicateOffenceReport);
      return { waiveFee: true };
    });

  return {
    reportEquivocation: report('report_equivocation', ensureSigned),
    reportEquivocationUnsigned: report('report_equivocation_unsigned', (origin) => {
      if (origin.kind !== 'none') throw badOrigin();
      return rt.pallets.authorship.author();
    }),
  };
}

const sameVote = (a: Value<typeof vote>, b: Value<typeof vote>) =>
  a.targetHash === b.targetHash && a.targetNumber === b.targetNumber;
const raw = (hex: Hex) => Buffer.from(hex.slice(2), 'hex');
function compareSlots(a: Hex, b: Hex): number {
  const parts = (slot: Hex) => [raw(slot).readBigUInt64LE(0), raw(slot).readBigUInt64LE(8)] as const;
  const [x, y] = [parts(a), parts(b)];
  const [left, right] = x[0] === y[0] ? [x[1], y[1]] : [x[0], y[0]];
  return left < right ? -1 : left > right ? 1 : 0;
}
