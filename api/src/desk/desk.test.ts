import {
  type DeskNode,
  erasPerYear,
  guarantorKey,
  marginalIncome,
  payout,
  REALISED_WINDOWS,
  realisedSpread,
  type Vote,
  yearlyPerbill,
} from '@moho/protocol';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { address, CRU, HEAD, owners } from '../../test/fixtures';
import { COLUMN_NAMES } from './columns';

let world: TestApi;
let ask: Ask;
beforeAll(async () => {
  world = await startTestApi();
  ask = world.ask;
});
afterEach(() => expect(world.failures.splice(0)).toEqual([]));
afterAll(() => world.close());

const ERAS_A_YEAR = erasPerYear(DEVNET_PROFILE);
const AMOUNT = String(25n * CRU);

const ROW = `stash name standing elected guaranteeFeePerbill stakeLimit ownStake guaranteedStake totalStake effectiveStake
  headroom saturationPerbill guarantorCount memberCount myIncome myReturnPerbill expectedAuthoring reportsPerbill
  reportsDue reportsSent unclaimedEras slashCount slashed asOf rank { score }
  realised { window eras p10Perbill medianPerbill p90Perbill }`;

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the test's own question shaped them
type Row = any;

const nodes = async (variables: Record<string, unknown> = {}): Promise<Row[]> => {
  const { data, errors } = await ask(
    `query ($filter: NodeFilter, $orderBy: NodeOrder, $amount: BigInt, $guarantor: String, $weights: [RankWeight!], $at: Int) {
      nodes(first: 100, filter: $filter, orderBy: $orderBy, amount: $amount, guarantor: $guarantor, weights: $weights, at: $at) {
        totalCount nodes { ${ROW} } } }`,
    variables,
  );
  expect(errors).toEqual([]);
  expect(data.nodes.totalCount).toBe(data.nodes.nodes.length);
  return data.nodes.nodes;
};

const VALIDATOR = `id isCandidate guaranteeFeePerbill stakeLimit ownStake guaranteedStake totalStake effectiveStake guarantorCount
  memberCount electedLastEra unclaimedEras stashAccount { identityDisplay } slashes(first: 100) { nodes { amount block } }
  guarantees(first: 100) { nodes { guarantor value } }
  eras(first: 100) { nodes { era total nominalTotal authoringPayout guaranteeFeePerbill } }`;

const validator = async (id: string, at: number): Promise<Row> =>
  (await ask(`query ($id: String!, $at: Int) { validator(id: $id, at: $at) { ${VALIDATOR} } }`, { id, at })).data
    .validator;

const closedEras = async (at: number): Promise<Row[]> =>
  (
    await ask(`query ($at: Int) { eras(first: 100, at: $at) { nodes { era endBlock totalStake stakingPayout } } }`, {
      at,
    })
  ).data.eras.nodes.filter((era: Row) => era.endBlock !== null);

