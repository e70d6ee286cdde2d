import { blake2_256 } from '../../../codec/hash';
import {
  encodeHex,
  fixed,
  type Hex,
  names,
  option,
  struct,
  tuple,
  u32,
  u64,
  type Value,
  vec,
} from '../../../codec/scale';
import { ensureRoot } from '../framework/dispatch';
import { consensusLog, ENGINES } from '../framework/header';
import type { Runtime } from '../framework/runtime';
import { rawValue, twox64Concat } from '../framework/storage';
import { WRITE } from '../framework/weights';
import { equivocationCalls } from './equivocation';
import type { SessionKeys } from './session';

type Keys = readonly (readonly [Hex, SessionKeys])[];
const authorities = vec(tuple(fixed(32), u64));

export type Babe = ReturnType<typeof babePallet>;
/** Slots and epochs: an epoch is a session of `profile.sessionBlocks` slots, counted from block 1's slot. */
export function babePallet(rt: Runtime) {
  const store = rt.storage('Babe');
  const epochIndex = store.value('EpochIndex', u64, 0n);
  const genesisSlot = store.value('GenesisSlot', u64, 0n);
  const currentSlot = store.value('CurrentSlot', u64, 0n);
  const current = store.value('Authorities', authorities);
  const next = store.value<readonly (readonly [Hex, bigint])[]>('NextAuthorities', authorities, []);
  const randomness = store.value('Randomness', fixed(32), ZERO);
  const nextRandomness = store.value('NextRandomness', fixed(32), ZERO);
  const weighted = (keys: Keys) => keys.map(([, k]) => [k.babe, 1n] as const);

  /** Tells the engine who makes blocks in the epoch after this one. */
  function announce(): void {
    const message = encodeHex(nextEpoch, {
      kind: 'NextEpochData',
      authorities: next.get(),
      randomness: nextRandomness.get(),
    });
    rt.pallets.system.depositLog(consensusLog(ENGINES.babe, message));
  }

  return {
    /** Opens a block in its slot; runs before every hook. */
    enterSlot(slot: number): void {
      const first = genesisSlot.get() === 0n;
      if (first) genesisSlot.set(BigInt(slot));
      currentSlot.set(BigInt(slot));
      if (first) announce();
    },
    /** does the block being opened begin a new epoch? */
    epochEnds(block: number): boolean {
      const start = epochIndex.get() * BigInt(rt.profile.sessionBlocks) + genesisSlot.get();
      return block !== 1 && currentSlot.get() - start >= BigInt(rt.profile.sessionBlocks);
    },
    newEpoch(now: Keys, queued: Keys): void {
      const index = epochIndex.get() + 1n;
      epochIndex.set(index);
      current.set(weighted(now));
      const last = nextRandomness.get();
      randomness.set(last);
      // no claim of a block adds randomness of its own: all are secondary ones
      nextRandomness.set(blake2_256(`${last}${encodeHex(u64, index + 1n).slice(2)}`));
      next.set(weighted(queued));
      announce();
    },
    onDisabled: (index: number): void =>
      rt.pallets.system.depositLog(consensusLog(ENGINES.babe, encodeHex(babeDisabled, { kind: 'OnDisabled', index }))),
    genesis(now: Keys, queued: Keys): void {
      current.set(weighted(now));
      next.set(weighted(queued));
    },
  };
}
const ZERO: Hex = `0x${'00'.repeat(32)}`;
const babeDisabled = struct({ kind: names('None', 'NextEpochData', 'OnDisabled'), index: u32 });
const nextEpoch = struct({ kind: names('None', 'NextEpochData'), authorities, randomness: fixed(32) });

