import fc from 'fast-check';
import { expect, it } from 'vitest';
import { account, amount, encode, u32 } from '../../../test-support/encoded';
import type { BlockFacts } from '../../decode/facts';
import { blakeAccount, prefixOf } from '../../scale/keys';
import { createChanges } from '../../write/changes';
import { STAKING_POT } from '../market/pots';
import { putElection, putPool } from './basis';

const facts = { number: 7 } as BlockFacts;
const none = () => createChanges({ get: async () => undefined, children: async () => [], all: async () => [] });

const POT = prefixOf('System', 'Account') + blakeAccount(STAKING_POT);

it('reads what polkadot.js encodes, and the runtime’s defaults where nothing is stored', async () => {
  await fc.assert(
    fc.asyncProperty(amount, amount, u32, fc.array(account, { maxLength: 4 }), async (many, used, count, accounts) => {
      const benefits = {
        total_fee_reduction_quota: many,
        total_market_active_funds: many,
        used_fee_reduction_quota: used,
        active_era: count,
      };
      const changes = none();
      const basis = new Map([
        [prefixOf('Balances', 'TotalIssuance'), encode('u128', many)],
        [prefixOf('Staking', 'StartRewardEra'), encode('u32', count)],
        [prefixOf('Benefits', 'CurrentBenefits'), encode('EraBenefits', benefits)],
        [prefixOf('Staking', 'CurrentElected'), encode('Vec<AccountId>', accounts)],
        [POT, encode('AccountInfo', { data: { free: used } })],
        [prefixOf('Staking', 'ValidatorCount'), encode('u32', count)],
        [prefixOf('Staking', 'MinimumValidatorCount'), encode('u32', count)],
        [prefixOf('Staking', 'ForceSelection'), encode('bool', true)],
        [prefixOf('Staking', 'ValidatorsWhitelist'), encode('Vec<AccountId>', accounts)],
      ]);
      putPool(3, facts, basis, changes);
      putElection(4, facts, basis, changes);
      expect(await changes.get('EraPool', '3')).toEqual({
        id: '3',
        era: 3,
        block: 7,
        issuance: many,
        startRewardEra: count,
        usedFeeReductionQuota: used,
        stakingPotFree: used,
        electedCount: accounts.length,
      });
      expect(await changes.get('EraElection', '4')).toEqual({
        id: '4',
        era: 4,
        block: 7,
        validatorCount: count,
        minimumValidatorCount: count,
        whitelist: accounts,
      });
    }),
    { numRuns: 40 },
  );
  const changes = none();
  putPool(3, facts, new Map(), changes);
  putElection(4, facts, new Map(), changes);
  expect(await changes.get('EraPool', '3')).toMatchObject({ issuance: 0n, startRewardEra: 100_000, electedCount: 0 });
  expect(await changes.get('EraElection', '4')).toMatchObject({ validatorCount: 0, minimumValidatorCount: 4 });
});
