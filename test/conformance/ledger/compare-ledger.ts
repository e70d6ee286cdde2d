import { LIMIT_CAUSES } from '@moho/protocol/limit-ledger';
import type { ChainReader } from '../chain';
import type { ChainChange } from '../chain-history';
import type { ItemResult } from '../compare';
import type { Ask, Row } from '../graphql';
import { itemNamed } from '../judgements';
import type { Overrides } from '../overrides';

export const LEDGER_ITEM = 'Limit ledger';

/** One change of a limit, as the chain's own history has it. */
export interface LimitStep {
  stash: string;
  block: number;
  before: bigint | null;
  after: bigint | null;
}

/** Changes of the amount; a row that comes or goes with nothing in it changes none. */
export const limitSteps = (history: readonly ChainChange[]): LimitStep[] => {
  const last = new Map<string, bigint | null>();
  const steps: LimitStep[] = [];
  for (const { block, id, fields } of history) {
    const before = last.get(id) ?? null;
    const after = fields === null ? null : BigInt(String(fields.limit));
    last.set(id, after);
    // what stood in block 0 nobody saw change
    if (block > 0 && (before ?? 0n) !== (after ?? 0n)) steps.push({ stash: id, block, before, after });
  }
  return steps;
};

const SELECTION = `block before after amount sweepBefore { sweepEndBlock }
  parts { cause amount stageBefore stageAfter rowCount
    rows(first: 1) { kind account slot block extrinsicIndex era bytes file { cid } } }`;

const ROWS_OF: Record<string, (row: Row) => boolean> = {
  CANDIDATE: ({ account, block }) => account !== null && block !== null,
  IDENTITY: ({ account, block, bytes }) => account !== null && block !== null && bytes !== null,
  JUDGEMENT: ({ account, slot, block, bytes }) => account !== null && slot !== null && block !== null && bytes !== null,
  REPORT: ({ account, slot, block, bytes }) => account !== null && slot !== null && block !== null && bytes !== null,
  REPLICA: ({ account, file, block, bytes }) => account !== null && file !== null && block !== null && bytes !== null,
  WORK_REPORT: ({ account, block, bytes }) => account !== null && block !== null && bytes !== null,
  SWEEP: ({ slot, block }) => slot !== null && block !== null,
  ERA: ({ era }) => era !== null,
  ISSUANCE: ({ block }) => block !== null,
};

/** What is wrong with an entry of the ledger, in words; null when it is right. */
export const problemOf = (step: LimitStep, entry: Row, wasCandidate: boolean): string | null => {
  const parts = entry.parts as unknown as (Row & { rows: Row[] })[];
  const sum = parts.reduce((all, { amount }) => all + BigInt(String(amount)), 0n);
  const change = (step.after ?? 0n) - (step.before ?? 0n);
  if (BigInt(String(entry.amount)) !== change) return `an amount of ${entry.amount} for a change of ${change}`;
  if (sum !== change) return `parts of ${sum} for a change of ${change}`;
  const order = parts.map(({ cause }) => LIMIT_CAUSES.indexOf(cause as never));
  if (order.some((place, i) => place <= (order[i - 1] ?? -1))) return `causes out of order: ${order.join(' ')}`;
  const unnamed = parts.find(({ cause }) => cause === 'UNNAMED');
  if (unnamed) return `an unnamed part of ${unnamed.amount}`;
  const candidacy = parts.find(({ cause }) => cause === 'CANDIDACY');
  if (candidacy && step.before !== null && step.after !== null && wasCandidate)
    return `candidacy of ${candidacy.amount} for one that was a candidate all the time`;
  for (const { cause, rows } of parts)
    if (rows.length === 0 || !rows.every((row) => ROWS_OF[String(row.kind)]?.(row) === true))
      return `a part ${cause} without the rows that caused it`;
  return null;
};

