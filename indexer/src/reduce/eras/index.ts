import type { BlockFacts } from '../../decode/facts';
import { toBigInt } from '../../decode/facts';
import type { BlockReader } from '../../read/block-reader';
import { readAll } from '../../scale/reader';
import type { Changes } from '../../write/changes';
import { type Fields, row } from '../../write/entities';
import { type Basis, putElection, putPool, readBasis } from './basis';
import {
  ACTIVE_ERA,
  CURRENT_ELECTED,
  CURRENT_ERA,
  ERA_MAPS,
  ERA_STASH_MAPS,
  type EraMap,
  type EraStashMap,
  eraKey,
  eraOfKey,
  eraPrefix,
  HISTORY_DEPTH,
  SESSION_INDEX,
  SESSION_VALIDATORS,
  stashOfKey,
  TOTAL_ISSUANCE,
} from './keys';
import { nominalStakes } from './nominal';
import {
  blankEra,
  blankValidatorEra,
  type Exposure,
  readExposure,
  reduceEraStashValue,
  reduceEraValue,
  reduceExposure,
} from './rows';

type Cursor = Fields<'IndexCursor'>;

const DEFAULT_HISTORY_DEPTH = 84;
/** An era's market income is spread over this many eras (staking constant MarketStakingPotDuration). */
const MARKET_PAYOUT_ERAS = 60;

export const sessionEvent = (facts: BlockFacts): boolean =>
  facts.events.some((event) => event.pallet === 'session' && event.name === 'NewSession');

/** Values to read with the first round of a block that begins a session or closes an era. */
export const eraValueKeys = (facts: BlockFacts, isFirst: boolean, cursor: Cursor): string[] => {
  if (!isFirst && !sessionEvent(facts)) return [];
  const keys = [
    CURRENT_ERA,
    ACTIVE_ERA,
    SESSION_INDEX,
    SESSION_VALIDATORS,
    HISTORY_DEPTH,
    TOTAL_ISSUANCE,
    CURRENT_ELECTED,
  ];
  // the author's points of this block go to the era that is active now, or becomes it
  if (cursor.activeEra !== undefined) {
    keys.push(eraKey('rewardPoints', cursor.activeEra), eraKey('rewardPoints', cursor.activeEra + 1));
  }
  for (const era of closedEras(facts)) {
    keys.push(eraKey('stakingPayout', era), eraKey('totalStakes', era), eraKey('rewardPoints', era));
    for (let i = 0; i <= MARKET_PAYOUT_ERAS; i++) keys.push(eraKey('marketPayout', era + i));
  }
  return keys;
};

const closedEras = (facts: BlockFacts): number[] =>
  facts.events.filter((e) => e.pallet === 'staking' && e.name === 'EraReward').map((e) => Number(e.args[0]));

const optionalU32 = (raw: string | null): number | undefined =>
  raw === null ? undefined : readAll(raw, (r) => r.u32());
const accounts = (raw: string | null): string[] => (raw === null ? [] : readAll(raw, (r) => r.vec(r.account)));
const activeEraOf = (raw: string | null): number | undefined =>
  raw === null ? undefined : readAll(raw, (r) => [r.u32(), r.option(() => r.u64())] as const)[0];

/** One scan of a map, its values read. */
const scan = async (reader: BlockReader, prefix: string): Promise<string[]> => {
  const keys = await reader.keys(prefix);
  await reader.read(keys);
  return keys;
};

const valueAt = (reader: BlockReader, key: string): string => {
  const raw = reader.now(key);
  if (raw === null) throw new Error(`the key ${key} is listed without a value`);
  return raw;
};

const reduceStakers = async (
  reader: BlockReader,
  stakers: string[],
  clipped: string[],
  changes: Changes,
  withNominal: boolean,
): Promise<void> => {
  const exposures = stakers.map((key) => ({
    era: eraOfKey(key),
    stash: stashOfKey(key),
    exposure: readExposure(valueAt(reader, key)),
  }));
  const clips = new Map<string, Exposure>(
    clipped.map((key) => [`${eraOfKey(key)}-${stashOfKey(key)}`, readExposure(valueAt(reader, key))]),
  );
  const nominal = withNominal ? await nominalStakes(reader, exposures) : new Map();
  for (const { era, stash, exposure } of exposures) {
    const id = `${era}-${stash}`;
    await reduceExposure(era, stash, exposure, clips.get(id) ?? null, nominal.get(stash) ?? null, changes);
  }
};

/** All eras the chain remembers: for the first block, whose state came from genesis, and after a change of runtime. */
export const reduceAllEras = async (reader: BlockReader, changes: Changes): Promise<void> => {
  for (const [map, prefix] of Object.entries(ERA_MAPS)) {
    for (const key of await scan(reader, prefix)) {
      await reduceEraValue(map as EraMap, eraOfKey(key), valueAt(reader, key), changes);
    }
  }
  const { stakers, clipped, ...rest } = ERA_STASH_MAPS;
  await reduceStakers(reader, await scan(reader, stakers), await scan(reader, clipped), changes, false);
  for (const [map, prefix] of Object.entries(rest)) {
    for (const key of await scan(reader, prefix)) {
      await reduceEraStashValue(
        map as keyof typeof rest,
        eraOfKey(key),
        stashOfKey(key),
        valueAt(reader, key),
        changes,
      );
    }
  }
};

