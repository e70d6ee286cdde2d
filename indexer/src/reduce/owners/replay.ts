import { hasCollateral, PAID_REPLICAS, payAtJoin } from '@moho/protocol/merchant';

/**
 * Payments to owners since spec 17, which no event tells of: the money of files and owners is carried through the block
 * step by step, as the market does it (crust-protocol §3.3, §3.5).
 */
export interface FileMoney {
  amount: bigint;
  prepaid: bigint;
  sizeBytes: bigint;
  /** paid places left; 0 for a file in the map of specs before 17, which pays nobody at a join */
  places: number;
  expiredAt: number;
  /** holder by owner */
  holders: Map<string, string>;
}

export interface OwnerMoney {
  reward: bigint;
  /** active MARKET funds: the collateral */
  active: bigint;
}

export interface Ledgers {
  files: Map<string, FileMoney>;
  owners: Map<string, OwnerMoney>;
  /** owner of a reporter's group, by the reporter */
  groups: Map<string, string>;
}

export interface Replica {
  who: string;
  /** as the service names it; null in a report, where it is the reporter's group at that moment */
  owner: string | null;
}

export type Step =
  | {
      kind: 'replicas';
      cidHex: string;
      sizeBytes: bigint;
      added: Replica[];
      deleted: Replica[];
      extrinsicIndex: number | null;
    }
  | { kind: 'order'; cidHex: string; storage: bigint; sizeBytes: bigint }
  | { kind: 'prepaid'; cidHex: string; amount: bigint }
  | { kind: 'liquidated'; cidHex: string }
  | { kind: 'renewed'; cidHex: string; cost: bigint; storage: bigint }
  | { kind: 'settled'; cidHex: string }
  | { kind: 'cashed'; account: string }
  | { kind: 'group'; who: string; owner: string | null }
  | { kind: 'funds'; account: string; active: bigint };

/** Money credited to an owner's pending reward. */
export interface Credit {
  cidHex: string;
  owner: string;
  /** who reported the replica; null where not known */
  who: string | null;
  amount: bigint;
  /** paid places left after it; null for the money of an illegal file and for settlements before spec 17 */
  placesLeft: number | null;
  isIllegal: boolean;
  extrinsicIndex: number | null;
}

const MAX_REPLICAS = 200;
const NO_MONEY: OwnerMoney = { reward: 0n, active: 0n };

/** Carries the ledgers, which it changes, through the steps. */
export const replay = ({ files, owners, groups }: Ledgers, steps: Step[], block: number): Credit[] => {
  const credits: Credit[] = [];
  // a reporter without a group is its own owner
  const ownerOf = ({ who, owner }: Replica): string => owner ?? groups.get(who) ?? who;

  const pay = (owner: string, amount: bigint): boolean => {
    const money = owners.get(owner) ?? NO_MONEY;
    if (!hasCollateral(money.active, money.reward, amount)) return false;
    owners.set(owner, { ...money, reward: money.reward + amount });
    return true;
  };

  /** False when the reported size closed the file. */
  const fitsOrder = (file: FileMoney, cidHex: string, reported: bigint, who: string, at: number | null): boolean => {
    if (file.holders.size > 0) return true;
    if (reported <= file.sizeBytes) {
      file.sizeBytes = reported;
      return true;
    }
    const owner = groups.get(who);
    const amount = file.amount + file.prepaid;
    if (owner !== undefined && pay(owner, amount))
      credits.push({ cidHex, owner, who, amount, placesLeft: null, isIllegal: true, extrinsicIndex: at });
    files.delete(cidHex);
    return false;
  };

  const join = (file: FileMoney, cidHex: string, replica: Replica, at: number | null): void => {
    const { who } = replica;
    const owner = ownerOf(replica);
    if (file.expiredAt === 0) file.expiredAt = Number.POSITIVE_INFINITY;
    if (file.holders.size >= MAX_REPLICAS || file.holders.has(owner)) return;
    file.holders.set(owner, who);
    if (file.places === 0) return;
    const amount = payAtJoin(file.amount, file.places);
    if (!pay(owner, amount)) return;
    file.amount -= amount;
    file.places -= 1;
    credits.push({ cidHex, owner, who, amount, placesLeft: file.places, isIllegal: false, extrinsicIndex: at });
  };

  const replicas = ({ cidHex, sizeBytes, added, deleted, extrinsicIndex }: Step & { kind: 'replicas' }): void => {
    const file = files.get(cidHex);
    if (!file) return;
    for (const replica of added) {
      if (!fitsOrder(file, cidHex, sizeBytes, replica.who, extrinsicIndex)) return;
      join(file, cidHex, replica, extrinsicIndex);
    }
    for (const replica of deleted) {
      const owner = ownerOf(replica);
      if (file.holders.get(owner) === replica.who) file.holders.delete(owner);
    }
  };

  const order = ({ cidHex, storage, sizeBytes }: Step & { kind: 'order' }): void => {
    const file = files.get(cidHex);
    if (file) {
      file.amount += storage;
      file.expiredAt = file.holders.size === 0 ? 0 : Number.POSITIVE_INFINITY;
      return;
    }
    const fresh = { amount: storage, prepaid: 0n, sizeBytes, places: PAID_REPLICAS, expiredAt: 0 };
    files.set(cidHex, { ...fresh, holders: new Map() });
  };

  const renewed = ({ cidHex, cost, storage }: Step & { kind: 'renewed' }): void => {
    const file = files.get(cidHex);
    if (!file) return;
    file.prepaid -= cost;
    file.amount += storage;
    file.expiredAt = Number.POSITIVE_INFINITY;
    if (file.holders.size > 0) return;
    file.expiredAt = 0;
    file.places = PAID_REPLICAS;
  };

  for (const step of steps) {
    switch (step.kind) {
      case 'replicas':
        replicas(step);
        break;
      case 'order':
        order(step);
        break;
      case 'prepaid': {
        const file = files.get(step.cidHex);
        if (file) file.prepaid += step.amount;
        break;
      }
      case 'liquidated': {
        const file = files.get(step.cidHex);
        if (file) file.amount = 0n;
        break;
      }
      case 'renewed':
        renewed(step);
        break;
      case 'settled': {
        // still expired after its settlement: nothing renewed it, so it was closed
        const file = files.get(step.cidHex);
        if (file && file.expiredAt !== 0 && file.expiredAt <= block) files.delete(step.cidHex);
        break;
      }
      case 'cashed':
        owners.set(step.account, { ...(owners.get(step.account) ?? NO_MONEY), reward: 0n });
        break;
      case 'group':
        if (step.owner === null) groups.delete(step.who);
        else groups.set(step.who, step.owner);
        break;
      case 'funds':
        owners.set(step.account, { ...(owners.get(step.account) ?? NO_MONEY), active: step.active });
        break;
    }
  }
  return credits;
};
