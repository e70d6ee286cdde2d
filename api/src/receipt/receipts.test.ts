import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { address, CRU, files, hash } from '../../test/fixtures';
import { schema } from '../schema/index';

let world: TestApi;
let ask: Ask;
beforeAll(async () => {
  world = await startTestApi();
  ask = world.ask;
});
afterAll(async () => {
  expect(world.failures).toEqual([]);
  await world.close();
});

const objects = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
);
const has = (type: GraphQLObjectType, field: string): boolean => type.getFields()[field] !== undefined;

/** Types that are parts of another, whose receipt holds them, or that say nothing about the chain. */
const HELD: Record<string, string> = {
  ReplicaCounts: 'figureReceipts and state.receipt of the file',
  Unlocking: 'the receipt of the ledger or the funds it is part of',
  PortfolioChanges: 'the files it names, as of each block',
  PortfolioStatusChange: 'figureReceipts of its file as of the block before and of the block',
  Audit: 'figureReceipts of its grid, machines and codes',
  AuditRow: 'figureReceipts of its grid',
  SlotRate: 'figureReceipts of its grid',
  SlotStreak: 'figureReceipts of its grid',
  UnusualReport: 'the report of that slot and account',
  SlotLetter: 'no figure of the chain',
  OrderQuote: 'the receipts of the price, by protocol’s rule',
  Account: 'the ledger, validator, group and funds that hang on it',
  AccountActivity: 'its extrinsic',
  GroupMember: 'the receipt of the group',
  Session: 'its block',
  RuntimeSpec: 'its block',
  CidSibling: 'no figure of the chain',
  CidReading: 'no figure of the chain',
  LifeMoney: 'figureReceipts of its life',
  ReplicaStep: 'the file as of that block',
  FileStatusStep: 'the file as of that block',
  Concentration: 'the receipts of the replicas and of their owners’ identities',
  OwnerFamily: 'the receipts of the owners’ identities',
  DominantOwner: 'the receipts of the replicas',
  PrepaidRunway: 'renewalsAffordable among the file’s receipts, and the receipts of the price',
  InnerError: 'its event',
  CidLine: 'no figure of the chain',
  Durability: 'figureReceipts of its portfolio',
  StatusShare: 'figureReceipts of its portfolio',
  PortfolioTotals: 'figureReceipts of its portfolio',
  PortfolioFile: 'the receipts of its file and of its orders',
  HeldFile: 'the receipts of its file and its replica',
  HeldMachine: 'figureReceipts of its holder, and the receipt of its replica',
  FileChange: 'the receipts of its file',
  FileRow: 'a row of an export: the receipts of the file with that CID',
  FileRowBatch: 'its rows',
  ReplicaRow: 'a row of an export: the receipts of the replica of that file and owner',
  ReplicaRowBatch: 'its rows',
  WaitingRow: 'a row of an export: the receipts of that file in the waiting room',
  WaitingRowBatch: 'its rows',
  SettlementRow: 'a row of an export: the receipts of that file’s settlement',
  SettlementRowBatch: 'its rows',
  OrderCall: 'what to sign, no figure of the chain',
  OrderCallArgument: 'what to sign, no figure of the chain',
  SettleCall: 'what to sign, no figure of the chain',
  PaidByNode: 'figureReceipts of its guarantor',
  PaidInEra: 'the rewards of that era',
  UnlockingPart: 'figureReceipts of its bond',
  GuarantorForecastLine: 'figureReceipts of its forecast',
  GuarantorIncomeRow: 'a row of an export: the receipts of that income',
  GuarantorIncomeRowBatch: 'its rows',
  EraPool: 'figureReceipts of its era',
  NodeEraPayout: 'figureReceipts of the node’s era',
  Rank: 'figureReceipts of the node in the table',
  RankPart: 'figureReceipts of the node in the table',
  ReturnSpread: 'figureReceipts of the node in the table',
  ClaimCall: 'what to sign, no figure of the chain',
  PlanCall: 'what to sign, no figure of the chain',
  PlanPosition: 'figureReceipts of its plan',
  PlanRunnerUp: 'figureReceipts of its plan',
  ClaimPart: 'figureReceipts of its outstanding era',
  UnclaimedValidator: 'figureReceipts of the whole radar',
  UnclaimedRow: 'a row of an export: the receipts of that outstanding era',
  UnclaimedRowBatch: 'its rows',
  SettleFee: 'figureReceipts of its settlement',
  WaitingReasonCount: 'figureReceipts of the waiting room',
  EraShare: 'figureReceipts of its era’s payout',
  MemberPayout: 'figureReceipts of its payout sheet',
  PayoutRow: 'a row of an export: the receipts of that era’s payout',
  PayoutRowBatch: 'its rows',
  GridCellRow: 'a row of an export: the report of that slot and account',
  GridCellRowBatch: 'its rows',
  GroupMachine: 'the receipts of the member’s identity, sWorker and version',
  OwnerEra: 'figureReceipts of the cost it is part of',
  GuarantorLoss: 'figureReceipts of the cost it is part of',
  LimitForecastStep: 'figureReceipts of its forecast',
  LimitSweep: 'the receipt of the summary of its slot',
  LimitRow: 'the row it names, and figureReceipts of its part',
  ReportApplication: 'the receipts of the report and of the spower service',
  ReportRecovery: 'the receipt of its last report',
  ReportedFile: 'the receipt of its report: an argument of the call',
  SignatureCheck: 'the receipt of its report: arguments of the call',
  ServiceLag: 'the receipt of the spower service, as of the end of that slot',
};
const NOT_FIGURES =
  /^(Query|Subscription|PageInfo|Receipt|ReceiptSource|FigureReceipt|NetworkReceipt|Provenance|ProfileInfo|ServiceHealth|Status|EventField|SearchHit|SearchResult|.*Connection|.*Edge)$/;