const scanEra = (reader: BlockReader, map: EraStashMap, era: number): Promise<string[]> =>
  scan(reader, eraPrefix(map, era));

/** The snapshot of an era that became CurrentEra (crust-protocol §5.2), and the era that left the chain's memory with it. */
const reduceSnapshot = async (era: number, facts: BlockFacts, reader: BlockReader, changes: Changes): Promise<void> => {
  await reader.read([eraKey('totalStakes', era), eraKey('startSession', era)]);
  await reduceEraValue('totalStakes', era, reader.now(eraKey('totalStakes', era)), changes);
  await reduceEraValue('startSession', era, reader.now(eraKey('startSession', era)), changes);
  await reduceStakers(
    reader,
    await scanEra(reader, 'stakers', era),
    await scanEra(reader, 'clipped', era),
    changes,
    true,
  );
  for (const key of await scanEra(reader, 'prefs', era)) {
    await reduceEraStashValue('prefs', era, stashOfKey(key), valueAt(reader, key), changes);
  }
  const elected = accounts(reader.now(CURRENT_ELECTED));
  for (const stash of elected) await changes.patch('ValidatorEra', blankValidatorEra(era, stash), { elected: true });
  await changes.patch('EraStat', blankEra(era), { plannedAtBlock: facts.number, electedCount: elected.length });

  const forgotten = era - (optionalU32(reader.now(HISTORY_DEPTH)) ?? DEFAULT_HISTORY_DEPTH) - 1;
  if (forgotten >= 0) await changes.patch('EraStat', blankEra(forgotten), { prunedAtBlock: facts.number });
};

/** An era that ended: payouts, points, and the market income put aside for the eras to come (crust-protocol §5.3). */
const reduceEraEnd = async (facts: BlockFacts, reader: BlockReader, basis: Basis, changes: Changes): Promise<void> => {
  for (const event of facts.events) {
    if (event.pallet !== 'staking' || event.name !== 'EraReward') continue;
    const era = Number(event.args[0]);
    putPool(era, facts, basis, changes);
    const issuance = reader.now(TOTAL_ISSUANCE);
    await changes.patch('EraStat', blankEra(era), {
      endBlock: facts.number,
      endTime: facts.time,
      authoringTotal: toBigInt(event.args[1]),
      stakingTotal: toBigInt(event.args[2]),
      issuance: issuance === null ? 0n : readAll(issuance, (r) => r.u128()),
    });
    for (const map of ['stakingPayout', 'totalStakes', 'rewardPoints'] as const) {
      await reduceEraValue(map, era, reader.now(eraKey(map, era)), changes);
    }
    for (let i = 0; i <= MARKET_PAYOUT_ERAS; i++) {
      const key = eraKey('marketPayout', era + i);
      // most of the sixty values stand as they were, above all when the pot was empty
      if (reader.beforeRaw(key) !== reader.now(key))
        await reduceEraValue('marketPayout', era + i, reader.now(key), changes);
    }
    for (const key of await scanEra(reader, 'authoringPayout', era)) {
      await reduceEraStashValue('authoringPayout', era, stashOfKey(key), valueAt(reader, key), changes);
    }
  }
};

/** A session that began: its validators, and the eras that moved with it. Changes the cursor. */
export const reduceSession = async (
  facts: BlockFacts,
  reader: BlockReader,
  cursor: Cursor,
  isFirst: boolean,
  changes: Changes,
): Promise<void> => {
  const currentEra = optionalU32(reader.now(CURRENT_ERA));
  const activeEra = activeEraOf(reader.now(ACTIVE_ERA));
  const index = optionalU32(reader.now(SESSION_INDEX)) ?? 0;
  changes.put(
    row('Session', {
      id: String(index),
      index,
      block: facts.number,
      validators: accounts(reader.now(SESSION_VALIDATORS)),
    }),
  );
  const plans = currentEra !== undefined && !isFirst && currentEra !== cursor.currentEra;
  const basis = await readBasis(reader, closedEras(facts).length > 0, plans);
  await reduceEraEnd(facts, reader, basis, changes);
  if (plans) {
    putElection(currentEra, facts, basis, changes);
    await reduceSnapshot(currentEra, facts, reader, changes);
  }
  if (activeEra !== undefined) {
    if (!isFirst && activeEra !== cursor.activeEra) {
      await changes.patch('EraStat', blankEra(activeEra), { startBlock: facts.number, startTime: facts.time });
    }
    const points = eraKey('rewardPoints', activeEra);
    await reader.read([points]);
    await reduceEraValue('rewardPoints', activeEra, reader.now(points), changes);
  }
  Object.assign(cursor, { currentEra, activeEra, sessionIndex: index });
};
