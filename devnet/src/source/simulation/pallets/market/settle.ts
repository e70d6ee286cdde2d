import { bytes, type Hex } from '../../../../codec/scale';
import { minOf } from '../../framework/arithmetic';
import { ensure, ensureSigned } from '../../framework/dispatch';
import type { Runtime } from '../../framework/runtime';
import { orderFee } from './fees';
import type { MarketEvents } from './market';
import { payLegs } from './orders';
import { spowerOf } from './spower';
import { type FileInfo, type MarketStorage, POTS, REWARD_PERSON } from './storage';

/** calculate_reward (settle, renew or close a file) and reward_merchant. */
export function settleCalls(rt: Runtime, s: MarketStorage, emit: MarketEvents) {
  const E = rt.errors('Market', 'NotInRewardPeriod', 'NotEnoughReward');

  /** Past its expiry a file's unspent amount goes to whoever settles it. */
  function rewardLiquidator(cid: Hex, file: FileInfo, who: Hex): void {
    const now = rt.block();
    const due = now >= file.expiredAt;
    if (due) rt.pallets.balances.transfer(POTS.storage, who, file.amount, 'KeepAlive');
    s.files.set(cid, {
      ...file,
      amount: due ? 0n : file.amount,
      calculatedAt: Number(minOf(BigInt(now), BigInt(file.expiredAt))),
    });
  }

  function tryRenew(cid: Hex, who: Hex): void {
    const file = s.files.get(cid);
    if (file === undefined || file.expiredAt !== file.calculatedAt) return;
    const { base, value } = orderFee(s, file.fileSize);
    if (file.prepaid < base + value) return;
    const credited = payLegs(rt, POTS.storage, value, base, 0n, 'KeepAlive');
    const now = rt.block();
    const empty = file.replicas.size === 0;
    s.files.set(cid, {
      ...file,
      prepaid: file.prepaid - base - value,
      amount: file.amount + credited,
      expiredAt: empty ? 0 : now + rt.profile.fileDurationBlocks,
      calculatedAt: now,
      remainingPaidCount: empty ? REWARD_PERSON : file.remainingPaidCount,
    });
    s.hasNewOrder.set(true);
    emit.RenewFileSuccess(who, cid);
  }

  function tryClose(cid: Hex): void {
    const file = s.files.get(cid);
    if (file === undefined || file.expiredAt > rt.block() || file.expiredAt !== file.calculatedAt) return;
    rt.pallets.balances.transfer(POTS.storage, POTS.reserved, file.amount + file.prepaid, 'KeepAlive');
    // back to the plain size: what a replica counts once nobody stands behind the file
    const plain = spowerOf(file.fileSize, 0);
    for (const { anchor, createdAt } of file.replicas.values()) {
      rt.pallets.swork.changeSpower(anchor, plain - (createdAt === null ? file.spower : file.fileSize));
    }
    s.files.remove(cid);
    s.keysCount.set(Math.max(0, s.keysCount.get() - 1));
    emit.FileClosed(cid);
  }

  return {
    calculateReward: rt.call(
      'Market',
      'calculate_reward',
      { cid: bytes },
      { weight: 2_647_000_000 },
      (origin, { cid }) => {
        const who = ensureSigned(origin);
        const file = s.files.get(cid);
        if (file === undefined) return;
        ensure(file.expiredAt !== 0, E.NotInRewardPeriod);
        rewardLiquidator(cid, file, who);
        tryRenew(cid, who);
        tryClose(cid);
        emit.CalculateSuccess(cid);
      },
    ),
    rewardMerchant: rt.call('Market', 'reward_merchant', {}, { weight: 896_000_000 }, (origin) => {
      const merchant = ensureSigned(origin);
      const { reward } = rt.pallets.benefits.collateralAndReward(merchant);
      ensure(reward > 0n, E.NotEnoughReward);
      rt.pallets.balances.transfer(POTS.storage, merchant, reward, 'KeepAlive');
      rt.pallets.benefits.setFileReward(merchant, 0n);
      emit.RewardMerchantSuccess(merchant);
    }),
  };
}

/** Credits income to a merchant whose collateral covers what it has not yet cashed; false when it does not. */
export function creditMerchant(rt: Runtime, owner: Hex, amount: bigint): boolean {
  const { collateral, reward } = rt.pallets.benefits.collateralAndReward(owner);
  if (reward + amount > collateral) return false;
  rt.pallets.benefits.setFileReward(owner, reward + amount);
  return true;
}
