import { SPEC25 } from '../source/simulation/framework/spec';
import { runtimeValues } from '../source/simulation/pallets/runtime-values';
import { STAKING_POT } from '../source/simulation/pallets/staking/index';
import { type Bench, bench, CRU, id } from './pallet-bench';

export const EXISTENTIAL_DEPOSIT = runtimeValues(SPEC25).existentialDeposit;
const FUNDS = {
  vera: 10_000n * CRU,
  vera_c: CRU,
  vito: 10_000n * CRU,
  vito_c: CRU,
  gus: 1_000n * CRU,
  gus_c: CRU,
  [STAKING_POT]: EXISTENTIAL_DEPOSIT,
};
export const PERCENT = 10_000_000;

/** Two candidates and one who may guarantee, on a chain of one block. */
export function start(): Bench {
  return bench(FUNDS, ({ staking, session }) => {
    const candidate = (name: string, bond: bigint, fee: number) => ({
      stash: id(name),
      controller: id(`${name}_c`),
      bond: bond * CRU,
      feePerbill: fee * PERCENT,
    });
    staking.genesis({
      stakers: [candidate('vera', 1_000n, 50), candidate('vito', 500n, 80)],
      validatorCount: 2,
      minimumValidatorCount: 1,
      startRewardEra: 0,
    });
    const key = (name: string, i: number) => `0x${Buffer.from(`${name}${i}`.padEnd(32)).toString('hex')}` as const;
    session.genesis(
      ['vera', 'vito'].map(
        (name) =>
          [
            id(name),
            { grandpa: key(name, 1), babe: key(name, 2), imOnline: key(name, 3), authorityDiscovery: key(name, 4) },
          ] as const,
      ),
    );
  });
}
/** The last block before era 1 is snapshot: limits set here are not those of a work-report sweep any more. */
export const beforeSnapshot = (b: Bench) => b.until(() => b.chain.head() === 165);
export const calls = start().pallets.staking.calls;
export const bond = (value: bigint) => calls.bond({ controller: id('gus_c'), value });
export const target = (name: string, value: bigint) => ({ target: [id(name), value] as const });
export const ledger = (b: Bench, name: string) => b.pallets.staking.storage.ledger.get(id(name));
