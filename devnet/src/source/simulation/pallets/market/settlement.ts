import type { Hex } from '../../../../codec/scale';
import { minOf, perbillOf, perbillRatio, saturatingSub } from '../../framework/arithmetic';
import { creditMerchant, type MarketContext } from './context';
import { listedShelf, ownedShelf } from './shelf';
import { refreshSpower } from './spower-update';
import { type ListedFile, POTS, REWARD_PERSON, type Replica } from './storage';

/** What calculate_reward does before a file is renewed or closed. */
export interface Settlement {
  /** Pays whoever settles an expired file. */
  liquidate(cid: Hex, who: Hex): void;
  /** Brings the file's row up to this block; also done before each order up to spec 16. */
  refresh(cid: Hex): void;
}

const settledAt = (now: number, expiredAt: number) => Number(minOf(BigInt(now), BigInt(expiredAt)));

/** Specs 3 to 16: replicas earn over time, the settler only long after the expiry. */
export function settlementOfLists(context: MarketContext): Settlement {
  const { rt, s, rules } = context;

  /** One place's earnings since the last settlement; a pico less, so that rounding never overdraws the file. */
  function onePay(file: ListedFile, until: number): bigint {
    const places = BigInt(Math.min(file.replicas.length, REWARD_PERSON));
    const whole = BigInt(file.expiredAt - file.calculatedAt) * places;
    return saturatingSub(perbillOf(perbillRatio(BigInt(until - file.calculatedAt), whole), file.amount), 1n);
  }

  /** Pays the first replicas that report; the silent ones go to the end of the list. */
  function paid(file: ListedFile, until: number): ListedFile {
    const pay = onePay(file, until);
    const places = Math.min(file.replicas.length, REWARD_PERSON);
    const live: Replica[] = [];
    const silent: Replica[] = [];
    let payments = 0;
    for (const replica of file.replicas) {
      if (!rt.pallets.swork.reportedLastSlot(replica.anchor)) {
        silent.push({ ...replica, validAt: rt.block(), isReported: false });
        continue;
      }
      live.push({ ...replica, isReported: true });
      if (payments === places) continue;
      const owner = rt.pallets.swork.groupOwner(replica.who);
      if (owner !== undefined && creditMerchant(rt, owner, pay, rules.collateralTimes)) payments += 1;
    }
    const amount = saturatingSub(file.amount, pay * BigInt(payments));
    return { ...file, amount, reportedReplicaCount: live.length, replicas: [...live, ...silent] };
  }

  return {
    liquidate(cid, who) {
      const file = s.listed.get(cid);
      if (file === undefined) return;
      // 15 days of 180 without a reward, then within 15 more all that is left
      const grace = BigInt(Math.floor(rt.profile.fileDurationBlocks / 12));
      const late = saturatingSub(BigInt(rt.block() - file.expiredAt), grace);
      const reward = late > 0n ? perbillOf(perbillRatio(late, grace), file.amount) : 0n;
      if (reward === 0n) return;
      rt.pallets.balances.transfer(POTS.storage, who, reward, 'KeepAlive');
      s.listed.set(cid, { ...file, amount: saturatingSub(file.amount, reward) });
    },
    refresh(cid) {
      const file = s.listed.get(cid);
      if (file === undefined || file.expiredAt <= file.calculatedAt) return;
      const calculatedAt = settledAt(rt.block(), file.expiredAt);
      const after = file.replicas.length > 0 ? paid(file, calculatedAt) : file;
      s.listed.set(cid, { ...refreshSpower(context, listedShelf(s), after), calculatedAt });
    },
  };
}

/** Past its expiry a file's unspent amount goes to whoever settles it (from spec 17 on). */
function payAll({ rt, s }: MarketContext, cid: Hex, who: Hex): void {
  const file = s.files.get(cid);
  if (file === undefined || rt.block() < file.expiredAt) return;
  rt.pallets.balances.transfer(POTS.storage, who, file.amount, 'KeepAlive');
  s.files.set(cid, { ...file, amount: 0n });
}

/** Specs 17 to 22: a settlement counts which replicas still report, and the file's spower with them. */
export function settlementByRecount(context: MarketContext): Settlement {
  const { rt, s } = context;
  const shelf = ownedShelf(s);
  return {
    liquidate: (cid, who) => payAll(context, cid, who),
    refresh(cid) {
      const file = s.files.get(cid);
      if (file === undefined || file.expiredAt <= file.calculatedAt) return;
      const judged = shelf.withReplicas(file, (replica) =>
        rt.pallets.swork.reportedLastSlot(replica.anchor)
          ? { ...replica, isReported: true }
          : { ...replica, validAt: rt.block(), isReported: false },
      );
      const reportedReplicaCount = shelf.replicas(judged).filter((replica) => replica.isReported).length;
      const calculatedAt = settledAt(rt.block(), file.expiredAt);
      s.files.set(cid, { ...refreshSpower(context, shelf, { ...judged, reportedReplicaCount }), calculatedAt });
    },
  };
}

/** From spec 23 on the spower service keeps the replicas; a settlement only notes when it was. */
export function settlementByService(context: MarketContext): Settlement {
  const { rt, s } = context;
  return {
    liquidate: (cid, who) => payAll(context, cid, who),
    refresh(cid) {
      const file = s.files.get(cid);
      if (file !== undefined) s.files.set(cid, { ...file, calculatedAt: settledAt(rt.block(), file.expiredAt) });
    },
  };
}
