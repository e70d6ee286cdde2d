import type { ReportCall, ReportFile } from '@moho/protocol';
import type postgres from 'postgres';
import { cidHexOf } from '../../src/input';
import { readModel } from '../ddl';
import { address, files, hash, SCHEMA, writer } from '../fixtures';
import { forged, reportNode, testEnclave } from '../signed-report';
import { stamp } from './time';

const machine = testEnclave();
const other = testEnclave();
const MACHINE = 900;
const OTHER = 901;
export const ANCHOR = machine.pk;
const START_BYTES = 1_000n;

const file = (cid: string, sizeBytes: bigint): ReportFile => ({ cidHex: cidHexOf(cid), sizeBytes, validAt: 95n });
const [first, second] = [file(files.stored, 70n), file(files.waiting, 5n)];

const content = (slot: number, added: ReportFile[], filesSizeBytes: bigint) => ({
  abUpgradePk: '0x',
  slot: BigInt(slot),
  slotHash: hash(slot),
  srdBytes: 1n << 40n,
  filesSizeBytes,
  added,
  deleted: [],
  srdRoot: hash(1),
  filesRoot: hash(slot),
});

export const good = machine.sign(content(90, [first], START_BYTES + 70n));
// the enclave never learned that the report before was accepted: it counts from before it and names its file again
const illegal = machine.sign(content(120, [first, second], START_BYTES + 75n));
const inBatch = machine.sign(content(150, [second], START_BYTES + 75n));
const bad = forged(other.sign(content(150, [], 0n)));

const batch = (calls: ReportCall[]) => ({
  pallet: 'utility',
  call: 'batch',
  args: [{ name: 'calls', type: 'Vec<Call>', value: calls.map(reportNode) }],
});

const extrinsic = (block: number, tree: { pallet: string; call: string }, error: string | null = null) => ({
  id: `${block}-5`,
  block,
  index: 5,
  hash: hash(700_000 + block),
  time: stamp(block),
  signer: address(60),
  nonce: 1,
  tip: '0',
  pallet: tree.pallet,
  call: tree.call,
  callTree: JSON.stringify(tree),
  success: error === null,
  error,
  treasuryFee: '0',
  lengthBytes: 900,
  from: block,
});

const row = (id: string, reporter: number, block: number, report: ReportCall, more: Record<string, unknown>) => ({
  id,
  reporter,
  slot: Number(report.slot),
  block,
  extrinsicIndex: 5,
  srdBytes: String(report.srdBytes),
  filesSizeBytes: String(report.filesSizeBytes),
  addedCount: report.added.length,
  addedBytes: String(report.added.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0n)),
  from: block,
  ...more,
});

/** What the spower service had got to, from a block on. */
export const PROGRESS = [
  { from: 1, processed: null },
  { from: 110, processed: 105 },
  { from: 180, processed: 120 },
  { from: 250, processed: 240 },
] as const;

/** One machine's reports: accepted, refused for its files, and three in one batch; another one's, forged. */
export const putSignedReports = async (sql: postgres.Sql): Promise<void> => {
  const put = writer(sql, readModel(SCHEMA).tables);
  const who = { account: address(60), owner: null, anchor: ANCHOR };
  await put('Reporter', [
    { id: 'machine', number: MACHINE, ...who, pubKey: ANCHOR, from: 100 },
    { id: 'other', number: OTHER, account: address(61), owner: null, anchor: null, pubKey: other.pk, from: 160 },
  ]);
  await put('Sworker', [
    {
      id: ANCHOR,
      reportSlot: '90',
      spower: '0',
      free: String(good.srdBytes),
      reportedFilesSizeBytes: String(good.filesSizeBytes),
      srdRoot: good.srdRoot,
      filesRoot: good.filesRoot,
      from: 100,
    },
  ]);
  await put('Extrinsic', [
    extrinsic(100, reportNode(good)),
    extrinsic(130, reportNode(illegal), 'swork.IllegalFilesTransition'),
    extrinsic(160, batch([inBatch, inBatch, bad])),
    extrinsic(170, reportNode({ ...good, slot: 150n, signature: `0x00… (cut, 5000 characters)` })),
  ]);
  await put('SlotReport', [
    row('900-90', MACHINE, 100, good, { status: 'REPORTED', eventIndex: 3 }),
    row('130-5-0', MACHINE, 130, illegal, { status: 'REJECTED', error: 'swork.IllegalFilesTransition' }),
    row('900-150', MACHINE, 160, inBatch, { status: 'REPORTED', eventIndex: 4, wrapped: true }),
    row('160-5-0', MACHINE, 160, inBatch, { status: 'DUPLICATE', wrapped: true }),
    row('160-5-1', OTHER, 160, bad, { status: 'REJECTED', error: 'swork.IllegalWorkReportSig', wrapped: true }),
    row('170-5-0', MACHINE, 170, { ...good, slot: 150n }, { status: 'DUPLICATE' }),
  ]);
  await sql.unsafe(`delete from "${SCHEMA}".spower_services`);
  await put(
    'SpowerService',
    PROGRESS.map(({ from, processed }, i) => ({
      id: 'service',
      lastProcessedBlockWorkReports: processed ?? undefined,
      from,
      to: PROGRESS[i + 1]?.from,
    })),
  );
};
