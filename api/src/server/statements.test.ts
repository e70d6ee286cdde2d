import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api';
import { address, files } from '../../test/fixtures';

let world: TestApi;
beforeAll(async () => {
  world = await startTestApi();
  // connects and settles the role, so that only questions are counted
  await world.ask('{ status { ready } }');
  await world.ask('{ nodes(first: 1) { totalCount } }');
});
afterAll(async () => {
  expect(world.failures).toEqual([]);
  await world.close();
});

const statementsFor = async (query: string): Promise<number> => {
  const before = world.api.settings.db.statementCount();
  const { errors } = await world.ask(query);
  expect(errors).toEqual([]);
  return world.api.settings.db.statementCount() - before;
};

/** Level by level: what is asked, and the statements it may take beside the one that reads the head. */
const levels: [string, (size: number) => string, number][] = [
  ['a list', (n) => `{ blocks(first: ${n}) { nodes { number hash } } }`, 1],
  [
    'a list of files with their state',
    (n) => `{ files(first: ${n}) { nodes { cid status replicaCounts { live } } } }`,
    2,
  ],
  [
    'files and their replicas, orders and events',
    (n) =>
      `{ files(first: ${n}) { nodes { status replicas { live } orders(first: 3) { nodes { id } } events(first: 3) { nodes { id } } } } }`,
    5,
  ],
  [
    'three levels of validators',
    (n) =>
      `{ validators(first: ${n}) { nodes { guarantees(first: 5) { nodes { guarantorAccount { identityDisplay } } } } } }`,
    3,
  ],
  [
    'groups, members, identities and machines',
    (n) =>
      `{ groups(first: ${n}) { nodes { spower members(first: 9) { totalCount nodes { identity { anchor } sworker { code { expireBlock } } } } } } }`,
    // groups, sums, members, their count, identities, machines, codes
    7,
  ],
  [
    'reports with their content, files, fate and signature',
    (n) =>
      `{ slotReports(first: ${n}) { nodes { name punished application { state } siblings { name } acceptedReport { name } signatureCheck { result }
        transition { legal } recovery { body } content { readable receipt { blockHash } } accountEntity { identityDisplay }
        files(first: 3) { totalCount nodes { held file { status } } } } } }`,
    // reports, judgements, accounts, extrinsics, reports of extrinsics, blocks, service, work before, replicas, facts
    10,
  ],
  [
    'extrinsics with the reports they carried',
    (n) => `{ extrinsics(first: ${n}) { nodes { errorAdvice reports { name status } } } }`,
    2,
  ],
  [
    'the audit of a group with all that its page shows',
    (n) =>
      `{ audit(account: "${address(10)}") { grid(slots: ${n}) { slots times rows { letters streak { slots } machineAccount { identityDisplay } } unusual { slot } }
        machines { fullPowerTime code } codes { limitShare refusedFromTime } } }`,
    // group, newest slot, members, machines, reporters, batches, rosters, calls, times, names, offsets, limit, block
    13,
  ],
  [
    'extrinsics of blocks with their events',
    (n) =>
      `{ blocks(first: ${n}) { nodes { extrinsics { nodes { events { nodes { name } } signerAccount { identityDisplay } } } } } }`,
    4,
  ],
  [
    'eras of validators with their guarantors',
    (n) =>
      `{ validators(first: ${n}) { nodes { unclaimedEras eras(first: 4) { nodes { stakingReward claimed guarantorCount guarantors { nodes { value } } } } } } }`,
    // validators, unclaimed, eras, era totals, claimed, counts, guarantors
    7,
  ],
  ['receipts', (n) => `{ stakeLimits(first: ${n}) { nodes { receipt { storageKey blockHash rpcParams } } } }`, 2],
  [
    'raw values of files, replicas included',
    (n) => `{ files(first: ${n}) { nodes { state { receipt { rawValue rawNote } } } } }`,
    // files, facts, whole files
    3,
  ],
  [
    'raw values of guarantors and groups',
    (n) =>
      `{ guarantors(first: ${n}) { nodes { receipt { rawValue } } } groups(first: ${n}) { nodes { receipt { rawValue } } } }`,
    // each: the list, the row by its key, what it holds
    6,
  ],
  [
    'receipts of every figure of validators',
    (n) =>
      `{ validators(first: ${n}) { nodes { figureReceipts { figure receipt { blockHash rawValue rule rpcParams } } } } }`,
    // validators, bonded, ledgers, limits, groups, members, blocks
    7,
  ],
  [
    'receipts of every figure of an era’s validators',
    (n) => `{ validatorEras(first: ${n}) { nodes { figureReceipts { figure receipt { blockHash rawValue } } } } }`,
    // validator eras, eras, exposures, points, blocks
    5,
  ],
  [
    'events with the raw value of their receipts',
    (n) => `{ events(first: ${n}) { nodes { fields { name value } receipt { rawValue } } } }`,
    2,
  ],
  [
    'what failed inside extrinsics',
    (n) => `{ extrinsics(first: ${n}) { nodes { innerErrors { error errorText } } } }`,
    2,
  ],
  [
    'one file as of a block, with all that its page shows',
    () =>
      `{ file(cid: "${files.stored}", at: 200) { status sentence expiresAtTime state { sizeBytes receipt { rawValue } }
        replicaCounts { live } figureReceipts { figure } replicas { live sworker { reportSlot } }
        firstOrder { block } orders(first: 9) { nodes { id } } events(first: 9) { nodes { id } } } }`,
    // facts, time of expiry, the whole file, replicas, machines, first order, orders, events
    8,
  ],
  [
    'what settling expired files would give',
    (n) =>
      `{ settlements(first: ${n}) { nodes { net fee outcome expiredTime call { callData } file { status } figureReceipts { figure receipt { rule } } } } }`,
    // runtime, prices, the last paid fee, the list, facts, times
    6,
  ],
  [
    'files that wait, and how long others did',
    (n) =>
      `{ waitingFiles(first: ${n}) { nodes { tips reason waitingSinceTime file { status } } }
        waitingRoom { reasons { count } overall { medianBlocks } classes { p90Blocks } }
        pickupOwners(first: ${n}) { nodes { medianBlocks account { identityDisplay } } } }`,
    // the list, clock, times, facts; reasons, percentiles; owners, accounts
    8,
  ],
  [
    'all that an account ordered, with totals and files',
    (n) =>
      `{ portfolio(account: "${address(90)}") { totals { files spent } figureReceipts { figure }
        files(first: ${n}) { totalCount nodes { spent orders file { status state { sizeBytes } } } } } }`,
    // totals, files, their count, facts, orders
    5,
  ],
  [
    'how well all that is kept, and its worst files',
    () =>
      `{ portfolio(account: "${address(90)}") { durability { liveOwners shares { files } worst { spent file { status } } } } }`,
    // report, facts, orders
    3,
  ],
  [
    'all that an account holds',
    (n) =>
      `{ holder(account: "${address(10)}") { files(first: ${n}) { totalCount nodes { file { status } replica { live notLiveBecause } } } } }`,
    // files, their count, replicas, facts
    4,
  ],
  [
    'the machines that hold it, and which can be asked',
    () => `{ holder(account: "${address(10)}") { replicas liveReplicas machines { replica { live } } } }`,
    // machines, one replica of each
    2,
  ],
  [
    'a list of CIDs',
    (n) =>
      `{ filesByCids(cids: ${JSON.stringify(files.many.slice(0, n))}) { problem file { status expiresAtTime state { sizeBytes } } } }`,
    1,
  ],
  [
    'why files wait',
    (n) => `{ files(first: ${n}, filter: { status: WAITING }) { nodes { sentence waiting { reason reportedAt } } } }`,
    // files, facts, what was reported, the service
    4,
  ],
  [
    'lives, money and history of files',
    (n) => `{ files(first: ${n}, orderBy: { field: REPLICAS, direction: DESC }) { nodes {
      lives { from money { ordered } } ownerPayments { amount } replicaHistory { block live } statusHistory { block time status } runway { dryBlock }
      replicas { paid maturesAt countedOwnerAccount { identityDisplay superIdentity { id } } }
      concentration { identities families { owners } } siblings { known } } } }`,
    // files, facts, lives, payments, history, price, block, replicas, paid, service, accounts, identities, siblings, times
    14,
  ],
  [
    'changes of stake limits with their causes, and forecasts',
    (n) =>
      `{ validators(first: ${n}) { nodes {
        limitChanges(first: 3) { totalCount nodes { amount parts { amount rows(first: 4) { account file { cid status } } } sweepAfter { workload } } }
        limitForecast { steps { amount time members { identityDisplay } } } } } }`,
    // validators, changes, their count, facts; the service, the forecast's facts, the block; files, accounts, times
    10,
  ],
  [
    'what missed reports cost',
    () =>
      `{ missCosts(owner: "${address(16)}") { ownerLoss problem memberAccount { identityDisplay } eraRow { totalStake }
        guarantors { loss } figureReceipts { figure receipt { kind } } } }`,
    // the last era, eras and sweeps, the group's places, all places, candidates, votes, the owner, accounts, era
    9,
  ],
  [
    'a payout sheet',
    (n) =>
      `{ groupPayout(owner: "${address(10)}", fromEra: 1, toEra: ${n}) { amount eras { amount payment { block } shares { amount account { identityDisplay } } figureReceipts { figure } } } }`,
    // eras and payments, their slots, places, payments, accounts
    5,
  ],
  [
    'groups as monitors see them',
    (n) => `{ groups(first: ${n}) { nodes { machines { member punished lastReportTime codeExpireBlock } } } }`,
    // groups, machines
    2,
  ],
  [
    'the table of nodes, in memory once it was asked for at this block',
    (n) =>
      `{ nodes(first: ${n}, amount: "1000000000000", orderBy: { field: SCORE, direction: DESC }) { totalCount nodes {
        standing myReturnPerbill realised { medianPerbill } rank { parts { points } } account { identityDisplay } figureReceipts { figure } } } }`,
    // the block, accounts
    2,
  ],
  [
    'eras and what their pools were made of',
    (n) =>
      `{ eras(first: ${n}) { nodes { paidTotal pool { pool gpos stakingRatioPermill } figureReceipts { figure } } } }`,
    // eras, payments, pools
    3,
  ],
  [
    'nodes with their changes, and how each era was divided',
    (n) =>
      `{ validators(first: ${n}) { nodes { changes { kind receipt { rawValue } } eras(first: 4) { nodes { payout { validator clipped claim erasLeft yearlyPerbill } } } } } }`,
    // validators, changes, eras, era totals, votes, claims, ledgers, the era of now
    8,
  ],
  [
    'guarantors with their bonds, incomes and what became of their nodes',
    (n) =>
      `{ guarantors(first: ${n}) { nodes { paidTotal paidByNode { amount account { identityDisplay } } paidInEras { amount }
        bond { idle unlocking { time } figureReceipts { figure } } targets { changes { kind block } }
        incomes(first: 3) { totalCount nodes { amount state yearlyPerbill figureReceipts { figure } } } } } }`,
    // guarantors, by node, by era, ledgers, the era of now, targets, changes, incomes, their count, eras, accounts
    11,
  ],
  [
    'what nobody claimed yet, and who would get it',
    (n) =>
      `{ unclaimed(filter: { account: "${address(80)}" }, at: 190) { total accountTotal figureReceipts { figure }
        validators(first: ${n}) { nodes { accountTotal stashAccount { identityDisplay } } }
        eras(first: ${n}) { nodes { total validatorAmount accountAmount parts { amount account { identityDisplay } } call { callData }
          figureReceipts { figure receipt { rawValue } } } } } }`,
    // eras, everybody's votes, the account's, accounts, the runtime, blocks of receipts
    6,
  ],
  ['provenance', (n) => `{ orders(first: ${n}) { nodes { provenance { blockHash receipt { rpcParams } } } } }`, 2],
];

test.each(levels)('%s: one statement for each level, however many rows', async (_name, query, most) => {
  const one = await statementsFor(query(2));
  const many = await statementsFor(query(40));
  expect(many).toBe(one);
  // one more reads the head of the index
  expect(many).toBeLessThanOrEqual(most + 1);
  expect(many).toBeGreaterThan(1);
});
