import type { BlockFacts } from '../../decode/facts';
import { ledgerKey } from '../../mirror/staking';
import type { BlockReader } from '../../read/block-reader';
import { readAll } from '../../scale/reader';
import type { TouchPlan } from '../../touch/plan';
import type { Changes } from '../../write/changes';
import type { Fields } from '../../write/entities';
import { reduceAllEras, reduceSession, sessionEvent } from './index';
import { eraStashKey, SESSION_VALIDATORS } from './keys';
import { addAuthorPoints, reduceEraStashValue } from './rows';

type Cursor = Fields<'IndexCursor'>;

const sessionValidators = async (
  begins: boolean,
  reader: BlockReader,
  cursor: Cursor,
  changes: Changes,
): Promise<string[]> => {
  if (begins) {
    const raw = reader.now(SESSION_VALIDATORS);
    return raw === null ? [] : readAll(raw, (r) => r.vec(r.account));
  }
  return (await changes.get('Session', String(cursor.sessionIndex)))?.validators ?? [];
};

/** A validator that lowered its fee may have got the 100 % rule in the running era (crust-protocol §5.1). */
const reducePrefs = async (plan: TouchPlan, era: number, reader: BlockReader, changes: Changes): Promise<void> => {
  const stashes = new Set<string>();
  for (const controller of plan.validating) {
    for (const { fields } of await reader.before(ledgerKey(controller)))
      stashes.add((fields as Fields<'Ledger'>).stash);
    const raw = reader.wasRead(ledgerKey(controller)) ? reader.now(ledgerKey(controller)) : null;
    if (raw !== null) stashes.add(readAll(`0x${raw.slice(2, 66)}`, (r) => r.account()));
  }
  const keys = [...stashes].map((stash) => [stash, eraStashKey('prefs', era, stash)] as const);
  await reader.read(keys.map(([, key]) => key));
  for (const [stash, key] of keys) {
    const raw = reader.now(key);
    if (raw !== null) await reduceEraStashValue('prefs', era, stash, raw, changes);
  }
};

/**
 * Sessions, eras and the author's points. Returns the author. The author's index is resolved in the validator list of this
 * block, which a session beginning in it has already replaced (runtime-details §2.1).
 */
export const reduceEras = async (
  facts: BlockFacts,
  reader: BlockReader,
  cursor: Cursor,
  plan: TouchPlan,
  changes: Changes,
  { isFirst, rebase }: { isFirst: boolean; rebase: boolean },
): Promise<string | undefined> => {
  const begins = isFirst || sessionEvent(facts);
  const validators = await sessionValidators(begins, reader, cursor, changes);
  const author = facts.authorIndex === null ? undefined : validators[facts.authorIndex];
  if (rebase) await reduceAllEras(reader, changes);
  if (begins) await reduceSession(facts, reader, cursor, isFirst, changes);
  // where a session begins or everything was read, the chain's own points were read with it
  else if (!rebase && author !== undefined && cursor.activeEra !== undefined) {
    await addAuthorPoints(cursor.activeEra, author, changes);
  }
  if (plan.validating.size > 0 && cursor.activeEra !== undefined) {
    await reducePrefs(plan, cursor.activeEra, reader, changes);
  }
  return author;
};
