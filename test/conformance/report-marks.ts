import type { ChainProfile } from '@moho/protocol/base';
import { slotOfBlock } from '@moho/protocol/slots';
import type { ChainReader } from './chain';
import type { ChainEvent } from './chain-facts';
import type { ChainEntry, Fields, MapItem } from './chain-items';
import { compareItem, type ItemResult } from './compare';
import { type DecodedField, hex } from './decoded';
import { type Ask, allNodes, type Row } from './graphql';
import type { Overrides } from './overrides';

/** The chain's own marks of who reported when; the index keeps rows instead. */
export const REPORTED_IN_SLOT: MapItem = {
  name: 'Swork.ReportedInSlot',
  pallet: 'swork',
  items: ['reportedInSlot'],
  id: ([anchor, slot]) => `${hex(anchor as DecodedField)}-${String(slot)}`,
  fields: (reported) => ({ reported: String(reported) === 'true' }),
};

export interface MarkFacts {
  block: number;
  profile: ChainProfile;
  /** Swork.HistorySlotDepth, blocks */
  depth: number;
  /** anchors with a row of Swork.WorkReports: those of a node that registered anew lose their marks */
  anchors: ReadonlySet<string>;
}

/**
 * Marks as of a block against REPORTED rows as of it. The sweep that judges slot J deletes the marks of J − depth; up to a
 * block, J is at most the slot before the one it lies in.
 */
export const compareMarks = (
  marks: ChainEntry[],
  rows: Row[],
  { block, profile, depth, anchors }: MarkFacts,
  excused: ReadonlySet<string>,
): ItemResult => {
  const marked = marks.filter((mark) => mark.fields.reported === true);
  const onChain = new Set(marked.map((mark) => mark.id));
  const firstKept = slotOfBlock(block, profile) - profile.slotBlocks - depth + 1;
  const expected = rows.filter(
    (row) => onChain.has(String(row.id)) || (Number(row.slot) >= firstKept && anchors.has(String(row.anchor))),
  );
  const fields = new Map<string, Fields>(expected.map((row) => [String(row.id), { reported: true }]));
  return compareItem(REPORTED_IN_SLOT.name, block, marked, fields, excused);
};

/** Reads both sides of `compareMarks` at each height. */
export const compareMarksAt = async (
  chain: ChainReader,
  ask: Ask,
  heights: number[],
  reports: MapItem,
  overrides: Overrides,
  profile: ChainProfile,
): Promise<ItemResult[]> => {
  const results: ItemResult[] = [];
  for (const block of heights) {
    const { entries, undecoded } = await chain.entries(REPORTED_IN_SLOT, block);
    if (undecoded.length > 0) throw new Error(`${REPORTED_IN_SLOT.name} at block ${block} cannot be decoded`);
    const known = await chain.entries(reports, block);
    const depth = Number(await chain.value(['swork', 'historySlotDepth'], block)) || profile.historySlotDepth;
    const rows = await allNodes(ask, 'slotReports', 'id slot anchor status', block, '{ status: REPORTED }');
    const excused = await chain.idsOf(REPORTED_IN_SLOT, overrides.at(block), block);
    const facts = { block, profile, depth, anchors: new Set(known.entries.map((entry) => entry.id)) };
    results.push(
      compareMarks(
        entries,
        rows.filter((row) => row.status === 'REPORTED'),
        facts,
        excused,
      ),
    );
  }
  return results;
};

/** Every WorksReportSuccess event against the REPORTED rows as of the head. */
export const compareReportEvents = (
  events: ChainEvent[],
  rows: Row[],
  head: number,
  profile: ChainProfile,
): ItemResult => {
  const place = (block: unknown, event: unknown) => `${block}-${event}`;
  const chain = events
    .filter((event) => event.pallet === 'swork' && event.name === 'WorksReportSuccess')
    .map(({ block, index, args: [account, key] }) => ({
      id: place(block, index),
      fields: {
        account: String(account),
        pubKey: hex(key as DecodedField),
        // a report is accepted in its own slot alone
        slot: slotOfBlock(block, profile),
      },
      rawKeys: [],
    }));
  const reported = rows.filter((row) => row.status === 'REPORTED');
  const fields = new Map<string, Fields>(
    reported.map((row) => [
      place(row.block, row.eventIndex),
      { account: row.account ?? null, pubKey: row.pubKey ?? null, slot: row.slot ?? null },
    ]),
  );
  return compareItem('SlotReport (event)', head, chain, fields, new Set());
};
