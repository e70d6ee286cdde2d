import { slashDueEra } from '@moho/protocol';
import type postgres from 'postgres';
import type { ChainReader } from '../chain';
import type { ChainEvent } from '../chain-facts';
import type { ChainEntry, Fields, MapItem } from '../chain-items';
import { compareItem, type ItemResult } from '../compare';
import { list, pick, struct, text } from '../decoded';
import type { Overrides } from '../overrides';
import { type EraRow, type WaitingRow, type WaitingVersion, waitingRows } from './sql';

export const UNAPPLIED: MapItem = {
  name: 'Staking.UnappliedSlashes',
  pallet: 'staking',
  items: ['unappliedSlashes'],
  id: ([era]) => String(era),
  fields: (value) => ({
    slashes: list(value as never).map((one) => {
      const slash = struct(one);
      return {
        validator: text(pick(slash, 'validator')),
        own: text(pick(slash, 'own')),
        others: list(pick(slash, 'others')).map((other) => {
          const [guarantor, amount] = other as unknown as [unknown, unknown];
          return { guarantor: String(guarantor), value: String(amount) };
        }),
        reporters: list(pick(slash, 'reporters')).map(String),
        payout: text(pick(slash, 'payout')),
      };
    }),
  }),
};

const rowFields = ({ id: _, others, ...row }: WaitingRow): Fields => ({ ...row, others: JSON.parse(others) });

/** One entry for each slash of the lists. */
const entriesOf = (lists: ChainEntry[]): ChainEntry[] =>
  lists.flatMap(({ id, fields, rawKeys }) =>
    (fields.slashes as Fields[]).map((slash, position) => ({ id: `${id}-${position}`, fields: slash, rawKeys })),
  );

/** Blocks in which something may have begun or ceased to wait, and those before them: few, so all are compared. */
const turningPoints = (events: readonly ChainEvent[], versions: readonly WaitingVersion[]): number[] => {
  const told = events.filter(({ pallet, name }) => pallet === 'offences' || (pallet === 'staking' && name === 'Slash'));
  const blocks = [...told.map(({ block }) => block), ...versions.flatMap(({ from, until }) => [from, until ?? from])];
  return blocks.flatMap((block) => [block - 1, block]).filter((block) => block > 0);
};

/** The slashes that wait, at each height and wherever something began or ceased to wait. */
export const compareWaiting = async (
  chain: ChainReader,
  sql: postgres.Sql,
  schema: string,
  heights: readonly number[],
  events: readonly ChainEvent[],
  versions: readonly WaitingVersion[],
  overrides: Overrides,
): Promise<ItemResult[]> => {
  const results: ItemResult[] = [];
  for (const block of new Set([...heights, ...turningPoints(events, versions)])) {
    const { entries, undecoded } = await chain.entries(UNAPPLIED, block);
    if (undecoded.length > 0) throw new Error(`${UNAPPLIED.name} at block ${block} cannot be decoded`);
    const eras = await chain.idsOf(UNAPPLIED, overrides.at(block), block);
    const rows = new Map((await waitingRows(sql, schema, block)).map((row) => [row.id, rowFields(row)]));
    const ids = [...rows.keys(), ...entriesOf(entries).map(({ id }) => id)];
    const left = new Set(ids.filter((id) => eras.has(id.split('-')[0] ?? '')));
    results.push(compareItem(UNAPPLIED.name, block, entriesOf(entries), rows, left));
  }
  return results;
};

const partiesOf = ({ validator, others }: WaitingVersion): string[] => [
  validator,
  ...(JSON.parse(others) as { guarantor: string }[]).map(({ guarantor }) => guarantor),
];

/** Nothing waits beyond the era it falls due in, and every slash taken is of one that waited until then. */
export const compareTaken = (
  waiting: readonly WaitingVersion[],
  taken: readonly { block: number; eventIndex: number; stash: string }[],
  eras: Iterable<EraRow>,
  specOf: (block: number) => number,
): ItemResult => {
  const result: ItemResult = { item: 'Slash due', keysCompared: 0, overridden: 0, mismatches: [] };
  const differs = (block: number, id: string, chain: string | null, index: string | null) =>
    result.mismatches.push({ item: result.item, block, id, field: null, chain, index });
  const liable = new Map<number, Set<string>>();
  for (const { era, startBlock } of eras) {
    if (startBlock === null) continue;
    const due = waiting.filter(
      (slash) =>
        slash.from < startBlock &&
        (slash.until === null || slash.until >= startBlock) &&
        slashDueEra(slash.era, specOf(startBlock)) <= era,
    );
    for (const slash of due) {
      result.keysCompared += 1;
      if (slash.until !== startBlock) differs(startBlock, slash.id, `due in era ${era}`, `until ${slash.until}`);
    }
    liable.set(startBlock, new Set(due.flatMap(partiesOf)));
  }
  for (const { block, eventIndex, stash } of taken) {
    result.keysCompared += 1;
    if (!liable.get(block)?.has(stash)) differs(block, `${block}-${eventIndex}`, stash, null);
  }
  return result;
};
