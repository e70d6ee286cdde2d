import { writerPool } from '../../../codec/bytes';
import {
  accountId,
  bool,
  bytes,
  type Codec,
  compact32,
  encodeHex,
  fixed,
  type Hex,
  hash,
  raw,
  struct,
  u8,
  u32,
  u64,
  u128,
  type Value,
  vec,
} from '../../../codec/scale';
import {
  type Call,
  type DispatchClass,
  dispatchError,
  dispatchInfo,
  ensureSigned,
  failure,
} from '../framework/dispatch';
import type { Outcome, Runtime } from '../framework/runtime';
import { blake2_128Concat, rawValue, twox64Concat } from '../framework/storage';
import { rawStorageCalls } from './raw-storage';

/** AccountData of pallet-balances */
export const accountData = struct({ free: u128, reserved: u128, miscFrozen: u128, feeFrozen: u128 });
export const accountInfo = struct({ nonce: u32, consumers: u32, providers: u32, data: accountData });
export type AccountData = Value<typeof accountData>;
export type AccountInfo = Value<typeof accountInfo>;

export const NO_DATA: AccountData = { free: 0n, reserved: 0n, miscFrozen: 0n, feeFrozen: 0n };
export const NO_ACCOUNT: AccountInfo = { nonce: 0, consumers: 0, providers: 0, data: NO_DATA };

/** Weight that every extrinsic costs before its call, and every block before its extrinsics (pico seconds). */
export const EXTRINSIC_BASE_WEIGHT = 125_000_000;
export const BLOCK_BASE_WEIGHT = 5_000_000_000;
export const MAX_BLOCK_WEIGHT = 2_000_000_000_000;
const BLOCK_HASHES_KEPT = 2400;
/** a node counts extrinsics here while it runs a block */
const EXTRINSIC_INDEX: Hex = `0x${Buffer.from(':extrinsic_index').toString('hex')}`;
/** tag, engine, data: consensus messages, seals and pre-runtime digests */
const digestItem: Codec<Hex> = {
  enc: (w, v) => w.hex(v),
  dec: (r) => {
    const head = r.hex(5);
    return `${head}${encodeHex(bytes, bytes.dec(r)).slice(2)}`;
  },
};
const MAX_BLOCK_BYTES = 5 * 1024 * 1024;
/** of a block's weight a single extrinsic must leave for the block's own work */
const BLOCK_START_WEIGHT = MAX_BLOCK_WEIGHT / 10;

/** What a class may use of a block, what one extrinsic of it may, and what is kept for it however full the block is. */
const limits = (weight: number, bytes: number, reserved: number) => ({
  weight,
  bytes,
  reserved,
  extrinsicWeight: weight - BLOCK_START_WEIGHT,
});
const BLOCK_LIMITS = {
  Normal: limits(0.75 * MAX_BLOCK_WEIGHT, 0.75 * MAX_BLOCK_BYTES, 0),
  Operational: limits(MAX_BLOCK_WEIGHT, MAX_BLOCK_BYTES, 0.25 * MAX_BLOCK_WEIGHT),
  Mandatory: limits(Number.POSITIVE_INFINITY, MAX_BLOCK_BYTES, Number.POSITIVE_INFINITY),
} as const satisfies Record<DispatchClass, ReturnType<typeof limits>>;

export type System = ReturnType<typeof systemPallet>;

