import type { ChainReader } from '../chain';
import type { ChainCall } from '../chain-calls';
import type { ChainEvent } from '../chain-facts';
import type { ChainEntry, Fields } from '../chain-items';
import { compareItem, type ItemResult } from '../compare';
import { type DecodedField, hex, list } from '../decoded';
import type { ReportedFileRow } from './sql';

export const REPORTED_ITEM = 'ReportedFile';

const MAX_INT = 2 ** 31 - 1;

const named = (call: ChainCall, ...names: string[]): DecodedField | undefined =>
  names.map((name) => call.args[name]).find((field) => field !== undefined);

/** Files a report names: CID, size, attested block. */
const filesOf = (call: ChainCall): Fields[] => {
  const tuples = (isAdded: boolean, ...names: string[]) =>
    list(named(call, ...names)).map((tuple) => {
      const [cid, size, block] = list(tuple) as [DecodedField, DecodedField, DecodedField];
      const validAt = Number(String(block));
      return {
        cidHex: hex(cid),
        isAdded,
        slot: Number(String(named(call, 'slot'))),
        sizeBytes: String(size),
        validAt: validAt > MAX_INT ? null : validAt,
      };
    });
  return [...tuples(true, 'addedFiles', 'added_files'), ...tuples(false, 'deletedFiles', 'deleted_files')];
};

/** Every file of every accepted report of the chain, in order, against the rows, both ways. */
export const compareReportedFiles = async (
  chain: Pick<ChainReader, 'calls'>,
  events: ChainEvent[],
  rows: ReportedFileRow[],
  head: number,
): Promise<ItemResult> => {
  const counted = new Map<string, number>();
  const idOf = (block: number, extrinsic: number, account: string): string => {
    const place = `${block}-${extrinsic} ${account}`;
    const n = counted.get(place) ?? 0;
    counted.set(place, n + 1);
    return `${place} ${n}`;
  };
  const entries: ChainEntry[] = [];
  const waiting = new Map<string, ChainCall[]>();
  for (const { block, extrinsic, pallet, name, args } of events) {
    if (pallet !== 'swork' || name !== 'WorksReportSuccess' || extrinsic === null) continue;
    const place = `${block}-${extrinsic}`;
    const calls =
      waiting.get(place) ?? (await chain.calls(block, extrinsic)).filter((call) => call.name === 'reportWorks');
    const key = hex(args[1] as DecodedField);
    const at = calls.findIndex((call) => hex(named(call, 'currPk', 'curr_pk') as DecodedField) === key);
    const [call] = at < 0 ? [] : calls.splice(at, 1);
    waiting.set(place, calls);
    // a call that ran from another block's agenda names its files nowhere in this one
    if (!call) continue;
    for (const fields of filesOf(call))
      entries.push({ id: idOf(block, extrinsic, String(args[0])), fields, rawKeys: [] });
  }
  counted.clear();
  const indexed = rows.map(({ block, extrinsicIndex, account, ...fields }) => [
    idOf(block, extrinsicIndex, account),
    fields,
  ]);
  return compareItem(REPORTED_ITEM, head, entries, new Map(indexed as [string, Fields][]), new Set());
};
