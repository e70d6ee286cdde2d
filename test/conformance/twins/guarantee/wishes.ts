import { type Rng, rngOf } from '@moho/devnet/source/simulation/framework/rng';
import { countEra, type EraBasis } from '@moho/protocol/era-recount';
import { HOLDINGS, type Holding } from './askers';

/** What extra guarantees are asked for. Where a chain has no candidate of the kind, any other serves. */

type Hex = `0x${string}`;

export const WISHES = ['crowded', 'over the limit', 'small', 'any'] as const;
export type Wish = (typeof WISHES)[number];

const CRU = 1_000_000_000_000n;
const AMOUNTS = [CRU / 3n, 7n * CRU, 55n * CRU, 1900n * CRU];

export interface Request {
  wish: Wish;
  holding: Holding;
  /** without the odd pico that is added to it */
  amountPico: bigint;
}

/** The first ones are those that must not be missed. */
const FIRST: readonly Request[] = [
  { wish: 'crowded', holding: 'a little in the crowd', amountPico: 1900n * CRU },
  { wish: 'over the limit', holding: 'three large guarantees', amountPico: 1900n * CRU },
  { wish: 'small', holding: 'nothing', amountPico: 7n * CRU },
  { wish: 'crowded', holding: 'three large guarantees', amountPico: CRU / 3n },
];

const picked = <T>(list: readonly T[], rng: Rng): T => list[rng.below(list.length)] as T;

/** The i-th request of a seed. */
export const requestOf = (seed: number, i: number): Request => {
  const rng = rngOf(`${seed}/request ${i}`);
  const any = { wish: picked(WISHES, rng), holding: picked(HOLDINGS, rng), amountPico: picked(AMOUNTS, rng) };
  return FIRST[i] ?? any;
};

export const chosenTarget = (wish: Wish, basis: EraBasis<Hex>, addPico: bigint, rng: Rng): Hex => {
  const counted = countEra(basis).candidates.filter(({ exposure }) => exposure !== null);
  const wished = counted.filter(({ votes, stakeLimit, exposure }) => {
    if (wish === 'crowded') return votes.length > 64;
    if (wish === 'over the limit') return (exposure?.nominalTotal ?? 0n) + addPico > stakeLimit;
    return true;
  });
  const choices = wished.length > 0 ? wished : counted;
  if (wish === 'small')
    choices.sort((a, b) => ((a.exposure?.total ?? 0n) < (b.exposure?.total ?? 0n) ? -1 : 1)).splice(1);
  const chosen = choices[rng.below(choices.length)];
  if (chosen === undefined) throw new Error('the era has no candidate with a limit');
  return chosen.stash;
};
