import type postgres from 'postgres';
import { cidHexOf } from '../src/input';
import { readModel } from './ddl';
import {
  address,
  anchor,
  CRU,
  FINISHED_SLOT,
  files,
  HEAD,
  hash,
  memberOf,
  OPEN_SLOT,
  owners,
  type Put,
  SCHEMA,
  writer,
} from './fixtures';

const START = Date.UTC(2026, 0, 1);
export const timeOf = (block: number): string => new Date(START + block * 6000).toISOString();
const stamp = (block: number): string => timeOf(block).replace('Z', '');

const putBlocks = async (put: Put): Promise<void> => {
  for (let n = 1; n <= HEAD; n++) {
    const time = stamp(n);
    await put('Block', [
      {
        id: n,
        number: n,
        hash: hash(n),
        parentHash: hash(n - 1),
        time,
        specVersion: 25,
        author: n % 2 ? address(10) : null,
        extrinsicCount: 1,
        eventCount: 2,
        from: n,
      },
    ]);
    await put('Extrinsic', [
      {
        id: `${n}-0`,
        block: n,
        index: 0,
        hash: hash(100_000 + n),
        time,
        signer: address(90 + (n % 3)),
        nonce: n,
        tip: '0',
        pallet: 'market',
        call: 'placeStorageOrder',
        callTree: '{"pallet":"market","call":"placeStorageOrder","args":[]}',
        success: n % 5 !== 0,
        error: n % 5 === 0 ? 'market.FileSizeNotCorrect' : null,
        treasuryFee: '800',
        lengthBytes: 140,
        from: n,
      },
    ]);
    const event = (index: number, extrinsicIndex: number | null) => ({
      id: `${n}-${index}`,
      block: n,
      index,
      phase: extrinsicIndex === null ? 'INITIALIZATION' : 'EXTRINSIC',
      extrinsicIndex,
      pallet: 'system',
      name: 'ExtrinsicSuccess',
      args: '[]',
      from: n,
    });
    await put('Event', [event(0, null), event(1, 0)]);
  }
};

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

const putFiles = async (put: Put): Promise<void> => {
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
    event(closed, 'ORDERED', 30),
    event(closed, 'CLOSED', 250),
    event(illegal, 'ORDERED', 31),
    event(illegal, 'ILLEGAL', 45),
    event(reordered, 'ORDERED', 32),
    event(reordered, 'CLOSED', 95),
    event(reordered, 'ORDERED', 120),
  ]);
};

const putReports = async (put: Put): Promise<void> => {
  await put('SworkerCode', [
    { id: anchor(200), expireBlock: 1_000_000, from: 1 },
    { id: anchor(201), expireBlock: 150, from: 1 },
  ]);
  for (const owner of owners) {
    const member = memberOf(owner);
    const silentSince = owner === 16 ? 60 : null;
    await put('Group', [{ id: address(owner), memberCount: 1, allowlist: [address(1)], from: 20 }]);
    await put('GroupMember', [
      { id: `${address(owner)}-${address(member)}`, owner: address(owner), member: address(member), from: 20 },
    ]);
    await put('SworkIdentity', [
      {
        id: address(member),
        anchor: anchor(member),
        punishmentDeadline: silentSince === null ? '0' : '450',
        owner: address(owner),
        from: 20,
      },
    ]);
    await put('EnclaveKey', [{ id: anchor(member), code: anchor(200), anchor: anchor(member), from: 20 }]);
    await put('Sworker', [
      ...[30, 60, 270].map((slot, i, all) => ({
        id: anchor(member),
        reportSlot: String(silentSince !== null && slot > silentSince ? silentSince : slot),
        spower: String(1000 * owner),
        free: '5000000000',
        reportedFilesSizeBytes: '7000',
        srdRoot: hash(1),
        filesRoot: hash(2),
        from: slot + 5,
        to: all[i + 1] === undefined ? undefined : (all[i + 1] as number) + 5,
      })),
    ]);
    const report = (slot: number) => {
      const missed = silentSince !== null && slot > silentSince;
      return {
        id: `${anchor(member)}-${slot}`,
        slot,
        status: missed ? 'MISSED' : 'REPORTED',
        account: address(member),
        owner: address(owner),
        anchor: anchor(member),
        punished: missed,
        ...(missed
          ? { judgedAtBlock: slot + 56 }
          : { block: slot + 5, extrinsicIndex: 0, eventIndex: 1, time: stamp(slot + 5), srdBytes: '5000000000' }),
        from: missed ? slot + 56 : slot + 5,
      };
    };
    await put('SlotReport', [30, 60, 90, 120, 150, 180, 210, FINISHED_SLOT - 30].map(report));
  }
  for (let slot = 30; slot <= FINISHED_SLOT - 30; slot += 30) {
    await put('SlotSummary', [
      {
        id: slot,
        slot,
        reporters: 11,
        missed: 1,
        punished: 1,
        exempt: 0,
        owners: 12,
        totalFree: '60000000000',
        totalSpower: '186000',
        totalFilesSizeBytes: '84000',
        sweepEndBlock: slot + 56,
        time: stamp(slot + 56),
        from: slot + 56,
      },
    ]);
  }
};