export type Grandpa = ReturnType<typeof grandpaPallet>;
/** Finality authorities; a changed set is announced at the end of the block that starts its session. */
export function grandpaPallet(rt: Runtime) {
  const store = rt.storage('Grandpa');
  const emit = rt.emitters('Grandpa', { NewAuthorities: [authorities] });
  const setId = store.value('CurrentSetId', u64, 0n);
  const setIdSession = store.map('SetIdSession', twox64Concat(u64), u32);
  const known = rawValue(rt.store, AUTHORITIES_KEY, versioned);
  const pending = store.value('PendingChange', pendingChange);
  const nextForced = store.value('NextForced', u32);
  /** blocks to wait, and the last finalized one, when root has said that finality hangs */
  const stalled = store.value('Stalled', tuple(u32, u32));

  /** False while another change waits, or when finality was forced on not long ago. */
  function schedule(list: Value<typeof authorities>, delay: number, forced: number | null): boolean {
    const now = rt.block();
    if (pending.exists()) return false;
    if (forced !== null) {
      if ((nextForced.get() ?? 0) > now) return false;
      nextForced.set(now + 2 * delay);
    }
    pending.set({ scheduledAt: now, delay, authorities: list, forced });
    return true;
  }

  rt.hooks('Grandpa', {
    onFinalize(block) {
      const change = pending.get();
      if (change === undefined) return;
      const { scheduledAt, delay, authorities: list, forced } = change;
      if (block === scheduledAt) {
        const plain = { authorities: list, delay };
        const message =
          forced === null
            ? encodeHex(scheduledChange, { kind: 'ScheduledChange', ...plain })
            : encodeHex(forcedChange, { kind: 'ForcedChange', median: forced, ...plain });
        rt.pallets.system.depositLog(consensusLog(ENGINES.grandpa, message));
      }
      if (block !== scheduledAt + delay) return;
      known.set({ version: '0x01', authorities: list });
      emit.NewAuthorities(list);
      pending.kill();
    },
  });
  const noteStalled = rt.call(
    'Grandpa',
    'note_stalled',
    { delay: u32, bestFinalizedBlockNumber: u32 },
    { weight: 3_000_000 + WRITE },
    (origin, { delay, bestFinalizedBlockNumber: best }) => {
      ensureRoot(origin);
      stalled.set([delay, best]);
    },
  );
  return {
    genesis(list: Keys): void {
      setId.set(0n);
      setIdSession.set(0n, 0);
      known.set({ version: '0x01', authorities: list.map(([, k]) => [k.grandpa, 1n] as const) });
    },
    /** A new session: a changed set is a new one, else the same set goes on, unless it is stalled. */
    newSession(changed: boolean, keys: Keys): void {
      const wait = stalled.get();
      if (changed || wait !== undefined) {
        stalled.kill();
        const list = keys.map(([, k]) => [k.grandpa, 1n] as const);
        if (schedule(list, wait?.[0] ?? 0, wait?.[1] ?? null)) setId.set(setId.get() + 1n);
      }
      setIdSession.set(setId.get(), rt.pallets.session.currentIndex());
    },
    setId: () => setId.get(),
    onDisabled(index: number): void {
      const message = encodeHex(grandpaDisabled, { kind: 'OnDisabled', index: BigInt(index) });
      rt.pallets.system.depositLog(consensusLog(ENGINES.grandpa, message));
    },
    calls: { ...equivocationCalls(rt, setIdSession), noteStalled },
  };
}
const AUTHORITIES_KEY: Hex = `0x${Buffer.from(':grandpa_authorities').toString('hex')}`;
const versioned = struct({ version: fixed(1), authorities });
const grandpaDisabled = struct({ kind: names('None', 'ScheduledChange', 'ForcedChange', 'OnDisabled'), index: u64 });
const scheduledChange = struct({ kind: names('None', 'ScheduledChange'), authorities, delay: u32 });
const forcedChange = struct({
  kind: names('None', 'ScheduledChange', 'ForcedChange'),
  median: u32,
  authorities,
  delay: u32,
});
const pendingChange = struct({ scheduledAt: u32, delay: u32, authorities, forced: option(u32) });

export type AuthorityDiscovery = ReturnType<typeof authorityDiscoveryPallet>;
/** Keys under which validators can be found, of this session and the next. */
export function authorityDiscoveryPallet(rt: Runtime) {
  const store = rt.storage('AuthorityDiscovery');
  const keys = store.value<readonly Hex[]>('Keys', vec(fixed(32)), []);
  const nextKeys = store.value<readonly Hex[]>('NextKeys', vec(fixed(32)), []);
  return {
    newSession(now: Keys, queued: Keys): void {
      keys.set(now.map(([, k]) => k.authorityDiscovery));
      nextKeys.set(queued.map(([, k]) => k.authorityDiscovery));
    },
  };
}
