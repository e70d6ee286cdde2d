import type { ChainReader } from './chain';
import type { ChainEntry, Fields } from './chain-items';
import { compareItem, type ItemResult } from './compare';
import type { Row } from './graphql';
import { itemNamed } from './judgements';

/** The stake limit and the unscaled stakes behind an exposure when it was taken. */
export const SNAPSHOT_SELECTION = 'era stash stakeLimitAtSnapshot nominalOwn nominalTotal';

const STAKERS = itemNamed('Staking.ErasStakers');
const LIMITS = itemNamed('Staking.StakeLimit');
const BONDED = itemNamed('Staking.Bonded');
const LEDGER = itemNamed('Staking.Ledger');
const GUARANTORS = itemNamed('Staking.Guarantors');

/** First block of each era's snapshot (CurrentEra became it), for eras that began in a block. */
export const snapshotBlocks = async (
  eraAt: (block: number) => Promise<number | null>,
  head: number,
): Promise<Map<number, number>> => {
  const found = new Map<number, number>();
  const search = async (low: number, before: number | null, high: number, after: number | null): Promise<void> => {
    if (before === after) return;
    if (high - low === 1) {
      if (after !== null) found.set(after, high);
      return;
    }
    const middle = Math.floor((low + high) / 2);
    const between = await eraAt(middle);
    await search(low, before, middle, between);
    await search(middle, between, high, after);
  };
  // what block 1 finds came from genesis: nobody saw it being taken
  if (head > 1) await search(1, await eraAt(1), head, await eraAt(head));
  return found;
};

export interface StakeState {
  exposures: ChainEntry[];
  limits: ReadonlyMap<string, Fields>;
  bonded: ReadonlyMap<string, Fields>;
  ledgers: ReadonlyMap<string, Fields>;
  guarantors: ReadonlyMap<string, Fields>;
}

/** What stood behind each exposure: own active stake, and the votes of those it counts, before any scaling. */
export const snapshotFields = ({ exposures, limits, bonded, ledgers, guarantors }: StakeState): ChainEntry[] =>
  exposures.map(({ id, fields, rawKeys }) => {
    const stash = id.slice(id.indexOf('-') + 1);
    const own = ledgers.get(String(bonded.get(stash)?.controller))?.active;
    const votes = (fields.others as Fields[]).map(({ guarantor }) => {
      const targets = (guarantors.get(String(guarantor))?.targets ?? []) as Fields[];
      return targets.find((target) => target.validator === stash)?.value;
    });
    const known = own !== undefined && votes.every((vote) => vote !== undefined);
    return {
      id,
      rawKeys,
      fields: {
        stakeLimitAtSnapshot: limits.get(stash)?.limit ?? null,
        nominalOwn: own ?? null,
        nominalTotal: known
          ? String(votes.reduce((sum, vote) => sum + BigInt(String(vote)), BigInt(String(own))))
          : null,
      },
    };
  });

/**
 * Compares each snapshot with the chain: limits as of its block, after the sweep that may run in it; ledgers and votes as
 * of its parent, since the block's own calls come after the snapshot (runtime-details §2.1).
 */
export const compareSnapshots = async (
  chain: ChainReader,
  rows: Row[],
  eras: Row[],
  head: number,
): Promise<ItemResult[]> => {
  const blocks = await snapshotBlocks(async (block) => {
    const era = await chain.value(['staking', 'currentEra'], block);
    return era === null || String(era) === '' ? null : Number(era);
  }, head);
  const expected: ChainEntry[] = [];
  for (const [era, block] of blocks) {
    const at = async (item: typeof STAKERS, height: number) => (await chain.entries(item, height)).entries;
    const byId = async (item: typeof STAKERS, height: number) =>
      new Map((await at(item, height)).map((entry) => [entry.id, entry.fields]));
    expected.push(
      ...snapshotFields({
        exposures: (await at(STAKERS, block)).filter((entry) => entry.id.startsWith(`${era}-`)),
        limits: await byId(LIMITS, block),
        bonded: await byId(BONDED, block - 1),
        ledgers: await byId(LEDGER, block - 1),
        guarantors: await byId(GUARANTORS, block - 1),
      }),
    );
  }
  const filled = rows.filter((row) =>
    [row.stakeLimitAtSnapshot, row.nominalOwn, row.nominalTotal].some((value) => value !== null),
  );
  const fields = new Map<string, Fields>(
    filled.map(({ era, stash, stakeLimitAtSnapshot, nominalOwn, nominalTotal }) => [
      `${era}-${stash}`,
      {
        stakeLimitAtSnapshot: stakeLimitAtSnapshot ?? null,
        nominalOwn: nominalOwn ?? null,
        nominalTotal: nominalTotal ?? null,
      },
    ]),
  );
  const planned = [...blocks].map(([era, block]) => ({
    id: String(era),
    fields: { plannedAtBlock: block },
    rawKeys: [],
  }));
  const plannedRows = eras.filter((era) => era.plannedAtBlock !== null);
  return [
    compareItem('ValidatorEra (snapshot)', head, expected, fields, new Set()),
    compareItem(
      'EraStat.plannedAtBlock',
      head,
      planned,
      new Map(plannedRows.map((era) => [String(era.era), { plannedAtBlock: era.plannedAtBlock ?? null }])),
      new Set(),
    ),
  ];
};