test('everything with figures can open a receipt', () => {
  const without = objects.filter(
    (type) =>
      !NOT_FIGURES.test(type.name) &&
      HELD[type.name] === undefined &&
      !['receipt', 'receipts', 'figureReceipts', 'provenance'].some((field) => has(type, field)),
  );
  expect(without.map(({ name }) => name)).toEqual([]);
  expect(Object.keys(HELD).filter((name) => !objects.some((type) => type.name === name))).toEqual([]);
});

/** Figures that a receipt is for, by another name than the field's or on a part of the object. */
const ELSEWHERE = new Set(['live', 'liveOwners', 'paid', 'currentReportSlot']);

const PLACES: [type: string, question: string][] = [
  ['File', `file(cid: "${files.stored}")`],
  ['Network', 'network'],
  ['Validator', `validator(id: "${address(10)}")`],
  ['Group', `group(owner: "${address(10)}")`],
  ['Era', 'era(n: 1)'],
  ['DsmPrice', 'price'],
];

test.each(PLACES)('figureReceipts of %s name fields of it, each once', async (_type, question) => {
  const { data, errors } = await ask(
    `{ it: ${question} { __typename figureReceipts { figure receipt { kind block rawNote rule sources { name } } } } }`,
  );
  expect(errors).toEqual([]);
  const type = getNamedType(schema.getType(data.it.__typename)) as GraphQLObjectType;
  const names: string[] = data.it.figureReceipts.map((f: { figure: string }) => f.figure);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => !has(type, name) && !ELSEWHERE.has(name))).toEqual([]);
  for (const { receipt } of data.it.figureReceipts) {
    expect(receipt.rawNote).toMatch(/\.$/);
    expect(receipt.rule === null).toBe(receipt.kind !== 'DERIVED');
  }
});

test('every total of the network has its receipt', async () => {
  const { data } = await ask('{ network { figureReceipts { figure } } }');
  const network = schema.getType('Network') as GraphQLObjectType;
  const totals = Object.values(network.getFields())
    .filter((field) => ['Int', 'BigInt'].includes(getNamedType(field.type).name))
    .map(({ name }) => name)
    // the block itself, and a threshold of ours
    .filter((name) => name !== 'asOf' && name !== 'safeLiveOwners');
  expect(data.network.figureReceipts.map((f: { figure: string }) => f.figure).sort()).toEqual(totals.sort());
});

test('a stored value is shown as the chain encodes it', async () => {
  const { data } = await ask(
    `{ stakeLimits(first: 1) { nodes { limit receipt { rawValue rawNote } } }
       validator(id: "${address(250)}") { receipt { rawValue rawNote } stakeLimitReceipt { rawValue } } }`,
  );
  const [{ limit, receipt }] = data.stakeLimits.nodes;
  const bytes = Buffer.alloc(16);
  bytes.writeBigUInt64LE(BigInt(limit));
  expect(BigInt(limit) >= 95n * CRU).toBe(true);
  expect(receipt.rawValue).toBe(`0x${bytes.toString('hex')}`);
  expect(data.validator.receipt).toEqual({
    rawValue: null,
    rawNote: 'The chain stores nothing under this key at this block; the call answers null.',
  });
  expect(data.validator.stakeLimitReceipt.rawValue).toBeNull();
});

test('what the chain has deleted is read at the last block it stood in', async () => {
  const { data } = await ask(
    `{ file(cid: "${files.closed}") { state { receipt { block blockHash rawValue rpcParams } } } }`,
  );
  const { receipt } = data.file.state;
  expect(receipt).toMatchObject({ block: 249, blockHash: hash(249) });
  expect(receipt.rawValue).toMatch(/^0x[0-9a-f]+$/);
  expect(receipt.rpcParams[1]).toBe(JSON.stringify(hash(249)));
});

test('a fee that nobody has set says that the chain holds no value', async () => {
  const { data } = await ask('{ price(at: 20) { figureReceipts { figure receipt { rawValue } } } }');
  const raw = new Map(
    data.price.figureReceipts.map((f: { figure: string; receipt: { rawValue: string | null } }) => [
      f.figure,
      f.receipt.rawValue,
    ]),
  );
  expect(raw.get('ordersCount')).toBeNull();
  expect(raw.get('baseFee')).toBe('0xe8030000000000000000000000000000');
});
