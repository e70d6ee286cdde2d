import type { ChainProfile } from '@moho/protocol/base';
import { POTS } from '@moho/protocol/pots';
import type postgres from 'postgres';
import { SCHEMA } from '../../../scripts/start/stack';
import type { ChainReader } from '../chain';
import type { ChainEvent } from '../chain-facts';
import type { ChainChange } from '../chain-history';
import type { MapItem } from '../chain-items';
import type { ItemResult } from '../compare';
import type { Overrides } from '../overrides';
import { compareFileMoney } from './files';
import { ACCOUNTS, MARKET_BENEFITS } from './items';
import { compareDebits, compareOrderLegs } from './orders';
import { compareOwners } from './owners';
import { type BalanceAt, comparePot, steady } from './pot';
import { compareReportedFiles } from './reported';
import { compareSettlements, settledHistory } from './settlements';
import {
  blockAuthors,
  fileLedger,
  movementRows,
  orderRows,
  ownerRows,
  potVersions,
  reportedFileRows,
  settledRows,
  signers,
} from './sql';
import { compareServiceAndLedgers } from './state';

/** twox128("Market"): what its keys begin with */
const MARKET_PALLET = '0x5ebf094108ead4fefa73f7a3b13cb4a7';

const byBlock = (events: ChainEvent[]): Map<number, ChainEvent[]> => {
  const groups = new Map<number, ChainEvent[]>();
  for (const event of events) {
    const group = groups.get(event.block);
    if (group) group.push(event);
    else groups.set(event.block, [event]);
  }
  return groups;
};

const keysOf = async (chain: ChainReader, item: MapItem, accounts: Iterable<string>): Promise<Map<string, string>> => {
  const keys = new Map<string, string>();
  for (const account of accounts) {
    const key = await chain.keyOf(item, account, 1);
    if (key !== null) keys.set(account, key);
  }
  return keys;
};

/** Every account that could have a row: those with one at a height, and those an event of the benefits or the market names. */
const ownersOf = async (chain: ChainReader, events: ChainEvent[], heights: number[]): Promise<Set<string>> => {
  const found = new Set<string>();
  for (const block of [0, ...heights])
    for (const { id } of (await chain.entries(MARKET_BENEFITS, block)).entries) found.add(id);
  for (const { pallet, name, args } of events)
    if (pallet === 'benefits' || name === 'RewardMerchantSuccess') found.add(String(args[0]));
  return found;
};

const balances = (changes: ChainChange[]): Map<string, BalanceAt> => {
  const of = new Map<string, { block: number; free: string }[]>();
  for (const { block, id, fields } of changes)
    of.set(id, [...(of.get(id) ?? []), { block, free: String(fields?.free ?? '0') }]);
  return new Map([...of].map(([id, list]) => [id, steady(list)]));
};

/** All money of a chain: the pot, the owners, the files, the settlements, the orders and their payers, the reported files; over every block. */
export const compareMoney = async (
  chain: ChainReader,
  sql: postgres.Sql,
  heights: number[],
  head: number,
  overrides: Overrides,
  profile: ChainProfile,
): Promise<ItemResult[]> => {
  const events = await chain.events(head);
  const grouped = byBlock(events);
  const orders = await orderRows(sql, SCHEMA);
  const accountKeys = await keysOf(chain, ACCOUNTS, new Set([POTS.storage, ...orders.map(({ payer }) => payer)]));
  const balanceOf = balances(await chain.history(ACCOUNTS, [...accountKeys.values()], head));
  const ownerKeys = await keysOf(chain, MARKET_BENEFITS, await ownersOf(chain, events, heights));
  const rewards = await chain.history(MARKET_BENEFITS, [...ownerKeys.values()], head);
  const excused = (keys: ReadonlyMap<string, string>) => (account: string, block: number) =>
    overrides.excused(keys.get(account) ?? '', block);
  const ownerExcused = excused(ownerKeys);
  const accountExcused = excused(accountKeys);
  const marketExcused = (block: number) => overrides.at(block).some((key) => key.startsWith(MARKET_PALLET));
  const settled = await settledRows(sql, SCHEMA);
  const nothing: BalanceAt = () => 0n;
  const signed = await signers(sql, SCHEMA);
  const authors = await blockAuthors(sql, SCHEMA);
  return [
    comparePot({
      head,
      chain: balanceOf.get(POTS.storage) ?? nothing,
      mirror: steady(await potVersions(sql, SCHEMA)),
      movements: await movementRows(sql, SCHEMA),
      excused: (block) => accountExcused(POTS.storage, block),
    }),
    compareOwners(rewards, await ownerRows(sql, SCHEMA), (block, owner) => ownerExcused(owner, block)),
    compareFileMoney(await fileLedger(sql, SCHEMA, 1), marketExcused),
    compareSettlements({
      rows: settled,
      events: grouped,
      history: await settledHistory(chain, settled, head),
      profile,
      excused: (block) => marketExcused(block) || marketExcused(block - 1),
    }),
    compareOrderLegs(grouped, orders),
    compareDebits({
      events: grouped,
      orders,
      balanceOf: (payer) => balanceOf.get(payer) ?? nothing,
      signedBy: (block, payer) => signed.get(`${block} ${payer}`) ?? [],
      authorOf: (block) => authors.get(block) ?? null,
      excused: (payer, block) => accountExcused(payer, block) || accountExcused(payer, block - 1),
    }),
    await compareReportedFiles(chain, events, await reportedFileRows(sql, SCHEMA), head),
    ...(await compareServiceAndLedgers(chain, sql, SCHEMA, heights, overrides)),
  ];
};
