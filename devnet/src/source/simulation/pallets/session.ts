import { accountId, bool, bytes, fixed, type Hex, struct, tuple, u32, type Value, vec } from '../../../codec/scale';
import { perbillOf } from '../framework/arithmetic';
import { ensure, ensureSigned } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import { twox64Concat } from '../framework/storage';
import { READ, WRITE } from '../framework/weights';
import { MAX_BLOCK_WEIGHT } from './system';

/** Grandpa, BABE, im-online, authority-discovery */
export const sessionKeys = struct({
  grandpa: fixed(32),
  babe: fixed(32),
  imOnline: fixed(32),
  authorityDiscovery: fixed(32),
});
export type SessionKeys = Value<typeof sessionKeys>;
const ZERO = `0x${'00'.repeat(32)}` as Hex;
const NO_KEYS: SessionKeys = { grandpa: ZERO, babe: ZERO, imOnline: ZERO, authorityDiscovery: ZERO };
/** KeyTypeId ++ Bytes, as the runtime hashes them */
const KEY_TYPES = { grandpa: 'gran', babe: 'babe', imOnline: 'imon', authorityDiscovery: 'audi' } as const;
const ascii = (text: string) => Buffer.from(text).toString('hex');

/** more disabled validators than this share of all bring a new era */
const DISABLED_PERBILL = 170_000_000n;

export type Session = ReturnType<typeof sessionPallet>;

