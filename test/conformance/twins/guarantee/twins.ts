import { rngOf } from '@moho/devnet/source/simulation/framework/rng';
import type { EraBasis } from '@moho/protocol/era-recount';
import { type Crowd, chainOf, claimed } from '../chain';
import { basisOf, type EraSeen, watchEras } from '../watch';
import { ASKER_PURSE, ASKERS, type Asker, type ExtraGuarantee, withAskers } from './askers';
import { told } from './desk';
import { forecastBasis } from './forecast';
import { chosenTarget, requestOf, type Wish } from './wishes';

/**
 * Two chains of one seed: on the second somebody guarantees once more, before a snapshot. What it is paid more in that era,
 * over all candidates, must be what was told.
 */

type Hex = `0x${string}`;

/** From the second era on the askers' first guarantees stand. */
const FIRST_ERA = 2;

interface EndedEra {
  seen: EraSeen;
  basis: EraBasis<Hex>;
  endBlock: number;
  /** all Reward amounts of the asker, over all candidates */
  paid: ReadonlyMap<Hex, bigint>;
}

interface PlayedChain {
  eras: Map<number, EndedEra>;
  /** what was known when the extra guarantee was sent */
  known: EraBasis<Hex> | null;
}

const purses = new Map(ASKERS.map(({ who }) => [who.account, ASKER_PURSE]));

const played = (crowd: Crowd, seed: number, last: number, extra: ExtraGuarantee | null): PlayedChain => {
  let known: EraBasis<Hex> | null = null;
  const chain = chainOf(
    crowd,
    seed,
    (economy) => {
      const asking = withAskers(economy, seed, extra);
      return {
        ...asking,
        block: (ctx) => {
          if (ctx.block === extra?.block) known = forecastBasis(ctx.pallets.staking.storage);
          return asking.block(ctx);
        },
      };
    },
    purses,
  );
  const eras = new Map<number, EndedEra>();
  watchEras(chain, last, (seen) => {
    if (seen.era < FIRST_ERA) return;
    const basis = basisOf(chain, seen);
    const paid = new Map<Hex, bigint>(ASKERS.map(({ who }) => [who.account, 0n]));
    for (const { stash } of basis.candidates)
      for (const [who, amount] of claimed(chain, stash, seen.era))
        if (paid.has(who)) paid.set(who, (paid.get(who) ?? 0n) + amount);
    eras.set(seen.era, { seen, basis, endBlock: chain.head(), paid });
  });
  return { eras, known };
};

/** One era of both chains, and the guarantee between them. */
export interface GuaranteeTwin {
  seed: number;
  crowd: Crowd;
  wish: Wish;
  extra: ExtraGuarantee;
  era: number;
  without: EraBasis<Hex>;
  withIt: EraBasis<Hex>;
  paidWithout: bigint;
  paidWith: bigint;
  /** told when it was sent, from the era that had ended last; null when none had */
  forecast: bigint | null;
}

const compared = (crowd: Crowd, seed: number, wish: Wish, extra: ExtraGuarantee, a: EndedEra, other: PlayedChain) => {
  const b = other.eras.get(a.seen.era);
  if (b === undefined) throw new Error(`seed ${seed}: era ${a.seen.era} did not end on the second chain`);
  const me = extra.asker.who.account;
  const forecast = other.known && told(other.known, me, extra.stash, extra.addPico);
  return {
    ...{ seed, crowd, wish, extra, era: a.seen.era, without: a.basis, withIt: b.basis, forecast },
    paidWithout: a.paid.get(me) ?? 0n,
    paidWith: b.paid.get(me) ?? 0n,
  };
};

/** Plays one chain without an extra guarantee up to `last`, and `count` twins of it, each with another one. */
export const playGuarantees = (crowd: Crowd, seed: number, count: number, last: number): GuaranteeTwin[] => {
  const whole = played(crowd, seed, last, null);
  const eras = [...whole.eras.values()];
  if (eras.length === 0) throw new Error(`no era from ${FIRST_ERA} on ended within ${last} blocks`);
  const rng = rngOf(`${seed}/extra guarantees`);
  return Array.from({ length: count }, (_, i) => {
    const era = eras[i % eras.length] as EndedEra;
    const { wish, holding, amountPico } = requestOf(seed, i);
    const asker = ASKERS.find((one) => one.holding === holding) as Asker;
    const addPico = amountPico + BigInt(rng.below(1_000_000));
    const stash = chosenTarget(wish, era.basis, addPico, rng);
    const extra = { asker, block: era.seen.plannedAtBlock - rng.between(1, 12), stash, addPico };
    return compared(crowd, seed, wish, extra, era, played(crowd, seed, era.endBlock, extra));
  });
};
