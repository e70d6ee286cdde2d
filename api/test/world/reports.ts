import { address, anchor, FINISHED_SLOT, hash, memberOf, owners, type Put } from '../fixtures';
import { stamp } from './time';

export const putReports = async (put: Put): Promise<void> => {
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