/** What a part is counted as: its cause, the stage it was in or brought about, and whether a correction names its call. */
const kindsOf = ({ cause, stageBefore, stageAfter, rows }: Row & { rows: Row[] }): string[] => [
  String(cause),
  ...(stageAfter === 'TWO' ? [`${cause} in stage two`] : []),
  ...(stageBefore !== null && stageBefore !== stageAfter ? [`${cause} changes the stage`] : []),
  ...(cause === 'SPOWER_CORRECTED' && rows.every(({ extrinsicIndex }) => extrinsicIndex !== null)
    ? ['SPOWER_CORRECTED by a named call']
    : []),
];

/** How often each cause had a part in a change. */
export type CauseCounts = Record<string, number>;

const PAGE = `query($stash: String!, $after: String) { validator(id: $stash) { limitChanges(first: 100, after: $after) {
  nodes { ${SELECTION} } pageInfo { hasNextPage endCursor } } } }`;

const ledgerOf = async (ask: Ask, stash: string): Promise<Row[]> => {
  const found: Row[] = [];
  let after: string | null = null;
  for (;;) {
    const { limitChanges } = (await ask(PAGE, { stash, after })).validator as Row;
    const { nodes, pageInfo } = limitChanges as unknown as {
      nodes: Row[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    found.push(...nodes);
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
};

const STAKE_LIMITS = itemNamed('Staking.StakeLimit');
const VALIDATORS = itemNamed('Staking.Validators');

/**
 * Every change of every stake limit on the chain against the ledger's entries: the same blocks and amounts, parts that sum
 * up to the pico, every part with a cause and its rows. Stashes are those the index ever had a limit of.
 */
export const compareLedger = async (
  chain: ChainReader,
  ask: Ask,
  stashes: readonly string[],
  head: number,
  overrides: Overrides,
): Promise<{ result: ItemResult; causes: CauseCounts }> => {
  const result: ItemResult = { item: LEDGER_ITEM, keysCompared: 0, overridden: 0, mismatches: [] };
  const causes: CauseCounts = {};
  const keys = new Map<string, string>();
  for (const stash of stashes) {
    const key = await chain.keyOf(STAKE_LIMITS, stash, head);
    if (key !== null) keys.set(stash, key);
  }
  const steps = limitSteps(await chain.history(STAKE_LIMITS, [...keys.values()], head));
  const candidates = new Map<number, Set<string>>();
  const wasCandidate = async (stash: string, block: number): Promise<boolean> => {
    const known =
      candidates.get(block) ?? new Set((await chain.entries(VALIDATORS, block)).entries.map(({ id }) => id));
    candidates.set(block, known);
    return known.has(stash);
  };
  const add = (block: number, id: string, onChain: string, inIndex: string) =>
    result.mismatches.push({ item: LEDGER_ITEM, block, id, field: 'parts', chain: onChain, index: inIndex });
  for (const stash of stashes) {
    const entries = new Map((await ledgerOf(ask, stash)).map((entry) => [Number(entry.block), entry]));
    for (const step of steps.filter((each) => each.stash === stash)) {
      const entry = entries.get(step.block);
      entries.delete(step.block);
      if (overrides.at(step.block).length > 0 && overrides.excused(keys.get(stash) ?? '', step.block)) {
        result.overridden += 1;
        continue;
      }
      result.keysCompared += 1;
      if (!entry) {
        add(step.block, stash, `${step.before} to ${step.after}`, 'no entry');
        continue;
      }
      const sweep = entry.sweepBefore as Row | null;
      const before = sweep === null ? false : await wasCandidate(stash, Number(sweep.sweepEndBlock) - 1);
      const problem = problemOf(step, entry, before);
      if (problem !== null) add(step.block, stash, `${step.before} to ${step.after}`, problem);
      for (const name of (entry.parts as unknown as (Row & { rows: Row[] })[]).flatMap(kindsOf))
        causes[name] = (causes[name] ?? 0) + 1;
    }
    for (const block of entries.keys()) add(block, stash, 'no change', 'an entry');
  }
  return { result, causes };
};