describe.each([HEAD, 195, 45])('the table of block %s', (at) => {
  test('says of every node what the answers about this one node say', async () => {
    const rows = await nodes({ at, filter: { standings: ['ELECTED', 'WAITING', 'NO_LIMIT', 'CHILLED'] } });
    const eras = await closedEras(at);
    expect(rows.length).toBeGreaterThan(8);
    for (const row of rows) {
      const one = await validator(row.stash, at);
      expect(row).toMatchObject({
        asOf: at,
        name: one.stashAccount.identityDisplay,
        elected: one.electedLastEra,
        guaranteeFeePerbill: one.guaranteeFeePerbill,
        stakeLimit: one.stakeLimit,
        ownStake: one.ownStake,
        guaranteedStake: one.guaranteedStake,
        totalStake: one.totalStake,
        effectiveStake: one.effectiveStake,
        guarantorCount: one.guarantorCount,
        memberCount: one.memberCount,
        unclaimedEras: one.unclaimedEras,
      });
      expect(BigInt(row.headroom)).toBe(BigInt(one.stakeLimit ?? 0) - BigInt(one.totalStake));
      expect(row.standing === 'CHILLED').toBe(!one.isCandidate);
      // slashes are asked for at the head: those of later blocks are not known yet
      const slashes = one.slashes.nodes.filter((slash: Row) => slash.block <= at);
      expect([row.slashCount, row.slashed]).toEqual([
        slashes.length,
        String(slashes.reduce((sum: bigint, { amount }: Row) => sum + BigInt(amount), 0n)),
      ]);
      const rates = eras.map((era) => {
        const part = one.eras.nodes.find((node: Row) => node.era === era.era);
        if (part === undefined || part.nominalTotal === null)
          return part === undefined || part.total !== null ? null : 0n;
        const { shared } = payout({
          authoringPayout: part.authoringPayout === null ? null : BigInt(part.authoringPayout),
          guaranteeFeePerbill: BigInt(part.guaranteeFeePerbill),
          exposureTotal: BigInt(part.total),
          guarantors: [],
          stakingPayout: BigInt(era.stakingPayout),
          eraTotalStakes: BigInt(era.totalStake),
        });
        return yearlyPerbill(shared, BigInt(part.nominalTotal), ERAS_A_YEAR);
      });
      const spreads = REALISED_WINDOWS.flatMap((window) => {
        const spread = realisedSpread(rates, window);
        if (spread === null) return [];
        const { count, p10, median, p90 } = spread;
        const [p10Perbill, medianPerbill, p90Perbill] = [p10, median, p90].map(String);
        return [{ window, eras: count, p10Perbill, medianPerbill, p90Perbill }];
      });
      expect(row.realised).toEqual(spreads);
    }
  });

  test('tells of work reports what their audit tells', async () => {
    for (const row of await nodes({ at })) {
      const { data } = await ask(
        `query ($a: String!, $at: Int) { audit(account: $a, at: $at) { isGroup grid(slots: 672) { rates { slots reported due perbill } } } }`,
        { a: row.stash, at },
      );
      const rate = data.audit.grid.rates.at(-1);
      if (!data.audit.isGroup) continue;
      expect({ perbill: row.reportsPerbill, due: row.reportsDue, reported: row.reportsSent }).toEqual({
        perbill: rate.perbill,
        due: rate.due,
        reported: rate.reported,
      });
    }
  });

  test('tells my return as the income of all my guarantees with the amount, less that without it', async () => {
    const rows = await nodes({ at });
    const eras = await closedEras(at);
    const desk: DeskNode[] = [];
    for (const row of rows) {
      const { guarantees } = await validator(row.stash, at);
      const votes: Vote<string>[] = guarantees.nodes
        .map(({ guarantor, value }: Row) => ({ who: guarantor, value: BigInt(value) }))
        .sort((a: Vote<string>, b: Vote<string>) => (guarantorKey(a.who) < guarantorKey(b.who) ? -1 : 1));
      desk.push({
        stash: row.stash,
        stakeLimitPico: BigInt(row.stakeLimit ?? 0),
        ownActivePico: BigInt(row.ownStake),
        votes,
        guaranteeFeePerbill: BigInt(row.guaranteeFeePerbill),
        authoringPayoutPico: BigInt(row.expectedAuthoring),
      });
    }
    const terms = { stakingPayoutPico: BigInt(eras[0]?.stakingPayout ?? 0) };
    for (const guarantor of [null, address(70), address(73)]) {
      for (const row of await nodes({ at, amount: AMOUNT, guarantor })) {
        const who = guarantor ?? address(250);
        const added = eras.length === 0 ? null : marginalIncome(desk, terms, who, row.stash, BigInt(AMOUNT));
        expect(row.myIncome).toBe(added === null ? null : String(added));
        expect(row.myReturnPerbill).toBe(
          added === null ? null : String(yearlyPerbill(added, BigInt(AMOUNT), ERAS_A_YEAR)),
        );
      }
    }
  });
});

const cellOf = (row: Row, column: string): bigint | string | null => {
  const [, window, at] = /^RETURN_(\d+)_(P10|MEDIAN|P90)$/.exec(column) ?? [];
  if (window !== undefined) {
    const spread = row.realised.find((one: Row) => one.window === Number(window));
    return spread === undefined ? null : BigInt(spread[`${(at as string).toLowerCase()}Perbill`]);
  }
  const fields: Record<string, unknown> = {
    STASH: row.stash,
    NAME: row.name,
    STANDING: ['ELECTED', 'WAITING', 'NO_LIMIT', 'CHILLED'].indexOf(row.standing),
    GUARANTEE_FEE: row.guaranteeFeePerbill,
    STAKE_LIMIT: row.stakeLimit,
    EFFECTIVE_STAKE: row.effectiveStake,
    TOTAL_STAKE: row.totalStake,
    OWN_STAKE: row.ownStake,
    HEADROOM: row.headroom,
    SATURATION: row.saturationPerbill,
    MY_RETURN: row.myReturnPerbill,
    REPORTS: row.reportsPerbill,
    GUARANTORS: row.guarantorCount,
    MEMBERS: row.memberCount,
    UNCLAIMED: row.unclaimedEras.length,
    SLASHES: row.slashCount,
    SLASHED: row.slashed,
    SCORE: row.rank.score,
  };
  const value = fields[column];
  if (value === undefined) throw new Error(`no cell for ${column}`);
  if (value === null) return null;
  return column === 'STASH' || column === 'NAME' ? (value as string) : BigInt(value as string | number);
};

