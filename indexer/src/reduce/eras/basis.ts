import type { BlockFacts } from '../../decode/facts';
import { blakeAccount, prefixOf } from '../../scale/keys';
import { readAll, type ScaleReader } from '../../scale/reader';
import type { Changes } from '../../write/changes';
import { row } from '../../write/entities';
import { STAKING_POT } from '../market/pots';
import { freeBalance } from '../pot/state';
import { CURRENT_ELECTED, TOTAL_ISSUANCE } from './keys';

/**
 * What an era's pool and its election were computed of. Both come before the block's own calls (runtime-details §2.1), which
 * may move any of it, so it is read as of the parent.
 */

const START_REWARD_ERA = prefixOf('Staking', 'StartRewardEra');
const VALIDATOR_COUNT = prefixOf('Staking', 'ValidatorCount');
const MINIMUM_VALIDATOR_COUNT = prefixOf('Staking', 'MinimumValidatorCount');
const FORCE_SELECTION = prefixOf('Staking', 'ForceSelection');
const WHITELIST = prefixOf('Staking', 'ValidatorsWhitelist');
const CURRENT_BENEFITS = prefixOf('Benefits', 'CurrentBenefits');
const STAKING_POT_KEY = prefixOf('System', 'Account') + blakeAccount(STAKING_POT);

const POOL_KEYS = [TOTAL_ISSUANCE, START_REWARD_ERA, CURRENT_BENEFITS, STAKING_POT_KEY, CURRENT_ELECTED];
const ELECTION_KEYS = [VALIDATOR_COUNT, MINIMUM_VALIDATOR_COUNT, FORCE_SELECTION, WHITELIST];

/** The runtime's defaults, for keys nobody ever wrote (runtime-details §2.8). */
const DEFAULT_START_REWARD_ERA = 100_000;
const DEFAULT_MINIMUM_VALIDATOR_COUNT = 4;

/** Raw values before the block. */
export type Basis = ReadonlyMap<string, string | null>;

/** Reads what the eras that end and the one whose snapshot is taken need; nothing when there is none. */
export const readBasis = (
  reader: { atParent(keys: readonly string[]): Promise<Map<string, string | null>> },
  ends: boolean,
  plans: boolean,
): Promise<Basis> => reader.atParent([...(ends ? POOL_KEYS : []), ...(plans ? ELECTION_KEYS : [])]);

const decoded = <T>(basis: Basis, key: string, read: (r: ScaleReader) => T, missing: T): T => {
  const raw = basis.get(key) ?? null;
  return raw === null ? missing : readAll(raw, read);
};

const usedQuota = (r: ScaleReader): bigint => {
  const [, , used] = [r.compact(), r.compact(), r.compact(), r.compact()];
  return used;
};

export const putPool = (era: number, { number }: BlockFacts, basis: Basis, changes: Changes): void =>
  changes.put(
    row('EraPool', {
      id: String(era),
      era,
      block: number,
      issuance: decoded(basis, TOTAL_ISSUANCE, (r) => r.u128(), 0n),
      startRewardEra: decoded(basis, START_REWARD_ERA, (r) => r.u32(), DEFAULT_START_REWARD_ERA),
      usedFeeReductionQuota: decoded(basis, CURRENT_BENEFITS, usedQuota, 0n),
      stakingPotFree: freeBalance(basis.get(STAKING_POT_KEY) ?? null),
      electedCount: decoded(basis, CURRENT_ELECTED, (r) => r.vec(r.account).length, 0),
    }),
  );

export const putElection = (era: number, { number }: BlockFacts, basis: Basis, changes: Changes): void =>
  changes.put(
    row('EraElection', {
      id: String(era),
      era,
      block: number,
      validatorCount: decoded(basis, VALIDATOR_COUNT, (r) => r.u32(), 0),
      minimumValidatorCount: decoded(basis, MINIMUM_VALIDATOR_COUNT, (r) => r.u32(), DEFAULT_MINIMUM_VALIDATOR_COUNT),
      whitelist: decoded(basis, FORCE_SELECTION, (r) => r.bool(), false)
        ? decoded(basis, WHITELIST, (r) => r.vec(r.account), [])
        : undefined,
    }),
  );
