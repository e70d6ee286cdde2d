import { packRoster, packWorkloads } from '@moho/protocol';
import { address, anchor, FINISHED_SLOT, hash, memberOf, owners, type Put } from '../fixtures';
import { stamp } from './time';

const SLOTS = [30, 60, 90, 120, 150, 180, 210, FINISHED_SLOT - 30];
const FREE = 5_000_000_000n;
/** The one owner whose member fell silent, and the last slot it reported in. */
const SILENT = { owner: 16, since: 60 };
const missed = (owner: number, slot: number): boolean => owner === SILENT.owner && slot > SILENT.since;

/** Blocks after a slot opened in which it was judged, and in which its sweep ended. */
const JUDGED = 55;
const SUMMED = 56;

const bytes = (packed: Uint8Array): string => `\\x${Buffer.from(packed).toString('hex')}`;

/** A node as sweeps judge it, and as it reports. */
const judgedAs = (owner: number): number => owner;
const reportsAs = (owner: number): number => 100 + owner;

const putBatches = async (put: Put): Promise<void> => {
  await put('SweepRoster', [{ id: 'roster', reporters: bytes(packRoster(owners.map(judgedAs))), from: 30 + JUDGED }]);
  await put(
    'SweepBatch',
    SLOTS.map((slot) => ({
      id: String(slot + JUDGED),
      slot,
      block: slot + JUDGED,
      roster: 'roster',
      verdicts: owners.map((owner) => (missed(owner, slot) ? 'M' : 'R')).join(''),
      workloads: bytes(packWorkloads(owners.map((owner) => ({ free: FREE, spower: BigInt(1000 * owner) })))),
      from: slot + JUDGED,
    })),
  );
};

export const putReports = async (put: Put): Promise<void> => {
  await put('SworkerCode', [
    { id: anchor(200), expireBlock: 1_000_000, from: 1 },
    { id: anchor(201), expireBlock: 150, from: 1 },
  ]);
  for (const owner of owners) {
    const member = memberOf(owner);
    const silentSince = owner === SILENT.owner ? SILENT.since : null;
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
        free: String(FREE),
        reportedFilesSizeBytes: '7000',
        srdRoot: hash(1),
        filesRoot: hash(2),
        from: slot + 5,
        to: all[i + 1] === undefined ? undefined : (all[i + 1] as number) + 5,
      })),
    ]);
    const who = { account: address(member), owner: address(owner), anchor: anchor(member) };
    await put('Reporter', [
      { id: `judged-${owner}`, number: judgedAs(owner), ...who, from: 35 },
      { id: `reports-${owner}`, number: reportsAs(owner), ...who, pubKey: anchor(member), from: 35 },
    ]);
    const report = (slot: number) => {
      const silent = missed(owner, slot);
      const reporter = silent ? judgedAs(owner) : reportsAs(owner);
      return {
        id: `${reporter}-${slot}`,
        reporter,
        slot,
        status: silent ? 'MISSED' : 'REPORTED',
        ...(silent
          ? { judgedAtBlock: slot + JUDGED, punished: true }
          : { block: slot + 5, extrinsicIndex: 0, eventIndex: 1, srdBytes: String(FREE), filesSizeBytes: '7000' }),
        from: silent ? slot + JUDGED : slot + 5,
      };
    };
    await put('SlotReport', SLOTS.map(report));
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
        sweepStartBlock: slot + JUDGED,
        sweepEndBlock: slot + SUMMED,
        time: stamp(slot + SUMMED),
        unreported: 0,
        judgedFree: '60000000000',
        judgedSpower: '186000',
        deadlineMismatches: 0,
        punishmentEnabled: true,
        activeEra: 1,
        eraTotalStake: '1000000000000000',
        issuance: '20000000000000000000',
        totalStakeLimit: '13187000000000000000000',
        from: slot + SUMMED,
      },
    ]);
  }
  await putBatches(put);
};
