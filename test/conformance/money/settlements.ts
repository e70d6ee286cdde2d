import { type ChainProfile, groupBy } from '@moho/protocol/base';
import { settlement } from '@moho/protocol/settlement';
import type { ChainReader } from '../chain';
import type { ChainEvent } from '../chain-facts';
import type { ChainChange } from '../chain-history';
import type { MapItem } from '../chain-items';
import type { ItemResult } from '../compare';
import { fileFields } from '../file-fields';
import { eventsOfCall, factsOfChain, factsTold, type RowAfter } from './settlement-facts';
import type { FeesRow, SettledRow } from './sql';

export const SETTLEMENTS_ITEM = 'Settlement told';

const FILES: MapItem = {
  name: 'Market.Files',
  pallet: 'market',
  items: ['files', 'filesV2'],
  id: ([cid]) => cid?.toHex() ?? '',
  fields: fileFields,
};

export interface SettlementsInput {
  rows: readonly SettledRow[];
  events: ReadonlyMap<number, ChainEvent[]>;
  /** the chain's own rows of these files, whenever they changed */
  history: readonly ChainChange[];
  profile: ChainProfile;
  /** the market's storage was set outside any block */
  excused(block: number): boolean;
}

/** Whether something else in the block named the file, so that its row of the block before is not what was settled. */
const isTouched = (events: readonly ChainEvent[], call: readonly ChainEvent[], cidHex: string): boolean =>
  events.some(
    (event) => event.pallet === 'market' && !call.includes(event) && event.args.some((arg) => arg.toHex() === cidHex),
  );

const rowAfter = (history: readonly ChainChange[], block: number): RowAfter => {
  const fields = history.findLast((change) => change.block <= block)?.fields;
  return fields == null ? null : { expiredAt: Number(fields.expiredAt), prepaid: String(fields.prepaid) };
};

/** Root may set a fee between the beginning of a block and the settlement: then either of the two may have held. */
const feesOf = ({ fees, feesBefore }: SettledRow, events: readonly ChainEvent[]): FeesRow[] => {
  const bySudo = events.some(({ pallet, name }) => pallet === 'sudo' || name === 'SetBaseFeeSuccess');
  return bySudo && feesBefore !== null ? [fees, feesBefore] : [fees];
};

const toldWith = (row: SettledRow, given: FeesRow, profile: ChainProfile) =>
  factsTold(
    settlement({
      file: {
        sizeBytes: BigInt(row.sizeBytes),
        expiredAt: row.expiredAt,
        amount: BigInt(row.amount),
        prepaid: BigInt(row.prepaid),
        hasReplicas: row.hasReplicas,
      },
      block: row.block,
      fees: { base: BigInt(given.baseFee), byte: BigInt(given.byteFee), keys: BigInt(given.keysFee) },
      spec: row.specVersion,
      profile,
    }),
    row.specVersion,
  );

/**
 * Every settlement of the past: what protocol tells from the index's rows of the block before is what the chain did. Left out
 * and counted are files that something else in the same block touched first, and storage set outside any block.
 */
export const compareSettlements = ({ rows, events, history, profile, excused }: SettlementsInput): ItemResult => {
  const result: ItemResult = { item: SETTLEMENTS_ITEM, keysCompared: 0, overridden: 0, mismatches: [] };
  const byFile = groupBy(history, ({ id }) => id);
  for (const row of rows) {
    const { block, eventIndex, cidHex } = row;
    const inBlock = events.get(block) ?? [];
    const id = `${block}-${eventIndex}`;
    const at = inBlock.findIndex((event) => event.index === eventIndex && event.name === 'CalculateSuccess');
    const add = (field: string | null, chain: string | number | null, index: string | number | null) =>
      result.mismatches.push({ item: SETTLEMENTS_ITEM, block, id, field, chain, index });
    if (at < 0) {
      add(null, null, 'a settlement');
      continue;
    }
    const call = eventsOfCall(inBlock, at);
    if (row.isTouched || isTouched(inBlock, call, cidHex) || excused(block)) {
      result.overridden += 1;
      continue;
    }
    result.keysCompared += 1;
    const done = factsOfChain(call, rowAfter(byFile.get(cidHex) ?? [], block));
    const tried = feesOf(row, inBlock).map((fees) => {
      const told = toldWith(row, fees, profile);
      const fields = Object.keys(told) as (keyof typeof told)[];
      return fields.flatMap((field) =>
        told[field] === done[field] || (field === 'toReserved' && told.toReserved === null)
          ? []
          : [{ field, chain: done[field], index: told[field] }],
      );
    });
    if (tried.some((differences) => differences.length === 0)) continue;
    for (const { field, chain, index } of tried[0] ?? []) add(field, chain, index);
  }
  return result;
};

/** The chain's own rows of the files that were settled. */
export const settledHistory = async (
  chain: Pick<ChainReader, 'keyOf' | 'history'>,
  rows: readonly SettledRow[],
  head: number,
): Promise<ChainChange[]> => {
  const keys = new Set<string>();
  for (const cidHex of new Set(rows.map((row) => row.cidHex)))
    for (const name of FILES.items)
      for (const block of [1, head]) {
        const key = await chain.keyOf({ ...FILES, items: [name] }, cidHex, block);
        if (key !== null) keys.add(key);
      }
  return chain.history(FILES, [...keys], head);
};
