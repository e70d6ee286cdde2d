import type { ChainProfile } from '@moho/protocol/base';
import type postgres from 'postgres';
import { SCHEMA } from '../../../scripts/start/stack';
import type { ChainReader } from '../chain';
import type { ItemResult } from '../compare';
import type { Overrides } from '../overrides';
import { compareElections, compareFees } from './candidacy';
import { compareExposures } from './exposures';
import { comparePools } from './pools';
import { compareRewardEvents, compareRewards } from './rewards';
import { compareTaken, compareWaiting } from './slashes';
import {
  bondedVersions,
  candidateVersions,
  electionRows,
  eraRows,
  paymentRows,
  poolRows,
  specsOfBlocks,
  takenRows,
  validatorRows,
  waitingVersions,
} from './sql';

/**
 * What stakes earn, derived once more from indexed rows alone: every reward, every era's pool and authors, exposures, fees,
 * seats and slashes. The chain is asked for nothing but its events and the slashes that wait.
 */
export const compareYield = async (
  chain: ChainReader,
  sql: postgres.Sql,
  heights: readonly number[],
  head: number,
  overrides: Overrides,
  profile: ChainProfile,
): Promise<ItemResult[]> => {
  const events = await chain.events(head);
  const [payments, eras, validators, pools, elections, bonded, candidates, waiting, taken, specs] = await Promise.all([
    paymentRows(sql, SCHEMA),
    eraRows(sql, SCHEMA),
    validatorRows(sql, SCHEMA),
    poolRows(sql, SCHEMA),
    electionRows(sql, SCHEMA),
    bondedVersions(sql, SCHEMA),
    candidateVersions(sql, SCHEMA),
    waitingVersions(sql, SCHEMA),
    takenRows(sql, SCHEMA),
    specsOfBlocks(sql, SCHEMA),
  ]);
  // a bond may end or begin in the very block of the claim, before it or after
  const wasBonded = (stash: string, block: number): boolean =>
    (bonded.get(stash) ?? []).some(({ from, until }) => from < block && (until === null || until > block));
  return [
    compareRewardEvents(events, payments, head),
    compareRewards(payments, validators, eras, wasBonded),
    ...comparePools(events, pools, eras, validators.values(), profile, head),
    compareExposures(validators.values(), head),
    compareFees(validators.values(), eras, candidates, head),
    compareElections(elections, validators, eras, candidates, head),
    compareTaken(waiting, taken, eras.values(), (block) => specs.get(block) ?? 0),
    ...(await compareWaiting(chain, sql, SCHEMA, heights, events, waiting, overrides)),
  ];
};
