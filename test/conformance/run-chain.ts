import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { crustTypesBundle } from '@moho/devnet/codec/types-bundle';
import { connect } from '../../scripts/start/postgres/database';
import { SCHEMA } from '../../scripts/start/stack';
import { type ChainReader, connectChain } from './chain';
import { type ChainServed, serveChain } from './chain-server';
import type { Mismatch } from './compare';
import { compareHeights } from './compare-heights';
import { compareHistory } from './compare-history';
import type { CalmChain, ChainGiven } from './given-chains';
import { type Ask, askApi } from './graphql';
import { type HeightChoice, pickHeights, seedForChain } from './heights';
import { indexChain, serveApi } from './index-chain';
import { heightsOfLater } from './later-files';
import { compareLedger } from './ledger/compare-ledger';
import { limitedStashes } from './ledger/sql';
import { notReached } from './milestones';
import { compareMisses } from './misses';
import { compareMoney } from './money/compare-money';
import { fileName } from './names';
import { noOverrides, readOverrides } from './overrides';
import { countReached } from './reached';
import { compareAllReceipts } from './receipts';
import { compareRecords, type RecordResult } from './records';
import type { ChainReport } from './report';
import { type Scope, scoped } from './run-once';
import { blockRows, overlaps, versionedTables } from './sql';
import type { Workplace } from './workplace';
import { compareYield } from './yield/compare-yield';

export interface IndexedChain {
  given: ChainGiven;
  served: ChainServed;
  chain: ChainReader;
  ask: Ask;
  databaseUrl: string;
  indexSeconds: number;
}

/** Serves a chain, indexes it to its head and puts the API before it; everything ends with `scope`. */
export const openIndexed = async (
  given: CalmChain,
  place: Workplace,
  scope: Scope,
  say: (line: string) => void,
): Promise<IndexedChain> => {
  const served = await serveChain(given, place, scope);
  say(`${given.name}: ${served.head} blocks, indexing`);
  const databaseUrl = await place.newDatabase();
  const indexSeconds = await indexChain(
    served,
    databaseUrl,
    place,
    tenths(served.head, (height) => say(`${given.name}: block ${height} of ${served.head}`)),
  );
  say(`${given.name}: indexed in ${indexSeconds.toFixed(1)} s, comparing`);
  const chain = await connectChain(served.url, crustTypesBundle);
  scope.defer(chain.close);
  const ask = askApi(await serveApi(served, databaseUrl, place, scope), place.room.signal);
  return { given, served, chain, ask, databaseUrl, indexSeconds };
};

/** Calls `tell` a few times on the way to `end`, not at every step. */
const tenths = (end: number, tell: (height: number) => void) => {
  let told = 0;
  return (height: number) => {
    const part = Math.floor((10 * height) / Math.max(1, end));
    if (part <= told || part >= 10) return;
    told = part;
    tell(height);
  };
};

/** Every block has its rows, and no row has two versions at one block. */
const checkRecords = async (chain: ChainReader, databaseUrl: string, head: number): Promise<RecordResult> => {
  const sql = connect(databaseUrl);
  try {
    const result = compareRecords(await chain.blocks(head), await blockRows(sql, SCHEMA));
    const doubled: Mismatch[] = [];
    for (const { table } of await versionedTables(sql, SCHEMA))
      for (const { id } of await overlaps(sql, SCHEMA, table))
        doubled.push({
          item: `table ${table}`,
          block: head,
          id,
          field: '_block_range',
          chain: null,
          index: 'two versions of the row at one block',
        });
    return { ...result, mismatches: [...result.mismatches, ...doubled] };
  } finally {
    await sql.end();
  }
};

const withSql = async <T>(databaseUrl: string, ask: (sql: ReturnType<typeof connect>) => Promise<T>): Promise<T> => {
  const sql = connect(databaseUrl);
  return ask(sql).finally(() => sql.end());
};

/** Receipts take one call each, so a few of the heights must do: the first, the middle one and the head. */
const receiptHeights = (heights: number[]): number[] => [
  ...new Set([0, 0.5, 1].map((part) => heights[Math.floor(part * (heights.length - 1))] as number)),
];

/** Compares an indexed chain at its head and at random heights. */
export const compareIndexed = async (indexed: IndexedChain, drawn: HeightChoice): Promise<ChainReport> => {
  const { given, served, chain, ask, databaseUrl, indexSeconds } = indexed;
  const since = Date.now();
  const random = pickHeights(served.head, drawn.count, seedForChain(drawn.seed, given.name));
  const heights = [...new Set([...random, ...(await heightsOfLater(chain, served.head))])].sort((a, b) => a - b);
  const overrides = given.kind === 'recording' ? await readOverrides(given.folder) : noOverrides;
  const compared = await compareHeights(chain, ask, heights, overrides, served.profile);
  const history = await withSql(databaseUrl, (sql) =>
    compareHistory(chain, ask, sql, heights, served.head, overrides, served.profile),
  );
  const receipts = await compareAllReceipts(chain, ask, receiptHeights(heights), overrides);
  const records = await checkRecords(chain, databaseUrl, served.head);
  const money = await withSql(databaseUrl, (sql) =>
    compareMoney(chain, sql, heights, served.head, overrides, served.profile),
  );
  const earned = await withSql(databaseUrl, (sql) =>
    compareYield(chain, sql, heights, served.head, overrides, served.profile),
  );
  const stashes = await withSql(databaseUrl, (sql) => limitedStashes(sql, SCHEMA));
  const ledger = await compareLedger(chain, ask, stashes, served.head, overrides);
  const head = await chain.head();
  if (head !== served.head) throw new Error(`the chain grew from ${served.head} to ${head} while it was compared`);
  const reached = await withSql(databaseUrl, (sql) => countReached(ask, sql, heights));
  return {
    chain: given.name,
    genesisHash: served.address.genesis,
    blocks: served.head,
    heights,
    heightSeed: drawn.seed,
    ...compared,
    history,
    money: [...money, ledger.result, await compareMisses(ask, served.head)],
    earned,
    receipts,
    records,
    reached: { ...reached, ...ledger.causes },
    isSeed: given.kind === 'simulation' && given.mustReach !== undefined && given.runtimes === undefined,
    notReached: given.kind === 'simulation' ? notReached(reached, given.mustReach ?? []) : [],
    seconds: { index: indexSeconds, compare: (Date.now() - since) / 1000 },
  };
};

/** One chain from the first block to its report; its processes end with it, also on an error. */
export const runChain = (
  given: CalmChain,
  place: Workplace,
  drawn: HeightChoice,
  say: (line: string) => void,
): Promise<ChainReport> =>
  scoped(async (scope) => {
    const logFolder = join(place.room.logFolder, fileName(given.name));
    mkdirSync(logFolder, { recursive: true });
    const own = { ...place, room: { ...place.room, logFolder } };
    return compareIndexed(await openIndexed(given, own, scope, say), drawn);
  });
