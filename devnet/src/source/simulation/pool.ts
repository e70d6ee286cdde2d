import type { Hex } from '../../codec/scale';
import type { PoolFate, SubmitResult } from '../source';
import type { Chain } from './chain';
import { decodeExtrinsic, extrinsicHash, type SignedExtrinsic } from './framework/extrinsic';
import { alreadyImported, banned, INVALID, poolIsFull, type Refusal, tooLowPriority } from './framework/refusal';
import { inOrder, type Queue, queueOf } from './pool-queue';
import { priorityOf } from './priority';

export interface PoolLimit {
  readonly count: number;
  readonly bytes: number;
}
/** How much a node lets wait, by default. */
const LIMITS: PoolLimits = {
  ready: { count: 8192, bytes: 20 * 2 ** 20 },
  future: { count: 512, bytes: 2 ** 20 },
};
export interface PoolLimits {
  readonly ready: PoolLimit;
  readonly future: PoolLimit;
}
const exceeds = (list: readonly SignedExtrinsic[], { count, bytes }: PoolLimit): boolean =>
  list.length > count || list.reduce((sum, { length }) => sum + length, 0) > bytes;
/** How long a node will not hear of an extrinsic again that was included or found invalid. */
const BAN_MS = 30 * 60_000;

/** Submitted extrinsics on their way into a block. */
export interface Pool {
  submit(encoded: Hex): SubmitResult;
  /** what the next block can take: the highest priority first, each account's in nonce order */
  ready(): SignedExtrinsic[];
  /** after a new block: forgets what it took and what can never be taken any more, wakes what became ready */
  blockMade(body: readonly Hex[]): void;
  /** after a fork: what stood in blocks that are gone waits again, and every signature is checked anew */
  retract(extrinsics: readonly Hex[]): void;
  nextNonce(account: Hex): number;
  onFate(listener: (extrinsic: Hex, fate: PoolFate) => void): () => void;
}

