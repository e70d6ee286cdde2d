import type { TwinEra } from './miss-twins';

/** What must hold of the twins of one miss, and what they were like. */

type Hex = `0x${string}`;
type Rewards = ReadonlyMap<Hex, ReadonlyMap<Hex, bigint>>;

const inText = (paid: ReadonlyMap<Hex, bigint> | undefined): string =>
  [...(paid ?? [])]
    .map(([who, amount]) => `${who}=${amount}`)
    .sort()
    .join(' ');

/** Candidates who are paid otherwise than was told, each with who is paid what. */
const differing = (what: string, paid: Rewards, told: Rewards): string[] =>
  [...paid].flatMap(([stash, rewards]) => {
    const [was, would] = [inText(rewards), inText(told.get(stash))];
    return was === would ? [] : [`${what}: ${stash} is paid ${was}, told was ${would}`];
  });

/** The owner's and each guarantor's loss against what the two chains paid. */
const lossProblems = ({ owner, told, without, withIt }: TwinEra): string[] => {
  const lost = (who: Hex): bigint => (without.get(owner)?.get(who) ?? 0n) - (withIt.get(owner)?.get(who) ?? 0n);
  const all = [{ who: owner, loss: told.ownerLoss }, ...told.guarantors];
  return all
    .filter(({ who, loss }) => loss !== lost(who))
    .map(({ who, loss }) => `${who} was told to lose ${loss} and lost ${lost(who)}`);
};

/** Everything that is not as was told, in sentences; empty when all is. */
export const twinProblems = (twin: TwinEra): string[] => {
  const { sameBasis, samePay, withIt, without, toldWithIt, toldWithout, behind, miss } = twin;
  const found = differing('with the miss', withIt, toldWithIt);
  if (behind[0] !== miss.slot)
    found.push(`slot ${miss.slot} was missed, and is not what the judgement is told to rest on`);
  if (sameBasis) found.push(...differing('without the miss', without, toldWithout));
  if (sameBasis && samePay) found.push(...lossProblems(twin));
  return found.map((problem) => `seed ${twin.seed}, slot ${miss.slot}, era ${twin.era}: ${problem}`);
};

export interface TwinCounts {
  /** eras a miss reached */
  eras: number;
  /** of them those in which nothing else differed between the chains; and with a loss */
  sameBasis: number;
  felt: number;
  /** those that had the same pool and authors, too; and with a loss */
  samePay: number;
  feltAlike: number;
  /** of those with all else the same: in stage two */
  stageTwo: number;
  /** of those with the same pool and authors: with more guarantors than are paid; whose owner had no limit left */
  clipped: number;
  limitless: number;
}

export const countTwins = (twins: readonly TwinEra[]): TwinCounts => {
  const same = twins.filter((twin) => twin.sameBasis);
  const proven = same.filter((twin) => twin.samePay);
  const count = (holds: (twin: TwinEra) => boolean) => proven.filter(holds).length;
  return {
    eras: twins.length,
    sameBasis: same.length,
    samePay: proven.length,
    felt: same.filter(({ told }) => told.ownerLoss > 0n).length,
    feltAlike: count(({ told }) => told.ownerLoss > 0n),
    stageTwo: same.filter(({ told }) => !told.paid.isStageOne).length,
    clipped: count(({ told, votes }) => votes > told.guarantors.length),
    limitless: count(({ told }) => told.paid.stakeLimit === 0n),
  };
};
