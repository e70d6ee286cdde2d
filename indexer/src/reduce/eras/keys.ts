import { prefixOf, twoxAccount, twoxU32 } from '../../scale/keys';
import { addressOf, createReader } from '../../scale/reader';

const staking = (item: string): string => prefixOf('Staking', item);

/** Maps by era alone. */
export const ERA_MAPS = {
  totalStakes: staking('ErasTotalStakes'),
  stakingPayout: staking('ErasStakingPayout'),
  marketPayout: staking('ErasMarketPayout'),
  rewardPoints: staking('ErasRewardPoints'),
  startSession: staking('ErasStartSessionIndex'),
} as const;

/** Maps by era and stash. */
export const ERA_STASH_MAPS = {
  stakers: staking('ErasStakers'),
  clipped: staking('ErasStakersClipped'),
  prefs: staking('ErasValidatorPrefs'),
  authoringPayout: staking('ErasAuthoringPayout'),
} as const;

export type EraMap = keyof typeof ERA_MAPS;
export type EraStashMap = keyof typeof ERA_STASH_MAPS;

export const CURRENT_ERA = staking('CurrentEra');
export const ACTIVE_ERA = staking('ActiveEra');
export const CURRENT_ELECTED = staking('CurrentElected');
export const HISTORY_DEPTH = staking('HistoryDepth');
export const SESSION_INDEX = prefixOf('Session', 'CurrentIndex');
export const SESSION_VALIDATORS = prefixOf('Session', 'Validators');
export const TOTAL_ISSUANCE = prefixOf('Balances', 'TotalIssuance');

export const eraKey = (map: EraMap, era: number): string => ERA_MAPS[map] + twoxU32(era);
/** Prefix of all keys of one era. */
export const eraPrefix = (map: EraStashMap, era: number): string => ERA_STASH_MAPS[map] + twoxU32(era);
export const eraStashKey = (map: EraStashMap, era: number, stash: string): string =>
  eraPrefix(map, era) + twoxAccount(stash);

/** Era in a key of either kind of map. */
export const eraOfKey = (key: string): number => createReader(`0x${key.slice(82, 90)}`).u32();
/** Stash in a key by era and stash. */
export const stashOfKey = (key: string): string => addressOf(`0x${key.slice(-64)}`);
