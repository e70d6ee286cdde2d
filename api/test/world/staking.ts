import { address, CRU, owners, type Put } from '../fixtures';
import { stamp } from './time';

export const putStaking = async (put: Put): Promise<void> => {
  const stake = (n: number): string => String(BigInt(n) * CRU);
  for (const [i, owner] of owners.entries()) {
    const stash = address(owner);
    await put('Bonded', [{ id: stash, controller: stash, from: 10 }]);
    const ledger = {
      id: stash,
      stash,
      total: stake(100 + i),
      active: stake(90 + i),
      unlocking: JSON.stringify([{ value: stake(10), era: 9 }]),
    };
    const claimedAt = 200 + i;
    await put('Ledger', [
      { ...ledger, claimedRewards: [], from: 10, to: claimedAt },
      { ...ledger, claimedRewards: [1], from: claimedAt },
    ]);
    // the last owner is chilled at block 200
    await put('Validator', [
      { id: stash, guaranteeFeePerbill: 50_000_000 * i, from: 10, to: i === 11 ? 200 : undefined },
    ]);
    await put('StakeLimit', [
      { id: stash, limit: stake(94), from: 56, to: 86 },
      // the end of a sweep
      { id: stash, limit: stake(95 + (i % 4)), from: 86 },
    ]);
    for (const era of [1, 2]) {
      await put('ValidatorEra', [
        {
          id: `${era}-${stash}`,
          era,
          stash,
          total: stake(95),
          own: stake(90),
          guaranteeFeePerbill: 50_000_000 * i,
          authoringPayout: stake(1),
          points: 20 * i,
          elected: i < 6,
          nominalTotal: stake(100),
          nominalOwn: stake(90),
          stakeLimitAtSnapshot: stake(95),
          from: era * 90,
        },
      ]);
      await put('GuarantorEra', [
        {
          id: `${era}-${stash}-${address(70 + i)}`,
          era,
          stash,
          guarantor: address(70 + i),
          position: 0,
          value: stake(5),
          clipped: false,
          nominal: stake(6),
          from: era * 90,
        },
      ]);
    }
    // every second guarantor has left with its bond
    if (i % 2 === 1) await put('Bonded', [{ id: address(70 + i), controller: address(70 + i), from: 40 }]);
    await put('Guarantor', [{ id: address(70 + i), total: stake(12), submittedIn: 1, suppressed: false, from: 40 }]);
    await put('Guarantee', [
      {
        id: `${address(70 + i)}-${stash}`,
        guarantor: address(70 + i),
        validator: stash,
        position: 0,
        value: stake(6 + i),
        from: 40,
      },
      {
        id: `${address(70 + i)}-${address(10)}x`,
        guarantor: address(70 + i),
        validator: address(10),
        position: 1,
        value: stake(1),
        from: 41,
        to: 150,
      },
    ]);
    await put('RewardPayment', [
      {
        id: `${200 + i}-0`,
        stash,
        validator: stash,
        era: 1,
        amount: stake(1),
        block: 200 + i,
        extrinsicIndex: 0,
        eventIndex: 0,
        time: stamp(200 + i),
        from: 200 + i,
      },
    ]);
  }
  const closed = {
    totalStake: stake(1140),
    stakingPayout: stake(40),
    authoringTotal: stake(10),
    stakingTotal: stake(40),
    issuance: stake(1_000_000),
    electedCount: 6,
    rewardPoints: 1320,
  };
  await put('EraStat', [
    {
      id: 1,
      era: 1,
      ...closed,
      // the sweep that ended in block 146 is the first in which a member was missing
      plannedAtBlock: 148,
      startBlock: 149,
      startTime: stamp(149),
      endBlock: 180,
      endTime: stamp(180),
      marketPayout: stake(1),
      from: 180,
    },
    {
      id: 2,
      era: 2,
      totalStake: stake(1140),
      plannedAtBlock: 170,
      startBlock: 180,
      startTime: stamp(180),
      marketPayout: stake(1),
      from: 180,
    },
    ...[3, 4, 5].map((era) => ({ id: era, era, marketPayout: stake(1), from: 180 })),
  ]);
  await put('SlashRecord', [
    { id: '210-3', stash: address(10), amount: '77', block: 210, eventIndex: 3, time: stamp(210), from: 210 },
  ]);
};