export function createPool(chain: Chain, limits = LIMITS): Pool {
  let waiting: SignedExtrinsic[] = [];
  let awake = new Set<Hex>();
  const bannedUntil = new Map<Hex, number>();
  const listeners = new Set<(extrinsic: Hex, fate: PoolFate) => void>();
  const banBlocks = Math.ceil(BAN_MS / chain.runtime.profile.blockTimeMs);

  const nonceOf = (account: Hex) => chain.runtime.pallets.system.account.get(account).nonce;
  const priority = (x: SignedExtrinsic) => priorityOf(x, chain.runtime.pallets.transactionPayment.announcedFee);
  const queue = (): Queue => queueOf(waiting, nonceOf);
  const tell = (encoded: Hex, fate: PoolFate) => {
    for (const listener of [...listeners]) listener(encoded, fate);
  };
  const ban = (encoded: Hex) => bannedUntil.set(extrinsicHash(encoded), chain.head() + banBlocks);
  const isBanned = (hash: Hex) => (bannedUntil.get(hash) ?? -1) > chain.head();

  function remove(gone: ReadonlySet<SignedExtrinsic>, fate: PoolFate): void {
    if (gone.size === 0) return;
    waiting = waiting.filter((x) => !gone.has(x));
    for (const { encoded } of gone) tell(encoded, fate);
  }

  /** Tells which extrinsics became ready, or no longer are. */
  function announce(): void {
    const { ready, future } = queue();
    const before = awake;
    awake = new Set(ready.map((x) => x.encoded));
    for (const { encoded } of ready) if (!before.has(encoded)) tell(encoded, 'ready');
    for (const { encoded } of future) if (before.has(encoded)) tell(encoded, 'future');
  }

  /** Why an extrinsic can never be taken any more, if so. */
  function problem(x: SignedExtrinsic): Refusal | undefined {
    if (x.nonce < nonceOf(x.signer) || (x.lastBlock ?? Number.POSITIVE_INFINITY) <= chain.head())
      return INVALID.stale();
    if (x.call.def.class(x.call.args) === 'Mandatory') return INVALID.mandatory();
    if (chain.runtime.pallets.system.room(x.call, x.length) === 'never') return INVALID.exhausts();
    return chain.runtime.pallets.transactionPayment.canPay(x) ? undefined : INVALID.payment();
  }

  /** What has to go first: of the ready ones the lowest priority and all that its account sent after it, else the oldest. */
  function surplus(): readonly SignedExtrinsic[] {
    const { ready, future } = queue();
    if (exceeds(ready, limits.ready)) {
      // of equal ones the newest, which stands last in `waiting`
      const isReady = new Set(ready);
      const byAge = waiting.filter((x) => isReady.has(x));
      const last = byAge.reduce((low, x) => (priority(x) <= priority(low) ? x : low));
      return ready.filter((x) => x.signer === last.signer && x.nonce >= last.nonce);
    }
    return exceeds(future, limits.future) ? waiting.filter((x) => future.includes(x)).slice(0, 1) : [];
  }

  /** Keeps the pool within its limits; true when `fresh` itself had to go. */
  function overfull(fresh: SignedExtrinsic): boolean {
    for (let gone = surplus(); gone.length > 0; gone = surplus()) {
      for (const { encoded } of gone) ban(encoded);
      // whoever submits `fresh` is told at once and needs no word of its fate
      waiting = waiting.filter((x) => x !== fresh || !gone.includes(fresh));
      remove(new Set(gone.filter((x) => x !== fresh)), 'dropped');
    }
    return !waiting.includes(fresh);
  }

  function admit(encoded: Hex): Refusal | undefined {
    const hash = extrinsicHash(encoded);
    if (isBanned(hash)) return banned();
    if (waiting.some((x) => x.encoded === encoded)) return alreadyImported(hash);
    const extrinsic = decodeExtrinsic(chain.signing, encoded, chain.head() + 1);
    const wrong = 'refused' in extrinsic ? extrinsic : problem(extrinsic);
    if (wrong !== undefined) {
      if (wrong.code === 1010) ban(encoded);
      return wrong;
    }
    return 'refused' in extrinsic ? extrinsic : enqueue(extrinsic, hash);
  }

  function enqueue(fresh: SignedExtrinsic, hash: Hex): Refusal | undefined {
    const rival = waiting.find((x) => x.signer === fresh.signer && x.nonce === fresh.nonce);
    if (rival !== undefined && priority(rival) >= priority(fresh)) {
      return tooLowPriority(priority(rival), priority(fresh));
    }
    if (rival !== undefined) remove(new Set([rival]), { usurped: hash });
    waiting.push(fresh);
    if (overfull(fresh)) return poolIsFull();
    announce();
    if (!awake.has(fresh.encoded)) tell(fresh.encoded, 'future');
    return undefined;
  }

  function dropInvalid(): void {
    const gone = new Set(waiting.filter((x) => problem(x) !== undefined));
    for (const { encoded } of gone) ban(encoded);
    remove(gone, 'invalid');
    announce();
  }

  return {
    submit(encoded) {
      const wrong = admit(encoded);
      if (wrong === undefined) return { ok: true, hash: extrinsicHash(encoded) };
      const { code, message, data } = wrong;
      return { ok: false, code, message, ...(data === undefined ? {} : { data }) };
    },
    ready: () => inOrder(queue().ready, priority),
    blockMade(body) {
      const included = new Set(body);
      const taken = waiting.filter((x) => included.has(x.encoded));
      for (const { encoded } of taken) ban(encoded);
      waiting = waiting.filter((x) => !included.has(x.encoded));
      for (const [hash, until] of bannedUntil) if (until <= chain.head()) bannedUntil.delete(hash);
      dropInvalid();
    },
    retract(extrinsics) {
      const all = new Set([...extrinsics, ...waiting.map((x) => x.encoded)]);
      waiting = [];
      for (const encoded of all) {
        bannedUntil.delete(extrinsicHash(encoded));
        const checked = decodeExtrinsic(chain.signing, encoded, chain.head() + 1);
        if (!('refused' in checked)) waiting.push(checked);
        else tell(encoded, 'invalid');
      }
      dropInvalid();
    },
    nextNonce: (account) => nonceOf(account) + queue().ready.filter((x) => x.signer === account).length,
    onFate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
