import { bytes, compact, type Hex, u64 } from '../../../../../codec/scale';
import { wrapped } from '../../../framework/arithmetic';
import { ensure, ensureSigned, type Origin } from '../../../framework/dispatch';
import { lockId } from '../../balance-locks';
import { orderFee } from '../fees';
import { payLegs, totalPrice } from '../orders';
import { POTS } from '../storage';
import type { FirstContext } from './context';
import type { UsedPart } from './used';

export const FREE_ORDER_LOCK = lockId('marklock');

/** Orders of the first market; some accounts order for nothing, out of a pot of their own. */
export function firstOrders(context: FirstContext, used: UsedPart, settle: (cid: Hex) => void) {
  const { rt, s, f, emit, rules } = context;
  const E = rt.errors(
    'Market',
    'InsufficientCurrency',
    'FileSizeNotCorrect',
    'FileNotExist',
    'FileTooLarge',
    'PlaceOrderNotAvailable',
    'InvalidTip',
  );

  /** Uses up one of the account's free orders, if it has any. */
  function takeFreeOrder(who: Hex): boolean {
    const left = f.freeAccounts.get(who);
    if (left === undefined) return false;
    if (left > 1) f.freeAccounts.set(who, left - 1);
    else {
      rt.pallets.balances.removeLock(who, FREE_ORDER_LOCK);
      f.freeAccounts.remove(who);
    }
    return true;
  }

  function credit(cid: Hex, fileSize: bigint, amount: bigint): void {
    const now = rt.block();
    const file = f.files.get(cid);
    if (file === undefined) {
      used.recover(cid);
      const head = { fileSize, expiredOn: 0, calculatedAt: now, amount, prepaid: 0n, reportedReplicaCount: 0 };
      f.files.set(cid, { ...head, replicas: [], used: { usedSize: 0n, reportedGroupCount: 0, groups: new Map() } });
      s.keysCount.set(s.keysCount.get() + 1);
      return;
    }
    const paid = { ...file, amount: file.amount + amount };
    const { expiredOn, calculatedAt, replicas } = file;
    const period = rt.profile.fileDurationBlocks;
    if (expiredOn > calculatedAt) f.files.set(cid, { ...paid, expiredOn: now + period });
    else if (expiredOn < calculatedAt) f.files.set(cid, paid);
    else if (replicas.length > 0) f.files.set(cid, { ...paid, expiredOn: expiredOn + period });
    else f.files.set(cid, { ...paid, expiredOn: 0, calculatedAt: now });
  }

  interface Order {
    readonly cid: Hex;
    readonly reportedFileSize: bigint;
    readonly tips: bigint;
  }
  function place(origin: Origin, { cid, reportedFileSize, tips }: Order): void {
    ensure(s.enableMarket.get(), E.PlaceOrderNotAvailable);
    const who = ensureSigned(origin);
    const stored = f.files.get(cid)?.fileSize;
    ensure(stored === undefined || stored <= reportedFileSize, E.FileSizeNotCorrect);
    const charged = stored ?? reportedFileSize;
    ensure(charged < rules.maximumFileSize, E.FileTooLarge);
    const free = takeFreeOrder(who);
    ensure(!free || tips === 0n, E.InvalidTip);
    const payer = free ? POTS.free : who;
    const { base, value } = orderFee(s, charged);
    ensure(rt.pallets.balances.usable(payer) >= totalPrice({ base, value, tips }), E.InsufficientCurrency);
    const price = { base: 0n, value: wrapped(128, base + value), tips };
    const credited = payLegs(context, payer, price, 'AllowDeath');
    settle(cid);
    credit(cid, charged, credited);
    s.hasNewOrder.set(true);
    emit.FileSuccess(who, cid);
  }

  const order = { cid: bytes, reportedFileSize: u64, tips: compact };
  const weight = { weight: rules.orderWeight };
  const plain = rt.call('Market', 'place_storage_order', order, weight, place);
  const withMemo = rt.call('Market', 'place_storage_order_with_memo', { ...order, memo: bytes }, weight, place);
  return {
    placeStorageOrder: (args: Order & { readonly memo: Hex }) => (args.memo === '0x' ? plain(args) : withMemo(args)),
    addPrepaid: rt.call('Market', 'add_prepaid', { cid: bytes, amount: compact }, weight, (origin, { cid, amount }) => {
      const who = ensureSigned(origin);
      ensure(rt.pallets.balances.usable(who) >= amount, E.InsufficientCurrency);
      const file = f.files.get(cid);
      if (file === undefined) throw E.FileNotExist();
      rt.pallets.balances.transfer(who, POTS.storage, amount, 'AllowDeath');
      f.files.set(cid, { ...file, prepaid: file.prepaid + amount });
      emit.AddPrepaidSuccess(who, cid, amount);
    }),
  };
}
