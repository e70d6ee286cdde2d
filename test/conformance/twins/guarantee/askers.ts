import type { Economy } from '@moho/devnet/source/simulation/economy';
import { type Signer, signer } from '@moho/devnet/source/simulation/framework/keys';
import { type Rng, rngOf } from '@moho/devnet/source/simulation/framework/rng';

/** People who guarantee on both twins, and one of whom guarantees once more on the second one. */

type Hex = `0x${string}`;

const CRU = 1_000_000_000_000n;
const BONDED = 6000n * CRU;
export const ASKER_PURSE = 7000n * CRU;
const BOND_BLOCK = 3;
/** by then the crowds' own guarantors stand */
const FIRST_GUARANTEES_BLOCK = 230;

/** What they hold before they are asked about more. */
export const HOLDINGS = ['nothing', 'a little in the crowd', 'three large guarantees'] as const;
export type Holding = (typeof HOLDINGS)[number];

export interface Asker {
  who: Signer;
  holding: Holding;
}

export const ASKERS: readonly Asker[] = HOLDINGS.map((holding) => ({ who: signer(`asks with ${holding}`), holding }));

/** One guarantee that only the second twin has. */
export interface ExtraGuarantee {
  asker: Asker;
  block: number;
  stash: Hex;
  addPico: bigint;
}

type Staking = Parameters<Economy['block']>[0]['pallets']['staking'];

const guaranteed = ({ storage }: Staking): Map<Hex, number> => {
  const votes = new Map<Hex, number>(storage.validators.keys().map((stash) => [stash, 0]));
  for (const [, { targets }] of storage.guarantors.entries())
    for (const { who } of targets) if (votes.has(who)) votes.set(who, (votes.get(who) ?? 0) + 1);
  return votes;
};

/** Where an asker puts its first guarantees. */
const firstGuarantees = (holding: Holding, staking: Staking, rng: Rng): [Hex, bigint][] => {
  if (holding === 'nothing') return [];
  const byVotes = [...guaranteed(staking)].sort(([, a], [, b]) => b - a).map(([stash]) => stash);
  // below everybody's of the crowd, so that it is not among those who are paid
  if (holding === 'a little in the crowd') return byVotes.slice(0, 1).map((stash) => [stash, CRU / 7n]);
  const odd = () => BigInt(rng.between(100, 900)) * CRU + BigInt(rng.below(1_000_000));
  const left = [...byVotes];
  return Array.from({ length: Math.min(3, left.length) }, () => [
    left.splice(rng.below(left.length), 1)[0] as Hex,
    odd(),
  ]);
};

/** The economy with the askers in it, and with the extra guarantee if there is one. */
export const withAskers = (economy: Economy, seed: number, extra: ExtraGuarantee | null): Economy => ({
  ...economy,
  block: (ctx) => {
    const out = [...economy.block(ctx)];
    const { staking } = ctx.pallets;
    for (const { who, holding } of ASKERS) {
      if (ctx.block === BOND_BLOCK)
        out.push(ctx.sign(who, staking.calls.bond({ controller: who.account, value: BONDED })));
      if (ctx.block !== FIRST_GUARANTEES_BLOCK) continue;
      const rng = rngOf(`${seed}/${holding}`);
      for (const target of firstGuarantees(holding, staking, rng))
        out.push(ctx.sign(who, staking.calls.guarantee({ target })));
    }
    if (extra !== null && ctx.block === extra.block)
      out.push(ctx.sign(extra.asker.who, staking.calls.guarantee({ target: [extra.stash, extra.addPico] })));
    return out;
  },
});
