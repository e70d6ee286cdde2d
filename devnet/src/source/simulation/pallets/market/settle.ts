import { bytes, type Hex } from '../../../../codec/scale';
import { perbillOf } from '../../framework/arithmetic';
import { ensure, ensureSigned } from '../../framework/dispatch';
import type { MarketContext } from './context';
import { orderFee } from './fees';
import { payLegs } from './orders';
import type { Settlement } from './settlement';
import type { Shelf } from './shelf';
import { dropSpower } from './spower-update';
import { type FileHead, POTS } from './storage';

/** calculate_reward (settle, renew or close a file) and reward_merchant. */
export function settleCalls<F extends FileHead>(context: MarketContext, shelf: Shelf<F>, settlement: Settlement) {
  const { rt, s, emit, rules } = context;
  const E = rt.errors('Market', 'NotInRewardPeriod', 'NotEnoughReward');

  function tryRenew(cid: Hex, who: Hex): void {
    const file = shelf.rows.get(cid);
    if (file === undefined || file.expiredAt !== file.calculatedAt) return;
    const { base, value } = orderFee(s, file.fileSize);
    const reward = perbillOf(rules.renewRewardPerbill, base + value);
    const price = base + value + reward;
    if (file.prepaid < price) return;
    rt.pallets.balances.transfer(POTS.storage, who, reward, 'KeepAlive');
    const credited = payLegs(context, POTS.storage, { base, value, tips: 0n }, 'KeepAlive');
    const now = rt.block();
    const empty = shelf.replicas(file).length === 0;
    const renewed = { ...file, prepaid: file.prepaid - price, amount: file.amount + credited, calculatedAt: now };
    shelf.rows.set(
      cid,
      empty
        ? shelf.reopened({ ...renewed, expiredAt: 0 })
        : { ...renewed, expiredAt: now + rt.profile.fileDurationBlocks },
    );
    s.hasNewOrder.set(true);
    emit.RenewFileSuccess(who, cid);
  }

  function tryClose(cid: Hex): void {
    const file = shelf.rows.get(cid);
    if (file === undefined || file.expiredAt > rt.block() || file.expiredAt !== file.calculatedAt) return;
    rt.pallets.balances.transfer(POTS.storage, POTS.reserved, file.amount + file.prepaid, 'KeepAlive');
    dropSpower(context, shelf, file);
    shelf.rows.remove(cid);
    s.keysCount.set(Math.max(0, s.keysCount.get() - 1));
    if (rules.announcesClose) emit.FileClosed(cid);
  }

  return {
    calculateReward: rt.call(
      'Market',
      'calculate_reward',
      { cid: bytes },
      { weight: rules.settleWeight },
      (origin, { cid }) => {
        const who = ensureSigned(origin);
        const file = shelf.rows.get(cid);
        if (file === undefined) return;
        ensure(file.expiredAt !== 0, E.NotInRewardPeriod);
        settlement.liquidate(cid, who);
        settlement.refresh(cid);
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
