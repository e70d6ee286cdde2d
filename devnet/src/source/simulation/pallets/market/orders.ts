import { bytes, compact, type Hex, u64 } from '../../../../codec/scale';
import { perbillOf, saturatingSub } from '../../framework/arithmetic';
import { ensure, ensureSigned } from '../../framework/dispatch';
import type { Runtime } from '../../framework/runtime';
import type { Existence } from '../balances';
import { orderFee } from './fees';
import type { MarketEvents } from './market';
import { type MarketStorage, POTS, REWARD_PERSON } from './storage';

const STAKING_PERBILL = 720_000_000n;
const STORAGE_PERBILL = 180_000_000n;
/** 8 GiB, itself excluded */
const MAXIMUM_FILE_SIZE = 8_589_934_592n;

/**
 * Pays an order's three legs: reserved (base fee and what is left of the value), staking 72 %, storage 18 % and tips.
 * Returns the storage leg, which is credited to the file. A leg that fails leaves the earlier ones paid.
 */
export function payLegs(
  rt: Runtime,
  from: Hex,
  value: bigint,
  base: bigint,
  tips: bigint,
  existence: Existence,
): bigint {
  const staking = perbillOf(STAKING_PERBILL, value);
  const storage = perbillOf(STORAGE_PERBILL, value);
  const reserved = saturatingSub(value + base, staking + storage);
  const { transfer } = rt.pallets.balances;
  transfer(from, POTS.reserved, reserved, existence);
  transfer(from, POTS.staking, staking, existence);
  transfer(from, POTS.storage, storage + tips, existence);
  return storage + tips;
}

/** place_storage_order and add_prepaid. */
export function orderCalls(rt: Runtime, s: MarketStorage, emit: MarketEvents) {
  const E = rt.errors(
    'Market',
    'InsufficientCurrency',
    'FileSizeNotCorrect',
    'FileTooLarge',
    'PlaceOrderNotAvailable',
    'FileNotExist',
  );

  function credit(cid: Hex, sizeBytes: bigint, amount: bigint): void {
    const now = rt.block();
    const file = s.files.get(cid);
    if (file === undefined) {
      s.files.set(cid, {
        fileSize: sizeBytes,
        spower: 0n,
        expiredAt: 0,
        calculatedAt: now,
        amount,
        prepaid: 0n,
        reportedReplicaCount: 0,
        remainingPaidCount: REWARD_PERSON,
        replicas: new Map(),
      });
      s.keysCount.set(s.keysCount.get() + 1);
      return;
    }
    s.files.set(cid, {
      ...file,
      calculatedAt: file.expiredAt === file.calculatedAt ? now : file.calculatedAt,
      expiredAt: file.replicas.size === 0 ? 0 : now + rt.profile.fileDurationBlocks,
      amount: file.amount + amount,
    });
  }

  return {
    placeStorageOrder: rt.call(
      'Market',
      'place_storage_order',
      { cid: bytes, reportedFileSize: u64, tips: compact, memo: bytes },
      { weight: 2_019_000_000 },
      (origin, { cid, reportedFileSize, tips }) => {
        ensure(s.enableMarket.get(), E.PlaceOrderNotAvailable);
        const who = ensureSigned(origin);
        const stored = s.files.get(cid)?.fileSize;
        ensure(stored === undefined || stored <= reportedFileSize, E.FileSizeNotCorrect);
        const charged = stored ?? reportedFileSize;
        ensure(charged < MAXIMUM_FILE_SIZE, E.FileTooLarge);
        const { base, value } = orderFee(s, charged);
        ensure(rt.pallets.balances.usable(who) >= base + value + tips, E.InsufficientCurrency);
        credit(cid, charged, payLegs(rt, who, value, base, tips, 'AllowDeath'));
        s.hasNewOrder.set(true);
        s.ordersCount.set(s.ordersCount.get() + 1);
        emit.FileSuccess(who, cid);
      },
    ),
    addPrepaid: rt.call(
      'Market',
      'add_prepaid',
      { cid: bytes, amount: compact },
      { weight: 2_019_000_000 },
      (origin, { cid, amount }) => {
        const who = ensureSigned(origin);
        ensure(rt.pallets.balances.usable(who) >= amount, E.InsufficientCurrency);
        const file = s.files.get(cid);
        if (file === undefined) throw E.FileNotExist();
        rt.pallets.balances.transfer(who, POTS.storage, amount, 'AllowDeath');
        s.files.set(cid, { ...file, prepaid: file.prepaid + amount });
        emit.AddPrepaidSuccess(who, cid, amount);
      },
    ),
  };
}
