import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { AMOUNT, nodesOf, type Row } from '../../test/desk/nodes';
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

const nodes = (variables?: Record<string, unknown>): Promise<Row[]> => nodesOf(ask, variables);

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
    SLASHES: row.slashCount + row.waitingSlashCount,
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
  [{ unslashed: true }, (row) => row.slashCount + row.waitingSlashCount === 0],
  [{ unslashed: false }, (row) => row.slashCount + row.waitingSlashCount > 0],
  [{ hasPlace: true }, (row) => row.guarantorCount < 64],
  [{ standings: ['WAITING', 'CHILLED'] }, (row) => ['WAITING', 'CHILLED'].includes(row.standing)],
  [{ text: 'OWNER 1' }, (row) => (row.name ?? '').toLowerCase().includes('owner 1')],
  [{ stashes: [address(10), address(21)] }, (row) => [address(10), address(21)].includes(row.stash)],
  [
    { minGuaranteeFeePerbill: 100_000_000, unslashed: true },
    (row) => row.guaranteeFeePerbill >= 100_000_000 && row.slashCount + row.waitingSlashCount === 0,
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
