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
import { readModel } from '../../test/ddl';
import { AMOUNT, nodesOf, type Row } from '../../test/desk/nodes';
import { address, HEAD, SCHEMA, writer } from '../../test/fixtures';

let world: TestApi;
let ask: Ask;
beforeAll(async () => {
  world = await startTestApi();
  ask = world.ask;
  const put = writer(world.database.admin, readModel(SCHEMA).tables);
  await put('UnappliedSlash', [
    {
      id: '1-0',
      era: 1,
      position: 0,
      validator: SLASHED_SOON,
      own: '5000',
      others: '[]',
      reporters: [],
      payout: '0',
      from: SINCE,
    },
  ]);
});
afterEach(() => expect(world.failures.splice(0)).toEqual([]));
afterAll(() => world.close());

/** A slash of this node waits from this block on. */
const SLASHED_SOON = address(12);
const SINCE = 150;

const ERAS_A_YEAR = erasPerYear(DEVNET_PROFILE);
const nodes = (variables?: Record<string, unknown>): Promise<Row[]> => nodesOf(ask, variables);

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
      const waits = row.stash === SLASHED_SOON && at >= SINCE;
      expect([row.waitingSlashCount, row.waitingSlashed]).toEqual(waits ? [1, '5000'] : [0, '0']);
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
