import { asciiToBytes, bytesToHex } from '@moho/protocol';
import { address, anchor, files, memberOf, type Put } from '../fixtures';
import { stamp } from './time';

const cidHexOf = (cid: string): string => bytesToHex(asciiToBytes(cid));

const file = (id: string, row: Record<string, unknown>) => ({
  id,
  cidHex: cidHexOf(id),
  generation: 17,
  sizeBytes: '1048576',
  spower: '0',
  expiredAt: 0,
  calculatedAt: 0,
  amount: '1000',
  prepaid: '0',
  reportedReplicaCount: 0,
  remainingPaidCount: 4,
  ...row,
});

const replica = (id: string, owner: number, from: number, anchorNumber = memberOf(owner)) => ({
  id: `${id}-${address(owner)}`,
  fileId: id,
  owner: address(owner),
  position: owner,
  who: address(memberOf(owner)),
  anchor: anchor(anchorNumber),
  validAt: from,
  isReported: true,
  createdAt: from,
  from,
});

const event = (id: string, kind: string, block: number, n = 0) => ({
  id: `${block}-${n}`,
  fileId: id,
  kind,
  block,
  eventIndex: n,
  extrinsicIndex: 0,
  time: stamp(block),
  from: block,
});

const reported = (id: string, block: number) => ({
  id: `${block}-1-0`,
  fileId: id,
  cidHex: cidHexOf(id),
  isAdded: true,
  anchor: anchor(memberOf(10)),
  account: address(memberOf(10)),
  owner: address(10),
  slot: block - (block % 30),
  sizeBytes: '1048576',
  validAt: block - 3,
  block,
  extrinsicIndex: 1,
  time: stamp(block),
});

const service = {
  id: 'service',
  lastProcessedBlockWorkReports: null,
  lastReplicasUpdateBlock: 205,
  lastSpowerCalculateBlock: 206,
  lastSpowerUpdateBlock: 207,
  spowerReadyPeriod: 450,
};

const moved = (id: string, block: number, kind: string, amount: string) => ({
  id: `${block}-0-0`,
  kind,
  amount,
  account: address(90),
  fileId: id,
  block,
  extrinsicIndex: 0,
  eventIndex: 0,
  time: stamp(block),
});

const order = (id: string, block: number, kind = 'NEW') => ({
  id: `${block}-1`,
  fileId: id,
  cidHex: cidHexOf(id),
  kind,
  account: address(90),
  payer: address(90),
  signer: address(90),
  givenSizeBytes: '1048576',
  sizeBytes: '1048576',
  tips: '5',
  reservedPart: '100',
  stakingPart: '720',
  storagePart: '185',
  baseFee: '30',
  byteFee: '900',
  keysFee: '100',
  wrapped: false,
  block,
  extrinsicIndex: 0,
  eventIndex: 1,
  time: stamp(block),
  from: block,
});

export const putFiles = async (put: Put): Promise<void> => {
  const { stored, atRisk, unreachable, waiting, expired, closed, illegal, reordered, many } = files;
  await put('File', [
    { ...file(stored, { prepaid: '2000000' }), from: 40, to: 60 },
    { ...file(stored, { prepaid: '2000000', expiredAt: 960, reportedReplicaCount: 5, spower: '1153433' }), from: 60 },
    { ...file(atRisk, { expiredAt: 960, reportedReplicaCount: 2 }), from: 61 },
    { ...file(unreachable, { expiredAt: 960, reportedReplicaCount: 1 }), from: 62 },
    { ...file(waiting, {}), from: 100 },
    { ...file(expired, { expiredAt: 200 }), from: 50 },
    { ...file(closed, { expiredAt: 240 }), from: 30, to: 250 },
    { ...file(illegal, {}), from: 31, to: 45 },
    { ...file(reordered, { expiredAt: 90 }), from: 32, to: 95 },
    { ...file(reordered, { expiredAt: 0 }), from: 120 },
    ...many.map((id, i) => ({ ...file(id, { sizeBytes: String(1000 * ((i * 7) % 11)) }), from: 130 + i })),
  ]);
  await put('Replica', [
    ...[10, 11, 12, 13, 14].map((owner) => replica(stored, owner, 60)),
    // 15 reports under another anchor now, 16 reports no more (see putReports)
    replica(atRisk, 10, 61),
    replica(atRisk, 16, 61),
    replica(unreachable, 15, 62, 99),
  ]);
  await put('StorageOrder', [
    order(stored, 40),
    order(atRisk, 41),
    order(unreachable, 42),
    order(waiting, 100),
    order(expired, 50),
    order(closed, 30),
    order(illegal, 31),
    order(reordered, 32),
    order(reordered, 120),
    ...many.map((id, i) => order(id, 130 + i)),
  ]);
  await put('ReportedFile', [
    { ...reported(waiting, 150), from: 150 },
    { ...reported(many[0] as string, 290), from: 290 },
    { ...reported(many[1] as string, 120), from: 120 },
    { ...reported(many[2] as string, 270), isAdded: false, from: 270 },
  ]);
  await put('SpowerService', [{ ...service, lastProcessedBlockWorkReports: 200, from: 210 }]);
  await put('PotMovement', [
    { ...moved(closed, 250, 'PREPAID_TO_RESERVED', '-40'), from: 250 },
    { ...moved(closed, 250, 'LIQUIDATOR', '-60'), eventIndex: 9, id: '250-9-0', from: 250 },
  ]);
  await put('FileEvent', [
    { ...event(closed, 'OWNER_PAID', 70), owner: address(10), amount: '25', value: '3' },
    { ...event(closed, 'LIQUIDATED', 249), account: address(90), amount: '60' },
    { ...event(closed, 'PREPAID', 80), account: address(90), amount: '40' },
    { ...event(stored, 'OWNER_PAID', 60, 1), owner: address(10), amount: '30', value: '3' },
    { ...event(stored, 'OWNER_PAID', 60, 2), owner: address(11), amount: '20', value: '2' },
    { ...event(reordered, 'OWNER_PAID', 50), owner: address(10), amount: '9', value: '3' },
    event(stored, 'ORDERED', 40),
    event(stored, 'FIRST_REPLICA', 60),
    { ...event(stored, 'REPLICA_ADDED', 60, 3), owner: address(10), account: address(memberOf(10)) },
    event(closed, 'ORDERED', 30),
    event(closed, 'CLOSED', 250),
    event(illegal, 'ORDERED', 31),
    event(illegal, 'ILLEGAL', 45),
    event(reordered, 'ORDERED', 32),
    event(reordered, 'CLOSED', 95),
    event(reordered, 'ORDERED', 120),
  ]);
};
