import type { ChainProfile } from '@moho/protocol/base';
import { FRESH_MARK, slotOfBlock, sweepStartBlock } from '@moho/protocol/slots';
import { totalStakeLimit } from '@moho/protocol/stake-limit';
import { countedSums, type Visited, visitedBatch } from './batches';
import type { ChainReader } from './chain';
import type { ChainEvent } from './chain-facts';
import { type ChainEntry, type Fields, MAP_ITEMS, type MapItem } from './chain-items';
import type { Overrides } from './overrides';
import { reportsAtSweep } from './pending-spower';
import { REPORTED_IN_SLOT } from './report-marks';

/** What one sweep of the chain came to, told from its state alone. */
export interface Judged {
  slot: number;
  endBlock: number;
  /** rows the sweep must have left, by `anchor-slot` */
  rows: Map<string, Fields>;
  /** ids among them whose state was overridden outside any block */
  excused: Set<string>;
  /** the identities visited, in order, by block */
  visits: Map<number, Visited[]>;
  summary: Fields;
}

export const itemNamed = (name: string): MapItem => {
  const item = MAP_ITEMS.find((one) => one.name === name);
  if (!item) throw new Error(`no map is called ${name}`);
  return item;
};
const IDENTITIES = itemNamed('Swork.Identities');
const REPORTS = itemNamed('Swork.WorkReports');
const FILES = itemNamed('Market.Files');

export interface VisitState {
  block: number;
  slot: number;
  /** runtime that judged */
  spec: number;
  punishmentEnabled: boolean;
  /** before the block, those it visits */
  identities: ChainEntry[];
  workReports: ReadonlySet<string>;
  marks: ReadonlySet<string>;
  /** identities after the block, by account */
  after: ReadonlyMap<string, Fields>;
}

/**
 * The row each identity visited in a block must get (crust-protocol §4.3, runtime-details §3 rows 13 to 15): only a node
 * with a work report is judged; `punished` follows from the deadline that stands on the chain after the block.
 */
export const judgedRows = (state: VisitState): Map<string, Fields> => {
  const { block, slot, spec, punishmentEnabled, workReports, marks, after } = state;
  const rows = new Map<string, Fields>();
  for (const { id: account, fields } of state.identities) {
    const anchor = String(fields.anchor);
    if (!workReports.has(anchor)) continue;
    const id = `${anchor}-${slot}`;
    const fresh = spec >= 2 && Number(fields.punishmentDeadline) === FRESH_MARK;
    const status = marks.has(id) ? 'REPORTED' : fresh ? 'EXEMPT' : 'MISSED';
    const left = after.get(account);
    // a node that registered anew in the very block has a deadline of its new anchor: what the old one had follows from the rule
    const known = left?.anchor === anchor;
    const lasting = Number((known ? left : fields).punishmentDeadline);
    const punished = punishmentEnabled && (slot < lasting || (!known && status === 'MISSED'));
    rows.set(id, { status, punished, judgedAtBlock: block, account, owner: fields.owner ?? null });
  }
  return rows;
};

const byRawKey = (a: ChainEntry, b: ChainEntry) => ((a.rawKeys[0] ?? '') < (b.rawKeys[0] ?? '') ? -1 : 1);

const entriesOf = async (chain: ChainReader, item: MapItem, block: number): Promise<ChainEntry[]> => {
  const { entries, undecoded } = await chain.entries(item, block);
  if (undecoded.length > 0) throw new Error(`${item.name} at block ${block} has ${undecoded.length} undecoded values`);
  return entries;
};

/** Account and anchor of rows that hang on storage overridden before a block. */
const overridden = async (chain: ChainReader, overrides: Overrides, block: number) => {
  const keys = overrides.at(block);
  if (keys.length === 0) return () => false;
  const [accounts, anchors, marks] = await Promise.all(
    [IDENTITIES, REPORTS, REPORTED_IN_SLOT].map((item) => chain.idsOf(item, keys, block)),
  );
  return (id: string, row: Fields): boolean =>
    accounts?.has(String(row.account)) || anchors?.has(id.split('-')[0] ?? '') || marks?.has(id) || false;
};

