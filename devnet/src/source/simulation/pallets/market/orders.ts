import { bytes, compact, type Hex, u64 } from '../../../../codec/scale';
import { minOf, perbillOf, perbillRatio, saturatingSub, wrapped } from '../../framework/arithmetic';
import { ensure, ensureSigned } from '../../framework/dispatch';
import type { Runtime } from '../../framework/runtime';
import type { Existence } from '../balance-calls';
import type { MarketContext } from './context';
import { orderFee } from './fees';
import type { Shelf } from './shelf';
import { type FileHead, POTS } from './storage';

const STAKING_PERBILL = 720_000_000n;
const STORAGE_PERBILL = 180_000_000n;

interface Price {
  readonly base: bigint;
  readonly value: bigint;
  readonly tips: bigint;
}

/** Part of all MARKET funds that an account holds, in parts of 10^9. */
function fundsPerbill(rt: Runtime, who: Hex): bigint {
  const { activeFunds } = rt.pallets.benefits.market.get(who);
  const all = rt.pallets.benefits.current.get().totalMarketActiveFunds;
  return activeFunds === 0n ? 0n : perbillRatio(activeFunds, all);
}

/**
 * Pays an order's three legs: reserved (base fee and what is left of the value), staking 72 %, storage 18 % and tips.
 * Returns the storage leg, which is credited to the file. A leg that fails leaves the earlier ones paid.
 */
export function payLegs(
  { rt, rules }: MarketContext,
  from: Hex,
  { base, value, tips }: Price,
  existence: Existence,
): bigint {
  const staking = perbillOf(STAKING_PERBILL, value);
  const storage = perbillOf(STORAGE_PERBILL, value);
  // before August 2021 the base fee is paid whole
  const cheaper = rules.discountsBase ? value + base : value;
  const share = rules.discountPerbill === 0n ? 0n : minOf(fundsPerbill(rt, from), rules.discountPerbill);
  const reserved = saturatingSub(cheaper, staking + storage + perbillOf(share, cheaper)) + (value + base - cheaper);
  const { transfer } = rt.pallets.balances;
  transfer(from, POTS.reserved, reserved, existence);
  transfer(from, POTS.staking, staking, existence);
  const credited = wrapped(128, storage + tips);
  transfer(from, POTS.storage, credited, existence);
  return credited;
}

/** What an order costs its payer at most; the sum of prices and tips is not guarded against its bounds. */
export const totalPrice = ({ base, value, tips }: Price): bigint => wrapped(128, base + value + tips);

/** place_storage_order and add_prepaid. */
export function orderCalls<F extends FileHead>(
  context: MarketContext,
  shelf: Shelf<F>,
  /** settles an ordered file up to now, in specs that do so before they credit another order */
  settle: (cid: Hex) => void,
) {
  const { rt, s, emit, rules } = context;
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
    const file = shelf.rows.get(cid);
    if (file === undefined) {
      shelf.rows.set(cid, shelf.fresh(sizeBytes, amount, now));
      s.keysCount.set(s.keysCount.get() + 1);
      return;
    }
    shelf.rows.set(cid, {
      ...file,
      calculatedAt: file.expiredAt === file.calculatedAt ? now : file.calculatedAt,
      expiredAt: shelf.replicas(file).length === 0 ? 0 : now + rt.profile.fileDurationBlocks,
      amount: file.amount + amount,
    });
  }

  return {
    placeStorageOrder: rt.call(
      'Market',
      'place_storage_order',
      { cid: bytes, reportedFileSize: u64, tips: compact, memo: bytes },
      { weight: rules.orderWeight },
      (origin, { cid, reportedFileSize, tips }) => {
        ensure(s.enableMarket.get(), E.PlaceOrderNotAvailable);
        const who = ensureSigned(origin);
        const stored = shelf.rows.get(cid)?.fileSize;
        ensure(stored === undefined || stored <= reportedFileSize, E.FileSizeNotCorrect);
        const charged = stored ?? reportedFileSize;
        ensure(charged < rules.maximumFileSize, E.FileTooLarge);
        const { base, value } = orderFee(s, charged);
        ensure(rt.pallets.balances.usable(who) >= totalPrice({ base, value, tips }), E.InsufficientCurrency);
        const credited = payLegs(context, who, { base, value, tips }, 'AllowDeath');
        settle(cid);
        credit(cid, charged, credited);
        s.hasNewOrder.set(true);
        s.ordersCount.set(s.ordersCount.get() + 1);
        emit.FileSuccess(who, cid);
      },
    ),
    addPrepaid: rt.call(
      'Market',
      'add_prepaid',
      { cid: bytes, amount: compact },
      { weight: rules.orderWeight },
      (origin, { cid, amount }) => {
        const who = ensureSigned(origin);
        ensure(rt.pallets.balances.usable(who) >= amount, E.InsufficientCurrency);
        const file = shelf.rows.get(cid);
        if (file === undefined) throw E.FileNotExist();
        rt.pallets.balances.transfer(who, POTS.storage, amount, 'AllowDeath');
        shelf.rows.set(cid, { ...file, prepaid: file.prepaid + amount });
        emit.AddPrepaidSuccess(who, cid, amount);
      },
    ),
  };
}
