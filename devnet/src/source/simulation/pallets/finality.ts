import { fixed, type Hex, tuple, u32, u64, vec } from '../../../codec/scale';
import type { Runtime } from '../framework/runtime';
import { twox64Concat } from '../framework/storage';
import { equivocationCall } from './equivocation';
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
  const next = store.value('NextAuthorities', authorities);
  const weighted = (keys: Keys) => keys.map(([, k]) => [k.babe, 1n] as const);
  return {
    /** Opens a block in its slot; runs before every hook. */
    enterSlot(slot: number): void {
      if (!genesisSlot.exists()) genesisSlot.set(BigInt(slot));
      currentSlot.set(BigInt(slot));
    },
    /** does the block being opened begin a new epoch? */
    epochEnds(block: number): boolean {
      const start = epochIndex.get() * BigInt(rt.profile.sessionBlocks) + genesisSlot.get();
      return block !== 1 && currentSlot.get() - start >= BigInt(rt.profile.sessionBlocks);
    },
    newEpoch(now: Keys, queued: Keys): void {
      epochIndex.set(epochIndex.get() + 1n);
      current.set(weighted(now));
      next.set(weighted(queued));
    },
    genesis(now: Keys, queued: Keys): void {
      current.set(weighted(now));
      next.set(weighted(queued));
    },
  };
}

export type Grandpa = ReturnType<typeof grandpaPallet>;
/** Finality authorities; a changed set is announced at the end of the block that starts its session. */
export function grandpaPallet(rt: Runtime) {
  const store = rt.storage('Grandpa');
  const emit = rt.emitters('Grandpa', { NewAuthorities: [authorities] });
  const setId = store.value('CurrentSetId', u64, 0n);
  const setIdSession = store.map('SetIdSession', twox64Concat(u64), u32);
  let pending: Keys | undefined;
  rt.hooks('Grandpa', {
    onFinalize() {
      if (pending === undefined) return;
      emit.NewAuthorities(pending.map(([, k]) => [k.grandpa, 1n] as const));
      pending = undefined;
    },
  });
  return {
    genesis(): void {
      setId.set(0n);
      setIdSession.set(0n, 0);
    },
    /** A new session: a changed set is a new one, else the same set goes on. */
    newSession(changed: boolean, keys: Keys): void {
      if (changed) {
        pending = keys;
        setId.set(setId.get() + 1n);
      }
      setIdSession.set(setId.get(), rt.pallets.session.currentIndex());
    },
    setId: () => setId.get(),
    calls: { reportEquivocation: equivocationCall(rt, setIdSession) },
  };
}
