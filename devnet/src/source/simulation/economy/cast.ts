import type { Hex } from '../../../codec/scale';
import { type Signer, signer } from '../framework/keys';
import { codeOf } from './enclave';
import { POPULATIONS, type Population } from './people';

export const CRU = 1_000_000_000_000n;
const TIB = 1_099_511_627_776n;

/** A validator: its stash owns the group whose members report. */
export interface House {
  readonly name: string;
  readonly stash: Signer;
  readonly controller: Signer;
  readonly members: number;
  readonly feePerbill: number;
  readonly bond: bigint;
}
export interface Guaranteeing {
  readonly stash: Signer;
  readonly controller: Signer;
}
/** A machine that reports: how much it sealed and when in the slot it speaks. */
export interface Machine {
  readonly name: string;
  readonly account: Signer;
  readonly house: House | undefined;
  readonly srdBytes: bigint;
  /** blocks after the slot's first one */
  readonly offset: number;
}
export interface Cast {
  readonly seed: number;
  readonly houses: readonly House[];
  /** bonds and validates only after a while, without a group */
  readonly newcomer: House;
  readonly machines: readonly Machine[];
  readonly guarantors: readonly Guaranteeing[];
  readonly clients: readonly Signer[];
  readonly superior: Signer;
  readonly liquidator: Signer;
  /** sends what must fail */
  readonly stranger: Signer;
  readonly codes: { readonly old: Hex; readonly current: Hex };
}

/** of the default chain's groups; the two machines left have none */
const GROUP_SIZES = [5, 4, 3, 3, 2, 1];
const NAMES = ['Mohorovičić', 'Basalt', 'Gabbro', 'Peridotite', 'Olivine', 'Conrad'];
const FEES = [300_000_000, 500_000_000, 800_000_000, 950_000_000, 1_000_000_000, 0];

/** Members of each group: the default chain's own sizes, else machines in turn, a tenth of them without a group. */
function groupSizes({ validators, sworkers }: Population): number[] {
  if (validators === GROUP_SIZES.length && sworkers === POPULATIONS.dozens.sworkers) return GROUP_SIZES;
  const grouped = sworkers - Math.floor(sworkers / 10);
  return Array.from(
    { length: validators },
    (_, i) => Math.floor(grouped / validators) + (i < grouped % validators ? 1 : 0),
  );
}

/** Everyone who lives on the local chain, from the seed alone. */
export function castOf(seed: number, slotBlocks: number, population: Population = POPULATIONS.dozens): Cast {
  const person = (name: string) => signer(`${seed}/${name}`);
  const house = (i: number, members: number): House => ({
    name: NAMES[i] ?? `Craton ${i}`,
    stash: person(`stash ${i}`),
    controller: person(`controller ${i}`),
    members,
    feePerbill: FEES[i % FEES.length] ?? 500_000_000,
    bond: (200n + 60n * BigInt(i % 10)) * CRU,
  });
  const sizes = groupSizes(population);
  const houses = sizes.map((members, i) => house(i, members));
  const machines: Machine[] = [];
  const settle = (home: House | undefined) => {
    const i = machines.length;
    machines.push({
      name: `machine ${i}`,
      account: person(`machine ${i}`),
      house: home,
      srdBytes: BigInt(180 + ((i * 271 + seed * 37) % 1500)) * TIB,
      // everyone speaks early enough for the service and the sweep
      offset: 2 + ((i * 7 + seed) % Math.max(1, Math.floor(slotBlocks / 2))),
    });
  };
  for (const home of houses) for (let m = 0; m < home.members; m++) settle(home);
  while (machines.length < population.sworkers) settle(undefined);
  return {
    seed,
    houses,
    newcomer: house(sizes.length, 0),
    machines,
    guarantors: Array.from({ length: population.guarantors }, (_, i) => ({
      stash: person(`guarantor ${i}`),
      controller: i % 3 === 0 ? person(`guarantor ${i}`) : person(`guarantor controller ${i}`),
    })),
    clients: Array.from({ length: population.clients }, (_, i) => person(`client ${i}`)),
    superior: person('superior'),
    liquidator: person('liquidator'),
    stranger: person('stranger'),
    codes: { old: codeOf('1.1.2'), current: codeOf('2.0.1') },
  };
}
