import { sr25519Verify } from '@polkadot/util-crypto';
import {
  accountId,
  bytes,
  encodeBytes,
  encodeHex,
  fixed,
  type Hex,
  struct,
  tuple,
  u32,
  type Value,
  vec,
} from '../../../codec/scale';
import { BILLION, perbillRatio } from '../framework/arithmetic';
import { badOrigin, ensure } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import { twox64Concat } from '../framework/storage';
import { asciiKind } from './offences';
import { exposure } from './staking/storage';

const networkState = struct({ peerId: bytes, externalAddresses: vec(bytes) });
export const heartbeat = struct({
  blockNumber: u32,
  networkState,
  sessionIndex: u32,
  authorityIndex: u32,
  validatorsLen: u32,
});
export interface HeartbeatArgs {
  readonly heartbeat: Value<typeof heartbeat>;
  readonly signature: Hex;
}
const OFFLINE = asciiKind('im-online:offlin');
/** the most an unreachable validator pays: 7 % */
const WORST_PERBILL = 70_000_000n;

/** A tenth of the validators (and one) may be away for nothing; from there it rises to 7 % when a third more are. */
export function offlineSlash(offenders: number, validators: number): bigint {
  const beyond = offenders - Math.floor(validators / 10) - 1;
  if (beyond <= 0) return 0n;
  return (perbillRatio(3n * BigInt(beyond), BigInt(validators)) * WORST_PERBILL) / BILLION;
}

export type ImOnline = ReturnType<typeof imOnlinePallet>;

/** Liveness: whoever neither made a block nor sent a heartbeat in a session is reported when it ends. */
export function imOnlinePallet(rt: Runtime) {
  const store = rt.storage('ImOnline');
  const bySession = twox64Concat(u32);
  const heartbeatAfter = store.value('HeartbeatAfter', u32, 0);
  const keys = store.value<readonly Hex[]>('Keys', vec(fixed(32)), []);
  const received = store.doubleMap('ReceivedHeartbeats', bySession, twox64Concat(u32), bytes);
  const authored = store.doubleMap('AuthoredBlocks', bySession, twox64Concat(accountId), u32, 0);
  const emit = rt.emitters('ImOnline', {
    HeartbeatReceived: [fixed(32)],
    AllGood: [],
    SomeOffline: [vec(tuple(accountId, exposure))],
  });
  const E = rt.errors('ImOnline', 'InvalidKey', 'DuplicatedHeartbeat');
  const session = () => rt.pallets.session.currentIndex();
  const isOnline = (index: number, stash: Hex) => received.has(session(), index) || authored.get(session(), stash) > 0;

  const calls = {
    heartbeat: rt.call(
      'ImOnline',
      'heartbeat',
      { heartbeat, signature: fixed(64) },
      {
        weight: ({ heartbeat: { validatorsLen, networkState: n } }) =>
          112_814_000 + 215_000 * validatorsLen + 491_000 * n.externalAddresses.length + 4 * 25_000_000 + 100_000_000,
      },
      (origin, { heartbeat: beat }) => {
        if (origin.kind !== 'none') throw badOrigin();
        ensure(!received.has(session(), beat.authorityIndex), E.DuplicatedHeartbeat);
        const key = keys.get()[beat.authorityIndex];
        if (key === undefined) throw E.InvalidKey();
        emit.HeartbeatReceived(key);
        received.set(session(), beat.authorityIndex, encodeHex(networkState, beat.networkState));
      },
    ),
  };

  return {
    calls,
    isOnline,
    heartbeatAfter: () => heartbeatAfter.get(),
    keys: () => keys.get(),
    /** May this heartbeat enter a block? It has no signer, so that its own signature must vouch for it. */
    accepts({ heartbeat: beat, signature }: HeartbeatArgs): boolean {
      const stash = rt.pallets.session.validators.get()[beat.authorityIndex];
      const key = keys.get()[beat.authorityIndex];
      if (stash === undefined || key === undefined || isOnline(beat.authorityIndex, stash)) return false;
      if (beat.sessionIndex !== session() || beat.validatorsLen !== keys.get().length) return false;
      return sr25519Verify(encodeBytes(heartbeat, beat), raw(signature), raw(key));
    },
    noteAuthor: (author: Hex): void => authored.set(session(), author, authored.get(session(), author) + 1),
    /** Reports who was away all session. Runs before anything of the session's end does. */
    beforeSessionEnds(): void {
      const index = session();
      const { staking, offences } = rt.pallets;
      const era = staking.storage.activeEra.get()?.index ?? 0;
      const away = rt.pallets.session.validators
        .get()
        .filter((stash, i) => !isOnline(i, stash))
        .map((stash) => [stash, staking.storage.erasStakers.get(era, stash)] as const);
      received.removePrefix(index);
      authored.removePrefix(index);
      if (away.length === 0) {
        emit.AllGood();
        return;
      }
      emit.SomeOffline(away);
      offences.report([], {
        kind: OFFLINE,
        timeSlot: encodeHex(u32, index),
        compareSlots: (a, b) => leNumber(a) - leNumber(b),
        session: index,
        offenders: away,
        validators: keys.get().length,
        slashPerbill: offlineSlash,
      });
    },
    /** Heartbeats of the new session are due from its middle on: making a block counts as one. */
    newSession(authorities: readonly Hex[]): void {
      heartbeatAfter.set(rt.block() + Math.floor(rt.profile.sessionBlocks / 2));
      keys.set(authorities);
    },
    genesis: (authorities: readonly Hex[]): void => keys.set(authorities),
  };
}

const raw = (hex: Hex) => Buffer.from(hex.slice(2), 'hex');
const leNumber = (hex: Hex) => raw(hex).readUInt32LE(0);
