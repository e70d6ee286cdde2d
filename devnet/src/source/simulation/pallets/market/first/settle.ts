import { bytes, type Hex } from '../../../../../codec/scale';
import { perbillOf, perbillRatio, saturatingSub } from '../../../framework/arithmetic';
import { ensure, ensureSigned } from '../../../framework/dispatch';
import { orderFee } from '../fees';
import { payLegs } from '../orders';
import { POTS, REWARD_PERSON } from '../storage';
import { creditOwner, type FirstContext } from './context';
import type { FirstFile } from './storage';
import type { UsedPart } from './used';

/** Settling, renewing and closing the files of the first market. */
export function firstSettlement(context: FirstContext, used: UsedPart) {
  const { rt, s, f, emit, rules } = context;
  const E = rt.errors('Market', 'NotInRewardPeriod');

  function onePay({ replicas, calculatedAt, expiredOn, amount }: FirstFile, until: number): bigint {
    const places = BigInt(Math.min(replicas.length, REWARD_PERSON));
    const share = perbillRatio(BigInt(until - calculatedAt), BigInt(expiredOn - calculatedAt) * places);
    return saturatingSub(perbillOf(share, amount), 1n);
  }

  /** Pays the first replicas that report and count for their group; the silent ones go to the end of the list. */
  function paid(file: FirstFile, until: number): FirstFile {
    const pay = onePay(file, until);
    const places = Math.min(file.replicas.length, REWARD_PERSON);
    const live: FirstFile['replicas'][number][] = [];
    const silent: FirstFile['replicas'][number][] = [];
    let payments = 0;
    for (const replica of file.replicas) {
      if (!rt.pallets.swork.reportedLastSlot(replica.anchor)) {
        silent.push({ ...replica, validAt: rt.block(), isReported: false });
        continue;
      }
      live.push({ ...replica, isReported: true });
      if (payments === places || !file.used.groups.has(replica.anchor)) continue;
      if (creditOwner(context, replica.who, pay)) payments += 1;
    }
    const amount = saturatingSub(file.amount, pay * BigInt(payments));
    return { ...file, amount, reportedReplicaCount: live.length, replicas: [...live, ...silent] };
  }

  function settle(cid: Hex): void {
    const file = f.files.get(cid);
    if (file === undefined || file.expiredOn <= file.calculatedAt) return;
    const groups = new Map(
      [...file.used.groups.keys()].map((anchor) => [anchor, rt.pallets.swork.reportedLastSlot(anchor)]),
    );
    const reportedGroupCount = [...groups.values()].filter(Boolean).length;
    const counted = { ...file, used: used.refresh(file.fileSize, { ...file.used, groups, reportedGroupCount }) };
    const calculatedAt = Math.min(rt.block(), file.expiredOn);
    f.files.set(cid, { ...(file.replicas.length > 0 ? paid(counted, calculatedAt) : counted), calculatedAt });
  }

  /** 15 days after the expiry without a reward, then within 15 more all that is left */
  function liquidate(cid: Hex, who: Hex): void {
    const file = f.files.get(cid);
    if (file === undefined) return;
    const grace = BigInt(Math.floor(rt.profile.fileDurationBlocks / 12));
    const late = saturatingSub(BigInt(rt.block() - file.expiredOn), grace);
    const reward = late > 0n ? perbillOf(perbillRatio(late, grace), file.amount) : 0n;
    if (reward === 0n) return;
    rt.pallets.balances.transfer(POTS.storage, who, reward, 'KeepAlive');
    f.files.set(cid, { ...file, amount: saturatingSub(file.amount, reward) });
  }

  /** At any time, from the prepaid amount, without the fee for another file; paid periods stack. */
  function tryRenew(cid: Hex, who: Hex): void {
    const file = f.files.get(cid);
    if (file === undefined) return;
    const { base, value } = orderFee(s, file.fileSize);
    const price = base + value - s.keysFee.get();
    const reward = perbillOf(rules.renewRewardPerbill, price);
    if (file.prepaid < price + reward) return;
    rt.pallets.balances.transfer(POTS.storage, who, reward, 'KeepAlive');
    const credited = payLegs(context, POTS.storage, { base: 0n, value: price, tips: 0n }, 'KeepAlive');
    const renewed = { ...file, prepaid: file.prepaid - price - reward, amount: file.amount + credited };
    f.files.set(
      cid,
      file.replicas.length === 0
        ? { ...renewed, expiredOn: 0, calculatedAt: rt.block() }
        : { ...renewed, expiredOn: file.expiredOn + rt.profile.fileDurationBlocks },
    );
    s.hasNewOrder.set(true);
    emit.RenewFileSuccess(who, cid);
  }

  function tryClose(cid: Hex): void {
    const file = f.files.get(cid);
    if (file === undefined || file.expiredOn > rt.block() || file.expiredOn !== file.calculatedAt) return;
    rt.pallets.balances.transfer(POTS.storage, POTS.reserved, file.amount + file.prepaid, 'KeepAlive');
    used.discard(cid, file.fileSize, file.used);
  }

  return {
    settle,
    calculateReward: rt.call(
      'Market',
      'calculate_reward',
      { cid: bytes },
      { weight: rules.settleWeight },
      (origin, { cid }) => {
        const who = ensureSigned(origin);
        const file = f.files.get(cid);
        if (file === undefined) return;
        ensure(file.expiredOn !== 0, E.NotInRewardPeriod);
        liquidate(cid, who);
        settle(cid);
        tryRenew(cid, who);
        tryClose(cid);
        emit.CalculateSuccess(cid);
      },
    ),
  };
}