const putStaking = async (put: Put): Promise<void> => {
  const stake = (n: number): string => String(BigInt(n) * CRU);
  for (const [i, owner] of owners.entries()) {
    const stash = address(owner);
    await put('Bonded', [{ id: stash, controller: stash, from: 10 }]);
    await put('Ledger', [
      {
        id: stash,
        stash,
        total: stake(100 + i),
        active: stake(90 + i),
        unlocking: JSON.stringify([{ value: stake(10), era: 9 }]),
        claimedRewards: [1],
        from: 10,
      },
    ]);
    // the last owner is chilled at block 200
    await put('Validator', [
      { id: stash, guaranteeFeePerbill: 50_000_000 * i, from: 10, to: i === 11 ? 200 : undefined },
    ]);
    await put('StakeLimit', [{ id: stash, limit: stake(95 + (i % 4)), from: 56 }]);
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
      plannedAtBlock: 80,
      startBlock: 90,
      startTime: stamp(90),
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

const putRest = async (put: Put): Promise<void> => {
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
      from: 57,
    },
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

export const setHead = async (sql: postgres.Sql, height: number, target: number): Promise<void> => {
  const values = {
    lastProcessedHeight: height,
    targetHeight: target,
    chain: 'Crust',
    genesisHash: hash(0),
    lastProcessedTimestamp: Date.now(),
  };
  for (const [key, value] of Object.entries(values)) {
    await sql.unsafe(
      `insert into "${SCHEMA}"._metadata (key, value) values ($1, $2::text::jsonb) on conflict (key) do update set value = excluded.value`,
      [key, JSON.stringify(value)],
    );
  }
};

/** Makes the tables of the entity model, empty. */
export const createTables = async (sql: postgres.Sql): Promise<void> => {
  for (const statement of readModel(SCHEMA).statements) await sql.unsafe(statement);
};

/** The migration's read-only role, as the indexer makes it. */
export const createReaderRole = async (sql: postgres.Sql): Promise<void> => {
  await sql.unsafe(`do $$ begin
    if not exists (select 1 from pg_roles where rolname = 'moho_reader') then create role moho_reader nologin; end if; end $$`);
  await sql.unsafe(`grant usage on schema "${SCHEMA}" to moho_reader`);
  await sql.unsafe(`grant select on all tables in schema "${SCHEMA}" to moho_reader`);
};

/** Fills the tables with the world the tests ask about. */
export const fillWorld = async (sql: postgres.Sql): Promise<void> => {
  await sql.begin(async (transaction) => {
    const put = writer(transaction as unknown as postgres.Sql, readModel(SCHEMA).tables);
    await putBlocks(put);
    await putFiles(put);
    await putReports(put);
    await putStaking(put);
    await putRest(put);
  });
  await setHead(sql, HEAD, HEAD + 2);
};

export { FINISHED_SLOT, OPEN_SLOT };
