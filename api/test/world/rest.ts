import { address, owners, type Put } from '../fixtures';
import { stamp } from './time';

export const putRest = async (put: Put): Promise<void> => {
  await put('RuntimeSpec', [{ id: 25, specVersion: 25, block: 1, time: stamp(1), from: 1 }]);
  await put('Session', [{ id: 1, index: 1, block: 33, validators: [address(10)], from: 33 }]);
  await put('DsmPrice', [
    {
      id: 1,
      block: 1,
      time: stamp(1),
      baseFee: '1000',
      byteFee: '10000',
      keysFee: '1000000',
      fileKeysCount: 0,
      ordersCount: 0,
      addedFilesCount: 0,
      unset: ['ordersCount'],
      from: 1,
    },
    {
      id: 57,
      block: 57,
      time: stamp(57),
      baseFee: '1003',
      byteFee: '10033',
      keysFee: '1003300',
      fileKeysCount: 2,
      ordersCount: 1,
      addedFilesCount: 5,
      unset: [],
      from: 57,
    },
    {
      id: 58,
      block: 58,
      time: stamp(58),
      baseFee: '1003',
      byteFee: '10033',
      keysFee: '1003300',
      fileKeysCount: 3,
      ordersCount: 2,
      addedFilesCount: 5,
      unset: [],
      from: 58,
    },
  ]);
  await put('SubIdentity', [
    { id: address(10), superAccount: address(95), nameData: '0x03ca86', from: 80 },
    { id: address(11), superAccount: address(95), nameData: '0x046f6e65', from: 80 },
    { id: address(12), superAccount: address(95), nameData: '0x00', from: 80, to: 90 },
  ]);
  await put('Merchant', [
    {
      id: address(10),
      totalFunds: '5000',
      activeFunds: '4000',
      usedFeeReductionQuota: '0',
      fileReward: '33',
      refreshedAt: 1,
      unlockingFunds: JSON.stringify([{ value: '1000', era: 7 }]),
      from: 70,
    },
  ]);
  await put('SworkBenefit', [
    {
      id: address(10),
      totalFunds: '5000',
      activeFunds: '5000',
      totalFeeReductionCount: 1,
      usedFeeReductionCount: 0,
      refreshedAt: 1,
      unlockingFunds: '[]',
      from: 70,
    },
  ]);
  await put('MerchantPayment', [
    {
      id: '220-2',
      account: address(10),
      amount: '12',
      block: 220,
      extrinsicIndex: 0,
      eventIndex: 2,
      time: stamp(220),
      from: 220,
    },
  ]);
  await put('Account', [
    ...owners.map((n) => ({ id: address(n), firstSeenBlock: 5, identityDisplay: `Owner ${n}`, from: 5 })),
    { id: address(90), firstSeenBlock: 1, from: 1 },
  ]);
  await put('AccountActivity', [
    ...[7, 8, 9].map((n) => ({
      id: `${address(90)}-${n}-0`,
      account: address(90),
      block: n,
      extrinsicIndex: 0,
      isSigner: true,
      from: n,
    })),
    { id: `${address(90)}-9-i`, account: address(90), block: 9, isSigner: false, from: 9 },
  ]);
};
