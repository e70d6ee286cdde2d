import { blake2_256 } from '../../codec/hash';
import type { Hex } from '../../codec/scale';
import type { Economy, EconomyContext } from './economy';
import type { SignedExtrinsic } from './framework/extrinsic';
import { type Signer, signer } from './framework/keys';
import type { Runtime } from './framework/runtime';
import { TREASURY_ACCOUNT } from './pallets/treasury';

const CRU = 1_000_000_000_000n;

export interface SmallEconomy extends Economy {
  readonly validators: readonly { stash: Signer; controller: Signer }[];
  readonly guarantors: readonly { stash: Signer; controller: Signer }[];
  readonly people: readonly Signer[];
}

const key = (name: string): Hex => blake2_256(Buffer.from(name));

/** Validators, guarantors, claims of rewards and transfers, some of which fail: enough to run the staking half alone. */
export function smallEconomy(seed: number, counts = { validators: 6, guarantors: 10, people: 12 }): SmallEconomy {
  const person = (name: string) => signer(`${seed}/${name}`);
  const pair = (name: string) => ({ stash: person(name), controller: person(`${name} controller`) });
  const many = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));
  const validators = many(counts.validators, (i) => pair(`validator ${i}`));
  const guarantors = many(counts.guarantors, (i) => pair(`guarantor ${i}`));
  const people = many(counts.people, (i) => person(`person ${i}`));

  function genesis(rt: Runtime): void {
    const { balances, staking, session } = rt.pallets;
    balances.endow(TREASURY_ACCOUNT, CRU);
    for (const { account } of people) balances.endow(account, 5_000n * CRU);
    for (const { stash, controller } of [...validators, ...guarantors]) {
      balances.endow(stash.account, 100_000n * CRU);
      balances.endow(controller.account, 100n * CRU);
    }
    staking.genesis({
      stakers: validators.map(({ stash, controller }, i) => ({
        stash: stash.account,
        controller: controller.account,
        bond: BigInt(1_000 + 100 * i) * CRU,
        feePerbill: 500_000_000 + 50_000_000 * i,
      })),
      validatorCount: Math.max(1, counts.validators - 1),
      minimumValidatorCount: 1,
      startRewardEra: 0,
    });
    session.genesis(
      validators.map(({ stash }) => {
        const of = (kind: string) => key(`${stash.account} ${kind}`);
        return [
          stash.account,
          { grandpa: of('gran'), babe: of('babe'), imOnline: of('imon'), authorityDiscovery: of('audi') },
        ] as const;
      }),
    );
  }

  function block(ctx: EconomyContext): SignedExtrinsic[] {
    const { rng, sign, pallets } = ctx;
    const { staking, balances } = pallets;
    const out: SignedExtrinsic[] = [];
    // nobody reports work here: candidates get limits as if their groups did, so that stake counts
    if (ctx.block % ctx.runtime.profile.slotBlocks === 0) {
      const workload = new Map(validators.map(({ stash }, i) => [stash.account, BigInt(1_200 + 300 * i) * CRU]));
      staking.setStakeLimits(
        workload,
        [...workload.values()].reduce((a, b) => a + b),
      );
    }
    const newcomer = guarantors[ctx.block - 2];
    if (newcomer) {
      const bond = staking.calls.bond({
        controller: newcomer.controller.account,
        value: BigInt(rng.between(100, 900)) * CRU,
      });
      out.push(sign(newcomer.stash, bond));
    }
    for (let i = rng.below(3); i > 0; i--) {
      const [from, to] = [rng.pick(people), rng.pick(people)];
      // one in ten wants more than there is
      const value = rng.chance(10) ? 10n ** 20n : BigInt(rng.between(1, 1000)) * (CRU / 100n);
      out.push(sign(from, balances.calls.transfer({ dest: to.account, value })));
    }
    if (ctx.block > 20 && rng.chance(8)) out.push(vote(ctx));
    if (rng.chance(1)) {
      const { controller } = rng.pick(validators);
      out.push(sign(controller, staking.calls.validate({ prefs: { feePerbill: rng.between(1, 20) * 50_000_000 } })));
    }
    out.push(...claims(ctx));
    return out;
  }

  function vote({ rng, sign, pallets: { staking } }: EconomyContext): SignedExtrinsic {
    const { controller, stash } = rng.pick(guarantors);
    const target = rng.pick(validators).stash.account;
    const amount = BigInt(rng.between(10, 200)) * CRU;
    switch (rng.below(6)) {
      case 0:
        return sign(controller, staking.calls.cutGuarantee({ target: [target, amount] }));
      case 1:
        return sign(controller, staking.calls.unbond({ value: amount }));
      case 2:
        return sign(controller, staking.calls.rebond({ value: amount }));
      case 3:
        return sign(stash, staking.calls.bondExtra({ max_additional: amount }));
      default:
        return sign(controller, staking.calls.guarantee({ target: [target, amount] }));
    }
  }

  /** after an era's end people claim it, two validators a block */
  function claims({ previousEvents, rng, sign, pallets, block: now }: EconomyContext): SignedExtrinsic[] {
    const ended = previousEvents.find((e) => e.pallet === 'Staking' && e.name === 'EraReward');
    if (ended) claimsOpen = validators.map(({ stash }) => ({ stash: stash.account, era: Number(ended.args[0]) }));
    if (now % 2 !== 0) return [];
    return claimsOpen
      .splice(0, 2)
      .map(({ stash, era }) =>
        sign(rng.pick(people), pallets.staking.calls.rewardStakers({ validator_stash: stash, era })),
      );
  }
  let claimsOpen: { stash: Hex; era: number }[] = [];

  return { genesis, block, validators, guarantors, people };
}