/** Validators of the moment, of the next session, and their keys; Staking decides who. */
export function sessionPallet(rt: Runtime) {
  const store = rt.storage('Session');
  const emit = rt.emitters('Session', { NewSession: [u32] });
  const E = rt.errors('Session', 'NoAssociatedValidatorId', 'DuplicatedKey', 'NoKeys', 'NoAccount');
  const validators = store.value<readonly Hex[]>('Validators', vec(accountId), []);
  const currentIndex = store.value('CurrentIndex', u32, 0);
  const disabled = store.value<readonly number[]>('DisabledValidators', vec(u32), []);
  const queuedChanged = store.value('QueuedChanged', bool, false);
  const queuedKeys = store.value<readonly (readonly [Hex, SessionKeys])[]>(
    'QueuedKeys',
    vec(tuple(accountId, sessionKeys)),
    [],
  );
  const nextKeys = store.map('NextKeys', twox64Concat(accountId), sessionKeys);
  const keyOwner = store.map('KeyOwner', twox64Concat(fixed(37)), accountId);
  const ownerKey = (type: keyof SessionKeys, key: Hex): Hex => `0x${ascii(KEY_TYPES[type])}80${key.slice(2)}`;
  const types = Object.keys(KEY_TYPES) as (keyof SessionKeys)[];

  /** Key after key: those before one that is somebody else's stay with this stash, although the call fails. */
  function setKeys(stash: Hex, keys: SessionKeys): void {
    const old = nextKeys.get(stash);
    for (const type of types) {
      const owner = keyOwner.get(ownerKey(type, keys[type]));
      ensure(owner === undefined || owner === stash, E.DuplicatedKey);
      if (old?.[type] === keys[type]) continue;
      if (old !== undefined) keyOwner.remove(ownerKey(type, old[type]));
      keyOwner.set(ownerKey(type, keys[type]), stash);
    }
    nextKeys.set(stash, keys);
  }
  const queue = (stashes: readonly Hex[]) => stashes.map((stash) => [stash, nextKeys.get(stash) ?? NO_KEYS] as const);
  /** the stash of a controller that is a bonded validator id */
  function stashOf(controller: Hex): Hex {
    const stash = rt.pallets.staking.storage.ledger.get(controller)?.stash;
    if (stash === undefined) throw E.NoAssociatedValidatorId();
    return stash;
  }

  function rotate(): void {
    const { staking, imOnline, grandpa, babe } = rt.pallets;
    const ending = currentIndex.get();
    const changed = queuedChanged.get();
    imOnline.beforeSessionEnds();
    staking.endSession(ending);
    const keys = queuedKeys.get();
    validators.set(keys.map(([stash]) => stash));
    if (changed) disabled.kill();
    const index = ending + 1;
    currentIndex.set(index);
    staking.startSession(index);
    const next = staking.newSession(index + 1);
    const queued = queue(next ?? validators.get());
    queuedChanged.set(next !== undefined || queued.some(([, k], i) => !sameKeys(k, keys[i]?.[1])));
    queuedKeys.set(queued);
    emit.NewSession(index);
    babe.newEpoch(keys, queued);
    grandpa.newSession(changed, keys);
    imOnline.newSession(keys.map(([, own]) => own.imOnline));
    if (changed) rt.pallets.authorityDiscovery.newSession(keys, queued);
  }

  rt.hooks('Session', {
    onInitialize(block) {
      if (!rt.pallets.babe.epochEnds(block)) return 0;
      rotate();
      // a rotation counts as a whole block, so that nothing but inherents follows in it
      return MAX_BLOCK_WEIGHT;
    },
  });

  const calls = {
    setKeys: rt.call(
      'Session',
      'set_keys',
      { keys: sessionKeys, proof: bytes },
      { weight: 91_470_000 + 7 * READ + 6 * WRITE },
      (origin, { keys }) => {
        const who = ensureSigned(origin);
        const stash = stashOf(who);
        const hadKeys = nextKeys.has(stash);
        // counted before the keys are looked at, and so also when they are refused
        ensure(rt.pallets.system.incConsumers(who), E.NoAccount);
        setKeys(stash, keys);
        if (hadKeys) rt.pallets.system.decConsumers(who);
      },
    ),
    purgeKeys: rt.call('Session', 'purge_keys', {}, { weight: 53_966_000 + 2 * READ + 6 * WRITE }, (origin) => {
      const who = ensureSigned(origin);
      const stash = stashOf(who);
      const old = nextKeys.get(stash);
      if (old === undefined) throw E.NoKeys();
      nextKeys.remove(stash);
      for (const type of types) keyOwner.remove(ownerKey(type, old[type]));
      rt.pallets.system.decConsumers(who);
    }),
  };

  return {
    calls,
    validators,
    currentIndex: () => currentIndex.get(),
    /** the stash that a session key belongs to now */
    ownerOf: (type: keyof SessionKeys, key: Hex) => keyOwner.get(ownerKey(type, key)),
    noteAuthor: (author: Hex) => {
      rt.pallets.staking.noteAuthor(author);
      rt.pallets.imOnline.noteAuthor(author);
    },
    /** Takes a validator out for the rest of the session; true when so many are out that a new set is needed. */
    disable(stash: Hex): boolean {
      const index = validators.get().indexOf(stash);
      const out = disabled.get();
      if (index < 0 || out.includes(index)) return false;
      disabled.set([...out, index].sort((a, b) => a - b));
      rt.pallets.grandpa.onDisabled(index);
      rt.pallets.babe.onDisabled(index);
      return BigInt(out.length + 1) > perbillOf(DISABLED_PERBILL, BigInt(validators.get().length));
    },
    /** Runs after staking's genesis: eras and validators of sessions 0 and 1. */
    genesis(keys: readonly (readonly [Hex, SessionKeys])[]): void {
      for (const [stash, own] of keys) {
        setKeys(stash, own);
        rt.pallets.system.incConsumers(stash);
      }
      const { staking } = rt.pallets;
      const first = staking.newSession(0) ?? keys.map(([stash]) => stash);
      const second = staking.newSession(1) ?? first;
      validators.set(first);
      queuedKeys.set(queue(second));
      rt.pallets.babe.genesis(queue(first), queue(second));
      rt.pallets.grandpa.genesis(queue(first));
      rt.pallets.authorityDiscovery.newSession(queue(first), queue(second));
      rt.pallets.imOnline.genesis(queue(first).map(([, own]) => own.imOnline));
      staking.startSession(0);
    },
  };
}

function sameKeys(a: SessionKeys, b: SessionKeys | undefined): boolean {
  return (
    b !== undefined &&
    a.grandpa === b.grandpa &&
    a.babe === b.babe &&
    a.imOnline === b.imOnline &&
    a.authorityDiscovery === b.authorityDiscovery
  );
}
