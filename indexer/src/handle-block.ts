import type { BlockFacts } from './decode/facts';
import { blockError, factsOf } from './door/block';
import { type HostStore, storeThrough } from './door/store';
import { MIRRORS, mirrorOf } from './mirror';
import { cidOfKey, FILES, fileKey, fileV2Key } from './mirror/market';
import type { Mirror } from './mirror/mirror';
import { profile } from './profile';
import { type BlockReader, createBlockReader } from './read/block-reader';
import { createChainState } from './read/chain-state';
import type { HandlerApi, HandlerBlock } from './read/host';
import { createMemo } from './read/memo';
import { createRowMemo } from './read/row-memo';
import { createStored } from './read/stored-rows';
import { reduceRecords } from './reduce';
import { eraValueKeys } from './reduce/eras';
import { reduceEras } from './reduce/eras/block';
import { identityValueKeys } from './reduce/identities';
import { reduceJudgement } from './reduce/judge';
import { reduceMirrors } from './reduce/mirrors';
import { potValueKeys } from './reduce/pot/state';
import { serviceValueKeys } from './reduce/service';
import { isSweeping, readSweep } from './reduce/sweep';
import { recordValueKeys } from './reduce/values';
import { touchBlock } from './touch';
import { follow } from './touch/follow';
import type { TouchPlan } from './touch/plan';
import { type Changes, createChanges } from './write/changes';
import type { Fields } from './write/entities';
import { flushChanges } from './write/flush';

// globals of SubQuery's sandbox
declare const store: HostStore;
declare const api: HandlerApi;

const memo = createMemo();
const rowMemo = createRowMemo();

const MAX_FOLLOW_ROUNDS = 3;

const loadCursor = async (changes: Changes): Promise<{ cursor: Fields<'IndexCursor'>; isFirst: boolean }> => {
  const stored = await changes.get('IndexCursor', 'cursor');
  return { cursor: { ...stored, id: 'cursor' } as Fields<'IndexCursor'>, isFirst: stored === undefined };
};

const mirrorWithPrefix = (prefix: string): Mirror => {
  const mirror = mirrorOf(prefix);
  if (!mirror) throw new Error(`no mirror has the prefix ${prefix}`);
  return mirror;
};

/** Reads what the plan names: first all that is known beforehand, in one round, then what the answers name. */
const readPlan = async (plan: TouchPlan, extra: string[], reader: BlockReader): Promise<void> => {
  for (const prefix of plan.present) for (const key of await reader.keys(prefix)) plan.keys.add(key);
  if (plan.migratesFiles) {
    for (const key of await reader.lost(mirrorWithPrefix(FILES))) {
      const cidHex = cidOfKey(key);
      plan.keys.add(fileKey(cidHex)).add(fileV2Key(cidHex));
    }
  }
  const known = await follow(plan, (key) => reader.before(key));
  await reader.read([...known, ...plan.values, ...extra]);
  for (const prefix of plan.rescans) await reader.rescan(mirrorWithPrefix(prefix));
  // rows that the block made or moved may name keys nobody named before: two more rounds reach the end of every chain of names
  const rowsNow = async (key: string) => {
    const raw = reader.wasRead(key) ? reader.now(key) : null;
    return raw === null ? [] : mirrorWithPrefix(key).rows(key, raw);
  };
  for (let round = 0; round < MAX_FOLLOW_ROUNDS; round++) {
    const unread = [...(await follow(plan, rowsNow))].filter((key) => !reader.wasRead(key));
    if (unread.length === 0) return;
    await reader.read(unread);
  }
};

const indexBlock = async (facts: BlockFacts): Promise<void> => {
  memo.begin(facts.parentHash);
  rowMemo.begin(facts.parentHash);
  const rows = storeThrough(store);
  const stored = rowMemo.through(createStored(rows));
  const changes = createChanges(stored);
  const { cursor, isFirst } = await loadCursor(changes);
  const place = { parentHash: facts.parentHash, specBefore: cursor.specVersion ?? 0, spec: facts.spec };
  const reader = createBlockReader(createChainState(api.rpc.state), memo, stored, isFirst, place);

  const plan = touchBlock(facts, cursor.pendingFiles ? (JSON.parse(cursor.pendingFiles) as string[]) : []);
  const rebase = isFirst || cursor.specVersion !== facts.spec;
  if (rebase) for (const { prefix } of MIRRORS) plan.rescans.add(prefix);
  const extra = [
    ...eraValueKeys(facts, isFirst, cursor),
    ...recordValueKeys(facts, rebase, profile),
    ...identityValueKeys(facts),
    ...serviceValueKeys(facts, rebase),
    ...potValueKeys(facts, rebase),
  ];
  if (plan.keys.size + plan.rescans.size + plan.present.size + extra.length > 0) await readPlan(plan, extra, reader);
  const visited = isSweeping(facts, cursor, profile) ? await readSweep(facts, reader, cursor, profile) : null;

  const author = await reduceEras(facts, reader, cursor, plan, changes, { isFirst, rebase });
  const mirrored = await reduceMirrors(reader, changes);
  const context = { facts, reader, cursor, isFirst, rebase, changes, mirrored, author, profile };
  if (visited !== null) await reduceJudgement(visited, BigInt(cursor.currentReportSlot ?? 0n), context);
  await reduceRecords(context);

  cursor.specVersion = facts.spec;
  await changes.patch('IndexCursor', { id: 'cursor' }, cursor);
  await flushChanges(changes, rows);
  memo.commit(facts.hash, reader.values, rebase);
  rowMemo.commit(facts.hash, changes.entries());
};

/** The one handler: a block in, rows out. Errors name the block and keep their cause. */
export const handleBlock = async (given: HandlerBlock | string): Promise<void> => {
  const facts = factsOf(given, () => api.registry);
  try {
    await indexBlock(facts);
  } catch (cause) {
    throw blockError(facts.number, cause);
  }
};
