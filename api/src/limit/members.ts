import type { IdentityVersion, MemberAtSweep, SweepStatus } from '@moho/protocol';
import { hexToBytes } from '@moho/protocol/base';
import { countsWorkload, unpackRoster, type Verdict, workloadAt } from '@moho/protocol/verdicts';
import type { Facts, SweepFact, SweepFacts } from './facts';

/** Work reports serve those a sweep did not get to; without them these have no workload. */
type MemberFacts = SweepFacts & Partial<Pick<Facts, 'report'>>;

/** A member as a sweep saw it, and the block whose beginning it was read at. */
export interface SeenMember extends MemberAtSweep {
  readAt: number;
}

const statusOf = (verdict: Verdict): SweepStatus =>
  verdict === 'N' ? 'NO_REPORT' : countsWorkload(verdict) ? 'COUNTED' : 'PUNISHED';

const holds = ({ from, to }: { from: number; to: number | null }, block: number): boolean =>
  from <= block && (to === null || block < to);

/** Members the sweep visited, by account; and all accounts it visited, under whatever owner. */
const visitedMembers = (facts: MemberFacts, { isAfter }: SweepFact, owner: string) => {
  const byNumber = new Map(facts.number.map((each) => [each.number, each]));
  const members = new Map<string, SeenMember>();
  const visited = new Set<string>();
  for (const batch of facts.batch) {
    if (batch.isAfter !== isAfter) continue;
    const workloads = hexToBytes(`0x${batch.workloads}`);
    unpackRoster(hexToBytes(`0x${batch.reporters}`)).forEach((number, place) => {
      const who = byNumber.get(number);
      if (who === undefined) return;
      visited.add(who.account);
      if (who.owner !== owner) return;
      const { free, spower } = workloadAt(workloads, place);
      members.set(who.account, {
        account: who.account,
        anchor: who.anchor ?? '',
        status: statusOf(batch.verdicts[place] as Verdict),
        freeBytes: free,
        spowerBytes: spower,
        readAt: batch.block,
      });
    });
  }
  return { members, visited };
};

/** An identity of the owner that the sweep did not get to, as it stood when the sweep ended. */
const missedMember = (
  facts: MemberFacts,
  identity: IdentityVersion & { account: string },
  endBlock: number,
): SeenMember => {
  const { account, anchor } = identity;
  const report = facts.report?.find((each) => each.anchor === anchor && holds(each, endBlock - 1));
  return {
    account,
    anchor,
    status: report === undefined ? 'NO_REPORT' : 'NOT_VISITED',
    freeBytes: BigInt(report?.free ?? 0),
    spowerBytes: BigInt(report?.spower ?? 0),
    readAt: endBlock,
  };
};

/** Everybody who belonged to the owner when the sweep came by, or would have come by, by account. */
export const membersAt = (facts: MemberFacts, sweep: SweepFact | undefined, owner: string): Map<string, SeenMember> => {
  if (sweep === undefined) return new Map();
  const { members, visited } = visitedMembers(facts, sweep, owner);
  for (const identity of facts.identity) {
    if (identity.owner !== owner || visited.has(identity.account) || !holds(identity, sweep.endBlock - 1)) continue;
    members.set(identity.account, missedMember(facts, identity, sweep.endBlock));
  }
  return members;
};