/** Accounts with reference counts, block bookkeeping, remark. */
export function systemPallet(rt: Runtime) {
  const store = rt.storage('System');
  const emit = rt.emitters('System', {
    ExtrinsicSuccess: [dispatchInfo],
    ExtrinsicFailed: [dispatchError, dispatchInfo],
    NewAccount: [accountId],
    KilledAccount: [accountId],
  });
  const account = store.map('Account', blake2_128Concat(accountId), accountInfo, NO_ACCOUNT);
  const number = store.value('Number', u32, 0);
  const parentHash = store.value('ParentHash', hash);
  const blockHash = store.map('BlockHash', twox64Concat(u32), hash);
  const digest = store.value<readonly Hex[]>('Digest', vec(digestItem), []);
  const extrinsicIndex = rawValue(rt.store, EXTRINSIC_INDEX, u32);
  const eventBytes = store.value('Events', raw);
  const eventCount = store.value('EventCount', u32);
  const blockWeight = store.value('BlockWeight', struct({ normal: u64, operational: u64, mandatory: u64 }));
  const lastRuntimeUpgrade = store.value('LastRuntimeUpgrade', struct({ specVersion: compact32, specName: bytes }));
  const dualRefCount = store.value('UpgradedToDualRefCount', bool);
  const u32RefCount = store.value('UpgradedToU32RefCount', bool);

  let bytesUsed = 0;
  const weights = { Normal: 0, Operational: 0, Mandatory: 0 };

  const calls = {
    remark: rt.call('System', 'remark', { remark: bytes }, { weight: 1_815_000 }, (origin) => {
      ensureSigned(origin);
    }),
    ...rawStorageCalls(rt, MAX_BLOCK_WEIGHT),
  };

  return {
    account,
    blockHash,
    number,
    lastRuntimeUpgrade,
    calls,
    /**
     * Changes the data part; an account begins to exist with its first balance and ends with its last (events). One that
     * something depends on cannot end: that fails, and nothing is changed.
     */
    mutateData(who: Hex, update: (data: AccountData | undefined) => AccountData | undefined): void {
      const before = account.get(who);
      const had = before.data !== NO_DATA && !isEmpty(before.data);
      const data = update(had ? before.data : undefined);
      if (data !== undefined) {
        // the callback may have touched the account's counters
        const now = account.get(who);
        account.set(who, { ...now, providers: had ? now.providers : now.providers + 1, data });
        if (!had && now.providers === 0) emit.NewAccount(who);
        return;
      }
      if (!had) return;
      const now = account.get(who);
      if (now.providers > 1) account.set(who, { ...now, providers: now.providers - 1, data: NO_DATA });
      else if (now.consumers > 0) throw failure({ tag: 'ConsumerRemaining', value: null }, 'ConsumerRemaining');
      else {
        account.remove(who);
        emit.KilledAccount(who);
      }
    },
    /** Something new depends on this account; false when it does not exist. */
    incConsumers(who: Hex): boolean {
      const now = account.get(who);
      if (now.providers > 0) account.set(who, { ...now, consumers: now.consumers + 1 });
      return now.providers > 0;
    },
    decConsumers(who: Hex): void {
      const now = account.get(who);
      if (now.consumers > 0) account.set(who, { ...now, consumers: now.consumers - 1 });
    },
    /** the account's last provider may not go while something else depends on it */
    isProviderRequired: (who: Hex) => account.get(who).consumers > 0,
    useNonce(who: Hex): void {
      const now = account.get(who);
      account.set(who, { ...now, nonce: now.nonce + 1 });
    },
    genesis(specVersion: number, specName: string): void {
      parentHash.set(`0x${'00'.repeat(32)}`);
      lastRuntimeUpgrade.set({ specVersion, specName: `0x${Buffer.from(specName).toString('hex')}` });
      dualRefCount.set(true);
      u32RefCount.set(true);
    },
    open(block: number, parent: Hex, logs: readonly Hex[]): void {
      number.set(block);
      parentHash.set(parent);
      digest.set(logs);
      blockHash.set(block - 1, parent);
      bytesUsed = 0;
      weights.Normal = 0;
      weights.Operational = 0;
      weights.Mandatory = BLOCK_BASE_WEIGHT;
    },
    /** Adds a message of a consensus engine to the block's digest. */
    depositLog: (log: Hex): void => digest.set([...digest.get(), log]),
    digest: () => digest.get(),
    /** Counts weight that no extrinsic brought. */
    weigh(weight: number): void {
      weights.Mandatory += weight;
    },
    /** hash of an earlier block as the runtime knows it: zero for unknown, pruned and current ones */
    hashOf: (block: number): Hex => blockHash.get(block) ?? (`0x${'00'.repeat(32)}` as Hex),
    /** Has this block room for an extrinsic: now, only a block with less in it, or never? */
    room(call: Call, length: number): 'now' | 'later' | 'never' {
      const kind = call.def.class(call.args);
      const weight = EXTRINSIC_BASE_WEIGHT + call.def.weight(call.args);
      const limit = BLOCK_LIMITS[kind];
      if (weight > limit.extrinsicWeight || length > limit.bytes) return 'never';
      const total = weights.Normal + weights.Operational + weights.Mandatory + weight;
      const fits = weights[kind] + weight <= limit.weight && bytesUsed + length <= limit.bytes;
      return fits && (total <= MAX_BLOCK_WEIGHT || weights[kind] + weight <= limit.reserved) ? 'now' : 'later';
    },
    register(call: Call, length: number): void {
      bytesUsed += length;
      weights[call.def.class(call.args)] += EXTRINSIC_BASE_WEIGHT + call.def.weight(call.args);
    },
    /** Result event of an extrinsic; `paysFee` in it stays the announced one, only the weight is corrected. */
    applied(call: Call, outcome: Outcome): void {
      const announced = call.def.weight(call.args);
      const weight = Math.min(outcome.post.weight ?? announced, announced);
      const kind = call.def.class(call.args);
      weights[kind] -= announced - weight;
      const info = {
        weight: BigInt(weight),
        class: kind,
        paysFee: call.def.paysFee ? ('Yes' as const) : ('No' as const),
      };
      if (outcome.ok) emit.ExtrinsicSuccess(info);
      else emit.ExtrinsicFailed(outcome.error, info);
    },
    /** weight used by normal extrinsics so far in this block */
    normalWeight: () => weights.Normal,
    /** Writes the block's events; they must not be added to afterwards. */
    close(records: readonly Hex[]): void {
      const encoded = writerPool((w) => {
        w.compact(records.length);
        for (const record of records) w.hex(record);
        return w.toHex();
      });
      eventBytes.set(encoded);
      // the oldest hash goes when the block is done; that of the genesis stays for ever
      const oldest = number.get() - BLOCK_HASHES_KEPT - 1;
      if (oldest > 0) blockHash.remove(oldest);
      eventCount.set(records.length);
      extrinsicIndex.kill();
      blockWeight.set({
        normal: BigInt(weights.Normal),
        operational: BigInt(weights.Operational),
        mandatory: BigInt(weights.Mandatory),
      });
    },
  };
}

const isEmpty = (d: AccountData) => d.free === 0n && d.reserved === 0n && d.miscFrozen === 0n && d.feeFrozen === 0n;

export { fixed, u8 };