const EVERYBODY = { standings: ['ELECTED', 'WAITING', 'NO_LIMIT', 'CHILLED'] };
const WEIGHTS = [
  { factor: 'FEE', weight: 7 },
  { factor: 'REPORTS', weight: 1 },
];
const asked = { amount: AMOUNT, weights: WEIGHTS, filter: EVERYBODY };

const ORDERS = COLUMN_NAMES.flatMap((field) => ['ASC', 'DESC'].map((direction) => ({ field, direction })));

test.each(ORDERS)('sorted by $field $direction values follow each other, those without one last', async (orderBy) => {
  const rows = await nodes({ ...asked, orderBy });
  const cells = rows.map((row) => cellOf(row, orderBy.field));
  for (let i = 1; i < rows.length; i++) {
    const [a, b] = [cells[i - 1] as bigint | string | null, cells[i] as bigint | string | null];
    if (a === null) expect(b).toBeNull();
    else if (b !== null && a !== b) expect(orderBy.direction === 'ASC' ? a < b : a > b).toBe(true);
    if (a === b) expect(rows[i - 1].stash < rows[i].stash).toBe(true);
  }
});

/** One of each kind: text, text that may be missing, many equals, numbers that may be missing, what an amount decides. */
const PAGED = ORDERS.filter(({ field }) => ['STASH', 'NAME', 'SLASHES', 'REPORTS', 'MY_RETURN'].includes(field));

test.each(PAGED)('pages by $field $direction, forth and back, are the list', async (orderBy) => {
  const all = (await nodes({ ...asked, orderBy })).map(({ stash }) => stash);
  for (const [size, from, into] of [
    ['first', 'after', 'endCursor'],
    ['last', 'before', 'startCursor'],
  ]) {
    const found: string[][] = [];
    let cursor: string | null = null;
    do {
      const { data, errors } = await ask(
        `query ($c: String, $amount: BigInt, $weights: [RankWeight!], $filter: NodeFilter, $orderBy: NodeOrder) {
          nodes(${size}: 5, ${from}: $c, amount: $amount, weights: $weights, filter: $filter, orderBy: $orderBy) {
            nodes { stash } pageInfo { ${into} hasNextPage hasPreviousPage } } }`,
        { ...asked, orderBy, c: cursor },
      );
      expect(errors).toEqual([]);
      found.push(data.nodes.nodes.map((row: Row) => row.stash));
      const { hasNextPage, hasPreviousPage } = data.nodes.pageInfo;
      cursor = (size === 'first' ? hasNextPage : hasPreviousPage) ? data.nodes.pageInfo[into as string] : null;
    } while (cursor !== null);
    expect((size === 'first' ? found : found.reverse()).flat()).toEqual(all);
  }
});