/** Everything the chain's sweeps did, in order, one for each UpdateStakeLimitSuccess event. */
export const readJudgements = async (
  chain: ChainReader,
  events: ChainEvent[],
  specOf: (block: number) => number,
  overrides: Overrides,
  profile: ChainProfile,
): Promise<Judged[]> => {
  const found: Judged[] = [];
  for (const event of events) {
    if (event.pallet !== 'staking' || event.name !== 'UpdateStakeLimitSuccess') continue;
    const end = event.block;
    const slot = Number((await chain.value(['swork', 'currentReportSlot'], end - 1)) ?? 0);
    const judged: Judged = { slot, endBlock: end, rows: new Map(), excused: new Set(), visits: new Map(), summary: {} };
    const start = sweepStartBlock(slotOfBlock(end, profile), specOf(end), profile);
    let enabled = true;
    let last = '';
    for (let block = start; block < end; block++) {
      const state = (item: MapItem) => entriesOf(chain, item, block - 1);
      // a batch of the identities after the last one, in the order of their raw keys (crust-protocol §4.2)
      const visited = (await state(IDENTITIES))
        .filter(({ rawKeys: [key = ''] }) => key > last)
        .sort(byRawKey)
        .slice(0, profile.sweepBatch);
      last = visited.at(-1)?.rawKeys[0] ?? last;
      // the sweep comes before the block's calls
      const switched = await chain.value(['swork', 'enablePunishment'], block - 1);
      enabled = switched === null || String(switched) === 'true';
      const reports = await reportsAtSweep(chain, await state(REPORTS), async () => state(FILES), block, specOf(block));
      const visit: VisitState = {
        block,
        slot,
        spec: specOf(block),
        punishmentEnabled: enabled,
        identities: visited,
        workReports: new Set(reports.map((entry) => entry.id)),
        marks: new Set((await state(REPORTED_IN_SLOT)).filter((m) => m.fields.reported === true).map((m) => m.id)),
        after: new Map((await entriesOf(chain, IDENTITIES, block)).map((entry) => [entry.id, entry.fields])),
      };
      const rows = judgedRows(visit);
      if (visited.length > 0) judged.visits.set(block, visitedBatch(visit, rows, reports));
      const isOverridden = await overridden(chain, overrides, block);
      for (const [id, row] of rows) {
        judged.rows.set(id, row);
        if (isOverridden(id, row)) judged.excused.add(id);
      }
    }
    judged.summary = {
      ...(await summaryOf(chain, judged, Number(event.args[0]))),
      ...(await stakeOf(chain, end)),
      sweepStartBlock: start,
      punishmentEnabled: enabled,
    };
    found.push(judged);
  }
  return found;
};

/** The totals the chain wrote at the end of a sweep, and how many rows of each kind it left. */
const summaryOf = async (chain: ChainReader, { rows, visits, endBlock }: Judged, owners: number): Promise<Fields> => {
  const visited = [...visits.values()].flat();
  const amount = async (...items: string[]) => String((await chain.value(['swork', ...items], endBlock)) ?? 0);
  const count = (status: string) => [...rows.values()].filter((row) => row.status === status).length;
  return {
    reporters: count('REPORTED'),
    missed: count('MISSED'),
    exempt: count('EXEMPT'),
    punished: [...rows.values()].filter((row) => row.punished === true).length,
    owners,
    totalFree: await amount('free'),
    totalSpower: await amount('spower', 'used'),
    totalFilesSizeBytes: await amount('reportedFilesSize'),
    sweepEndBlock: endBlock,
    unreported: visited.filter(({ verdict }) => verdict === 'N').length,
    ...countedSums(visited),
    // the rule and the chain never part
    deadlineMismatches: 0,
  };
};

/** What the stake limits a sweep ends with are made of: the state before that block (runtime-details §2.1). */
const stakeOf = async (chain: ChainReader, end: number): Promise<Fields> => {
  const before = end - 1;
  const issuance = BigInt(String((await chain.value(['balances', 'totalIssuance'], before)) ?? 0));
  const active = (await chain.value(['staking', 'activeEra'], before)) as { index?: unknown } | null;
  const era = active === null ? null : Number(String(active.index));
  const { entries } = await chain.entries(itemNamed('Staking.ErasTotalStakes'), before);
  const eraTotalStake = BigInt(String(entries.find(({ id }) => id === String(era))?.fields.totalStake ?? 0));
  return {
    activeEra: era,
    eraTotalStake: String(eraTotalStake),
    issuance: String(issuance),
    totalStakeLimit: String(totalStakeLimit(issuance, eraTotalStake)),
  };
};
