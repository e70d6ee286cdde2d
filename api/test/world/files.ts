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
  await put('FileEvent', [
    event(stored, 'ORDERED', 40),
    event(stored, 'FIRST_REPLICA', 60),
    { ...event(stored, 'REPLICA_ADDED', 60, 1), owner: address(10), account: address(memberOf(10)) },
    event(closed, 'ORDERED', 30),
    event(closed, 'CLOSED', 250),
    event(illegal, 'ORDERED', 31),
    event(illegal, 'ILLEGAL', 45),
    event(reordered, 'ORDERED', 32),
    event(reordered, 'CLOSED', 95),
    event(reordered, 'ORDERED', 120),
  ]);
};
