import { type Chain, createChain } from '@moho/devnet/source/simulation/chain';
import type { Economy } from '@moho/devnet/source/simulation/economy';
import { crustEconomy } from '@moho/devnet/source/simulation/economy/index';
import { scenariosNamed } from '@moho/devnet/source/simulation/economy/scenarios/index';
import { signExtrinsic } from '@moho/devnet/source/simulation/framework/extrinsic';
import { signer } from '@moho/devnet/source/simulation/framework/keys';
import { DEVNET_PROFILE } from '@moho/protocol/base';

/** The chains twins are made of: one seed, one crowd, and whatever is changed in what its people send. */

type Hex = `0x${string}`;

const CLAIMER = signer('has the rewards of others paid');
const PURSE = 1_000_000_000_000n;

/** Who lives on the twins. On both some validator has more guarantors than are paid. */
const CROWDS = {
  /** everybody does what dozens do by chance; a byte backs a pico */
  busy: { people: 'dozens', scenarios: ['clip-64'] },
  /** nobody acts by chance; the network's limit is shared from the second era on */
  shared: { people: 'few', scenarios: ['shared-limit'] },
} as const;
export type Crowd = keyof typeof CROWDS;

/** A chain at block 0; `purses` are accounts that are given money in its genesis. */
export const chainOf = (
  crowd: Crowd,
  seed: number,
  changed: (economy: Economy) => Economy,
  purses: ReadonlyMap<Hex, bigint> = new Map(),
): Chain => {
  const { people, scenarios } = CROWDS[crowd];
  const crust = crustEconomy(seed, DEVNET_PROFILE.slotBlocks, { people, scenarios: scenariosNamed(scenarios) });
  const economy = changed(crust);
  return createChain({
    seed,
    profile: DEVNET_PROFILE,
    genesisTimeMs: 1_700_000_000_000,
    specVersion: 25,
    transactionVersion: 1,
    economy: {
      ...economy,
      genesis(runtime, given, lay) {
        economy.genesis(runtime, given, lay);
        const { balances } = runtime.pallets;
        balances.endow(CLAIMER.account, PURSE);
        for (const [account, amount] of purses) balances.endow(account, amount);
      },
    },
  });
};

/** Has a candidate's rewards paid in a branch of the next block: what each account is paid. The block is forgotten again. */
export const claimed = (chain: Chain, stash: Hex, era: number): Map<Hex, bigint> => {
  const head = chain.head();
  const { staking, system } = chain.runtime.pallets;
  const { nonce } = system.account.get(CLAIMER.account);
  const call = staking.calls.rewardStakers({ validator_stash: stash, era });
  chain.produceBranch('claimed', [signExtrinsic(chain.signing, CLAIMER, call, nonce)]);
  const paid = new Map<Hex, bigint>();
  for (const { pallet, name, args, phase } of chain.runtime.events.records) {
    if (pallet !== 'Staking' || name !== 'Reward' || phase !== 1) continue;
    const [who, amount] = args as [Hex, bigint];
    paid.set(who, (paid.get(who) ?? 0n) + amount);
  }
  chain.rewind(head);
  return paid;
};