/** Each threshold, and whether a row passes it. */
const thresholds: [Record<string, unknown>, (row: Row) => boolean][] = [
  [{ minGuaranteeFeePerbill: 200_000_000 }, (row) => row.guaranteeFeePerbill >= 200_000_000],
  [{ minReportsPerbill: 900_000_000 }, (row) => row.reportsPerbill !== null && row.reportsPerbill >= 900_000_000],
  [{ minHeadroom: String(-8n * CRU) }, (row) => BigInt(row.headroom) >= -8n * CRU],
  [
    { maxSaturationPerbill: '1080000000' },
    (row) => row.saturationPerbill !== null && BigInt(row.saturationPerbill) <= 1_080_000_000n,
  ],
  [{ minReturnPerbill: '1000000000' }, (row) => BigInt(row.realised[1]?.medianPerbill ?? -1) >= 1_000_000_000n],
  [{ minBadReturnPerbill: '2000000000' }, (row) => BigInt(row.realised[2]?.p10Perbill ?? -1) >= 2_000_000_000n],
  [{ minMyReturnPerbill: '900000000' }, (row) => BigInt(row.myReturnPerbill ?? -1) >= 900_000_000n],
  [{ maxUnclaimed: 0 }, (row) => row.unclaimedEras.length === 0],
  [{ unslashed: true }, (row) => row.slashCount === 0],
  [{ unslashed: false }, (row) => row.slashCount > 0],
  [{ hasPlace: true }, (row) => row.guarantorCount < 64],
  [{ standings: ['WAITING', 'CHILLED'] }, (row) => ['WAITING', 'CHILLED'].includes(row.standing)],
  [{ text: 'OWNER 1' }, (row) => (row.name ?? '').toLowerCase().includes('owner 1')],
  [{ stashes: [address(10), address(21)] }, (row) => [address(10), address(21)].includes(row.stash)],
  [
    { minGuaranteeFeePerbill: 100_000_000, unslashed: true },
    (row) => row.guaranteeFeePerbill >= 100_000_000 && row.slashCount === 0,
  ],
];

test.each(thresholds)('the filter %j keeps just the rows that pass', async (filter, passes) => {
  const all = await nodes(asked);
  const kept = await nodes({ ...asked, filter: 'stashes' in filter ? filter : { ...EVERYBODY, ...filter } });
  expect(kept).toEqual(all.filter(passes));
});

test('nodes that stand no more are left out unless they are asked for', async () => {
  const chilled = address(owners.at(-1) as number);
  expect((await nodes()).map(({ stash }) => stash)).not.toContain(chilled);
  expect((await nodes({ filter: { stashes: [chilled] } })).map(({ standing }) => standing)).toEqual(['CHILLED']);
});

test('a rank is told with every part of it, and the parts add up', async () => {
  const { data } = await ask(
    `query ($w: [RankWeight!], $a: BigInt) { nodes(first: 100, weights: $w, amount: $a) { nodes { rank {
      score parts { factor rule raw percentilePerbill weight points gain best better unit } wouldRaise { factor gain } } } } }`,
    { w: WEIGHTS, a: AMOUNT },
  );
  for (const { rank } of data.nodes.nodes) {
    expect(rank.score).toBe(rank.parts.reduce((sum: number, part: Row) => sum + part.points, 0));
    expect(rank.parts.find((part: Row) => part.factor === 'FEE').weight).toBe(7);
    for (const { factor, gain } of rank.wouldRaise)
      expect(rank.parts.find((part: Row) => part.factor === factor)).toMatchObject({ gain });
  }
});

test.each([
  [{ amount: '0' }, /"amount" is from 1 to/],
  [{ amount: '9'.repeat(50) }, /"amount" is from 1 to/],
  [{ orderBy: { field: 'MY_RETURN', direction: 'ASC' } }, /^Ordering by MY_RETURN needs an "amount"\.$/],
  [{ filter: { minMyReturnPerbill: '1' } }, /^"minMyReturnPerbill" needs an "amount"\.$/],
  [{ guarantor: 'me' }, /^"me" is not an account address\.$/],
  [{ weights: [{ factor: 'FEE', weight: 11 }] }, /^The weight of FEE is a number from 0 to 10, not 11\.$/],
  [{ weights: [WEIGHTS[0], WEIGHTS[0]] }, /^"weights" names FEE twice\.$/],
  [{ filter: { maxUnclaimed: -1 } }, /^"maxUnclaimed" is a number from 0 on, not -1\.$/],
  [{ filter: { stashes: ['x'] } }, /^"x" is not an account address\.$/],
  [{ at: HEAD + 1 }, /beyond the head/],
])('%j is refused with one sentence', async (variables, sentence) => {
  const { errors } = await ask(
    `query ($filter: NodeFilter, $orderBy: NodeOrder, $amount: BigInt, $guarantor: String, $weights: [RankWeight!], $at: Int) {
      nodes(filter: $filter, orderBy: $orderBy, amount: $amount, guarantor: $guarantor, weights: $weights, at: $at) { totalCount } }`,
    variables,
  );
  expect(errors.map(({ message, extensions }) => [message, extensions?.code])).toEqual([
    [expect.stringMatching(sentence), 'BAD_INPUT'],
  ]);
});
