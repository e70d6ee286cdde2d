import { rngOf } from '@moho/devnet/source/simulation/framework/rng';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import { countEra, type EraBasis, payoutOf, withWorkload } from '@moho/protocol/era-recount';
import { type MissCost, missCost, missesBehind } from '@moho/protocol/miss-cost';
import { type Crowd, chainOf, claimed } from './chain';
import { basisOf, type EraSeen, watchEras } from './watch';
import { type SentReport, withholding } from './withhold';

/**
 * Two chains of one seed: on the first one work report is withheld, on the second nothing. Whatever the first one's rows
 * say the miss cost must be what the second one pays more.
 */

type Hex = `0x${string}`;

export interface TwinMiss extends SentReport {
  account: Hex;
}

/** One era of one of the two chains, when it has just ended. */
interface EndedEra {
  seen: EraSeen;
  basis: EraBasis<Hex>;
  /** what a claim pays, by candidate and by who is paid */
  rewards: Map<Hex, Map<Hex, bigint>>;
}

interface Twin {
  eras: Map<number, EndedEra>;
  sent: SentReport[];
}

const twinChain = (crowd: Crowd, seed: number, last: number, isWithheld: (report: SentReport) => boolean): Twin => {
  const sent: SentReport[] = [];
  const chain = chainOf(crowd, seed, (economy) => withholding(economy, isWithheld, (report) => sent.push(report)));
  const eras = new Map<number, EndedEra>();
  watchEras(chain, last, (seen) => {
    const basis = basisOf(chain, seen);
    const rewards = new Map(basis.candidates.map(({ stash }) => [stash, claimed(chain, stash, seen.era)]));
    eras.set(seen.era, { seen, basis, rewards });
  });
  return { eras, sent };
};

/** One era that the miss reached, on both chains. */
export interface TwinEra {
  seed: number;
  miss: TwinMiss;
  era: number;
  owner: Hex;
  /** the slot judged before the snapshot, and the missed slots that count in it */
  judged: number;
  behind: number[];
  told: MissCost<Hex>;
  /** how many guaranteed for the owner at the snapshot */
  votes: number;
  /** what claims paid without the miss and with it */
  without: Map<Hex, Map<Hex, bigint>>;
  withIt: Map<Hex, Map<Hex, bigint>>;
  /** the same, as counted from the chain with the miss alone, and the pool and the authors' parts of the other */
  toldWithout: Map<Hex, Map<Hex, bigint>>;
  toldWithIt: Map<Hex, Map<Hex, bigint>>;
  /** everything the two eras were made of is the same, but for this member */
  sameBasis: boolean;
  /** they also had the same pool, and the owner made as many blocks */
  samePay: boolean;
}

const rewardsOf = (basis: EraBasis<Hex>): Map<Hex, Map<Hex, bigint>> => {
  const era = countEra(basis);
  return new Map(
    basis.candidates.map(({ stash }) => {
      const { guarantors, validator } = payoutOf(era, stash);
      return [stash, new Map([...guarantors.map(({ who, amount }) => [who, amount] as const), [stash, validator]])];
    }),
  );
};

/** The basis with what the other chain's era had to pay. */
const paidLike = (basis: EraBasis<Hex>, other: EraBasis<Hex>): EraBasis<Hex> => {
  const authored = new Map(other.candidates.map(({ stash, authoringPayout }) => [stash, authoringPayout]));
  return {
    ...basis,
    stakingPayout: other.stakingPayout,
    candidates: basis.candidates.map((one) => ({ ...one, authoringPayout: authored.get(one.stash) ?? null })),
  };
};

const text = (value: unknown): string =>
  JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? String(one) : one));

/** What the chain without the miss must be like, before anything is paid: limits follow from workloads. */
const before = (basis: EraBasis<Hex>): string =>
  text({
    ...basis,
    stakingPayout: null,
    candidates: basis.candidates.map((one) => ({ ...one, stakeLimit: null, authoringPayout: null })),
  });

const compared = (seed: number, miss: TwinMiss, era: number, a: EndedEra, b: EndedEra): TwinEra | null => {
  const member = a.seen.sweep.members.get(miss.account);
  const twin = b.seen.sweep.members.get(miss.account);
  if (member === undefined || member.counts || twin?.counts !== true) return null;
  const { owner, workload } = member;
  const restored = withWorkload(a.basis, owner, (w) => w + workload);
  const authored = (basis: EraBasis<Hex>) => basis.candidates.find(({ stash }) => stash === owner)?.authoringPayout;
  return {
    seed,
    miss,
    era,
    owner,
    judged: a.seen.sweep.judged,
    behind: missesBehind(a.seen.sweep.judged, [miss.slot], DEVNET_PROFILE),
    told: missCost(a.basis, owner, workload),
    votes: a.basis.candidates.find(({ stash }) => stash === owner)?.votes.length ?? 0,
    without: b.rewards,
    withIt: a.rewards,
    toldWithout: rewardsOf(paidLike(restored, b.basis)),
    toldWithIt: rewardsOf(a.basis),
    sameBasis: before(restored) === before(b.basis),
    samePay: a.basis.stakingPayout === b.basis.stakingPayout && authored(a.basis) === authored(b.basis),
  };
};

/** Draws from a list without repeating, by the seed alone. */
const drawn = <T>(list: readonly T[], count: number, seed: number): T[] => {
  const rng = rngOf(`${seed}/withheld`);
  const left = [...list];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(rng.below(left.length), 1)[0] as T);
};

/** Whether an era of the chain without misses would bring its owner less if this report were missing. */
const isFelt = ({ eras }: Twin, { account, slot }: SentReport): boolean =>
  [...eras.values()].some(({ seen: { sweep }, basis }) => {
    const member = sweep.members.get(account as Hex);
    if (member === undefined || missesBehind(sweep.judged, [slot], DEVNET_PROFILE).length === 0) return false;
    const short = withWorkload(basis, member.owner, (workload) => workload - member.workload);
    return member.counts && missCost(short, member.owner, member.workload).ownerLoss > 0n;
  });

/**
 * Plays one chain without a miss and `misses` twins of it, each with another report withheld: one that names no files, so
 * that the files of the network stay as they are, and one that is felt: many groups store far more than their stakes.
 */
export const playTwins = (crowd: Crowd, seed: number, misses: number, last: number): TwinEra[] => {
  const whole = twinChain(crowd, seed, last, () => false);
  const choices = whole.sent.filter((report) => !report.namesFiles && isFelt(whole, report));
  return drawn(choices, misses, seed).flatMap((miss) => {
    const { account, slot } = miss;
    const short = twinChain(crowd, seed, last, (report) => report.account === account && report.slot === slot);
    return [...short.eras].flatMap(([era, ended]) => {
      const twin = whole.eras.get(era);
      const one = twin && compared(seed, miss as TwinMiss, era, ended, twin);
      return one ? [one] : [];
    });
  });
};
