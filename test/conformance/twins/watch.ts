import type { Chain } from '@moho/devnet/source/simulation/chain';
import { type EraBasis, type EraCandidate, eraFeePerbill } from '@moho/protocol/era-recount';
import { totalStakeLimit } from '@moho/protocol/stake-limit';

/** What a recount of an era starts from, gathered from the chain's own storage block by block, without any index. */

type Hex = `0x${string}`;
type Staking = Chain['runtime']['pallets']['staking']['storage'];

export interface JudgedMember {
  owner: Hex;
  /** free + spower of its work report when the sweep came to it */
  workload: bigint;
  counts: boolean;
}

export interface Sweep {
  judged: number;
  limitOfAll: bigint;
  members: ReadonlyMap<Hex, JudgedMember>;
  /** those in Validators when it ended */
  validators: ReadonlySet<Hex>;
}

export interface EraSeen {
  era: number;
  /** block in which its snapshot was taken */
  plannedAtBlock: number;
  sweep: Sweep;
  candidates: Omit<EraCandidate<Hex>, 'guaranteeFeePerbill' | 'authoringPayout' | 'workload'>[];
  /** what each candidate shared at the snapshot, and what it said while the era was active */
  fees: ReadonlyMap<Hex, bigint>;
  saidLater: Map<Hex, bigint[]>;
}

export const workloadsOf = ({ members }: Sweep): Map<Hex, bigint> => {
  const workloads = new Map<Hex, bigint>();
  for (const { owner, workload, counts } of members.values())
    workloads.set(owner, (workloads.get(owner) ?? 0n) + (counts ? workload : 0n));
  return workloads;
};

/** The members as they stand before the sweep visits them: all are taken to count. */
const membersBefore = (chain: Chain): Map<Hex, JudgedMember> => {
  const { identities, workReports } = chain.runtime.pallets.swork.storage;
  const members = new Map<Hex, JudgedMember>();
  for (const [account, { anchor, group }] of identities.entries()) {
    const report = workReports.get(anchor as Hex);
    const workload = report === undefined ? 0n : report.free + report.spower;
    members.set(account, { owner: group ?? account, workload, counts: report !== undefined });
  }
  return members;
};

/** Who was punished is what the sweep left in its deadlines. */
const judgedMembers = (chain: Chain, before: Map<Hex, JudgedMember>, judged: number): Map<Hex, JudgedMember> => {
  const { identities } = chain.runtime.pallets.swork.storage;
  return new Map(
    [...before].map(([account, member]) => {
      const deadline = Number(identities.get(account)?.punishmentDeadline ?? 0n);
      return [account, { ...member, counts: member.counts && judged >= deadline }];
    }),
  );
};

/** Everybody in Validators with what stands behind them, and the fee each says, as the storage is now. */
export const stakesNow = ({ validators, bonded, ledger, guarantors, stakeLimit }: Staking) => {
  const votes = new Map<Hex, { who: Hex; value: bigint }[]>();
  for (const [who, { targets }] of guarantors.entries())
    for (const { who: target, value } of targets) votes.set(target, [...(votes.get(target) ?? []), { who, value }]);
  const fees = new Map<Hex, bigint>();
  const candidates = validators.entries().map(([stash, prefs]) => {
    fees.set(stash, BigInt(prefs.feePerbill));
    const controller = bonded.get(stash);
    const own = (controller === undefined ? undefined : ledger.get(controller))?.active ?? 0n;
    return { stash, own, votes: votes.get(stash) ?? [], stakeLimit: stakeLimit.get(stash) ?? 0n };
  });
  return { candidates, fees };
};

/** Makes the chain's next blocks up to `last`, and tells of each era that ends what it was made of. */
export const watchEras = (chain: Chain, last: number, ended: (seen: EraSeen) => void): void => {
  const { profile } = chain.runtime;
  const eras = new Map<number, EraSeen>();
  let sweep: Sweep | null = null;
  let visited: Map<Hex, JudgedMember> | null = null;
  while (chain.head() < last) {
    const block = chain.head() + 1;
    const { staking, swork, balances } = chain.runtime.pallets;
    const { storage } = staking;
    const judged = Number(swork.storage.currentReportSlot.get());
    const limitOfAll = totalStakeLimit(
      balances.totalIssuance(),
      storage.erasTotalStakes.get(storage.activeEra.get()?.index ?? 0),
    );
    const startsSweep = block % profile.slotBlocks === profile.sweepOffset;
    const before = startsSweep ? membersBefore(chain) : null;
    const stakes = stakesNow(storage);
    const validators = new Set(storage.validators.keys());
    const currentEra = storage.currentEra.get();
    chain.produce();
    if (before !== null) visited = judgedMembers(chain, before, judged);
    const active = eras.get(chain.runtime.pallets.staking.storage.activeEra.get()?.index ?? 0);
    for (const { name, args } of chain.runtime.events.records) {
      if (name !== 'ValidateSuccess' || active === undefined) continue;
      const [controller, { feePerbill }] = args as unknown as [Hex, { feePerbill: number }];
      const stash = chain.runtime.pallets.staking.storage.ledger.get(controller)?.stash;
      if (stash === undefined) throw new Error(`${controller} validates without a ledger`);
      active.saidLater.set(stash, [...(active.saidLater.get(stash) ?? []), BigInt(feePerbill)]);
    }
    const { records } = chain.runtime.events;
    const sweepEnded = records.some(({ name }) => name === 'UpdateStakeLimitSuccess');
    if (sweepEnded && visited !== null) sweep = { judged, limitOfAll, members: visited, validators };
    for (const { args } of records.filter(({ name }) => name === 'EraReward')) {
      const seen = eras.get(args[0] as number);
      if (seen !== undefined) ended(seen);
    }
    const era = storage.currentEra.get();
    if (era === undefined || era === currentEra || sweep === null) continue;
    const limits = chain.runtime.pallets.staking.storage.stakeLimit;
    const candidates = stakes.candidates.map((one) => ({ ...one, stakeLimit: limits.get(one.stash) ?? 0n }));
    eras.set(era, { era, plannedAtBlock: block, sweep, candidates, fees: stakes.fees, saidLater: new Map() });
  }
};

/** The basis of an era that has ended. */
export const basisOf = (chain: Chain, { era, sweep, candidates, fees, saidLater }: EraSeen): EraBasis<Hex> => {
  const { erasStakingPayout, erasAuthoringPayout } = chain.runtime.pallets.staking.storage;
  const workloads = workloadsOf(sweep);
  const stakingPayout = erasStakingPayout.get(era);
  if (stakingPayout === undefined) throw new Error(`era ${era} has not ended`);
  return {
    totalWorkload: [...workloads.values()].reduce((sum, one) => sum + one, 0n),
    limitOfAll: sweep.limitOfAll,
    stakingPayout,
    candidates: candidates.map((one) => ({
      ...one,
      workload: sweep.validators.has(one.stash) ? (workloads.get(one.stash) ?? 0n) : null,
      guaranteeFeePerbill: eraFeePerbill(fees.get(one.stash) ?? 0n, saidLater.get(one.stash) ?? []),
      authoringPayout: erasAuthoringPayout.get(era, one.stash) ?? null,
    })),
  };
};
