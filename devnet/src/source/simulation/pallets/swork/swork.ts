import { accountId, bool, bytes, type Hex, i64, option, tuple, u32, u64, vec } from '../../../../codec/scale';
import { minOf, saturatingSub, U64_MAX } from '../../framework/arithmetic';
import { ensure, ensureRoot, ensureSigned } from '../../framework/dispatch';
import type { Runtime } from '../../framework/runtime';
import { ensureSuperior } from '../superior';
import { groupCalls } from './groups';
import { registerCalls } from './register';
import { reportCall } from './report';
import { sworkRules } from './rules';
import { sworkStorage } from './storage';
import { sweep } from './sweep';

export type SworkEvents = ReturnType<typeof sworkEvents>;
const sworkEvents = (rt: Runtime) =>
  rt.emitters('Swork', {
    RegisterSuccess: [accountId, bytes],
    WorksReportSuccess: [accountId, bytes],
    ABUpgradeSuccess: [accountId, bytes, bytes],
    SetCodeSuccess: [bytes, u32],
    JoinGroupSuccess: [accountId, accountId],
    QuitGroupSuccess: [accountId, accountId],
    CreateGroupSuccess: [accountId],
    KickOutSuccess: [accountId],
    CancelPunishmentSuccess: [accountId],
    AddIntoAllowlistSuccess: [accountId, accountId],
    RemoveFromAllowlistSuccess: [accountId, accountId],
    SetPunishmentSuccess: [bool],
    RemoveCodeSuccess: [bytes],
    QueueWorkReportSuccess: [bytes, accountId, accountId],
    SetSpowerSuperiorSuccess: [accountId],
    UpdateSpowerSuccess: [accountId, u32, u32, u32],
  });

export type Swork = ReturnType<typeof sworkPallet>;

/** Proof of work done: enclave keys, identities, groups, reports and their judgement. */
export function sworkPallet(rt: Runtime) {
  const rules = sworkRules(rt.spec.version);
  const s = sworkStorage(rt, rules.totalItem);
  const emit = sworkEvents(rt);
  const E = rt.errors(
    'Swork',
    'InvalidExpiredBlock',
    'CodeNotExpired',
    'IdentityNotExist',
    'SpowerSuperiorNotSet',
    'IllegalSpowerSuperior',
  );

  /** Adds to a report's spower within u64; anchors without a report are passed over. */
  function changeSpower(anchor: Hex, change: bigint): void {
    const report = s.workReports.get(anchor);
    if (report === undefined || change === 0n) return;
    const next = change > 0n ? report.spower + change : saturatingSub(report.spower, -change);
    s.workReports.set(anchor, { ...report, spower: next > U64_MAX ? U64_MAX : next });
  }

  const changedFiles = vec(tuple(bytes, u64, vec(tuple(accountId, accountId, bytes, option(u32)))));
  const calls = {
    ...registerCalls(rt, s, emit, rules),
    ...groupCalls(rt, s, emit, rules),
    reportWorks: reportCall(rt, s, emit, rules),
    setCode: rt.call(
      'Swork',
      'set_code',
      { newCode: bytes, expireBlock: u32 },
      { weight: 543_000_000, class: 'Operational' },
      (origin, { newCode, expireBlock }) => {
        ensureRoot(origin);
        const old = s.codes.get(newCode);
        ensure(old === undefined || rules.codesMayBeExtended || expireBlock < old, E.InvalidExpiredBlock);
        s.codes.set(newCode, expireBlock);
        emit.SetCodeSuccess(newCode, expireBlock);
      },
    ),
    clearExpiredCode: rt.call(
      'Swork',
      'clear_expired_code',
      { expiredCode: bytes },
      { weight: 543_000_000 },
      (origin, { expiredCode }) => {
        ensureSigned(origin);
        const expiry = s.codes.get(expiredCode);
        if (expiry === undefined) return;
        ensure(expiry < rt.block(), E.CodeNotExpired);
        s.codes.remove(expiredCode);
        emit.RemoveCodeSuccess(expiredCode);
      },
    ),
    setSpowerSuperior: rt.call(
      'Swork',
      'set_spower_superior',
      { superior: accountId },
      { weight: 1000 },
      (origin, { superior }) => {
        ensureRoot(origin);
        s.spowerSuperior.set(superior);
        emit.SetSpowerSuperiorSuccess(superior);
      },
    ),
    updateSpower: rt.call(
      'Swork',
      'update_spower',
      { changedSpowers: vec(tuple(bytes, i64)), changedFiles },
      { weight: (a) => rules.updateSpowerWeight(a.changedSpowers.length, a.changedFiles.length) },
      (origin, args) => {
        const caller = ensureSuperior(origin, s.spowerSuperior.get(), E);
        for (const [anchor, change] of args.changedSpowers) changeSpower(anchor, change);
        rt.pallets.market.applySpowers(args.changedFiles);
        s.lastSpowerUpdateBlock.set(rt.block());
        emit.UpdateSpowerSuccess(caller, rt.block(), args.changedSpowers.length, args.changedFiles.length);
        return { waiveFee: true };
      },
    ),
    /** Spec 1 alone. */
    cancelPunishment: rt.call(
      'Swork',
      'cancel_punishment',
      { target: accountId },
      { weight: 1000 },
      (origin, { target }) => {
        ensureRoot(origin);
        const row = s.identities.get(target);
        if (row === undefined) throw E.IdentityNotExist();
        s.identities.set(target, { ...row, punishmentDeadline: 0n });
        emit.CancelPunishmentSuccess(target);
      },
    ),
    setPunishment: rt.call(
      'Swork',
      'set_punishment',
      { isEnabled: bool },
      { weight: 1000 },
      (origin, { isEnabled }) => {
        ensureRoot(origin);
        s.enablePunishment.set(isEnabled);
        emit.SetPunishmentSuccess(isEnabled);
      },
    ),
  };

  rt.hooks('Swork', { onInitialize: (block) => sweep(rt, s, rules, block) });

  return {
    calls,
    storage: s,
    /** The profile's own retention of ReportedInSlot stands in storage. */
    genesis(): void {
      const depth = BigInt(rt.profile.historySlotDepth);
      if (depth !== s.historySlotDepth.get()) s.historySlotDepth.set(depth);
    },
    changeSpower,
    /** Up to spec 22: what a replica counts in its anchor's report goes from `before` to `after`. */
    moveSpower(anchor: Hex, before: bigint, after: bigint): void {
      const report = s.workReports.get(anchor);
      if (report === undefined || before === after) return;
      const spower = rules.takesOffFirst
        ? minOf(saturatingSub(report.spower, before) + after, U64_MAX)
        : saturatingSub(minOf(report.spower + after, U64_MAX), before);
      s.workReports.set(anchor, { ...report, spower });
    },
    /** whether an anchor reported in the slot before the one of this block */
    reportedLastSlot(anchor: Hex): boolean {
      const slot = rt.block() - (rt.block() % rt.profile.slotBlocks);
      return s.reportedInSlot.get(anchor, BigInt(Math.max(0, slot - rt.profile.slotBlocks)));
    },
    /** up to spec 12 only who stores nothing may join a group */
    joinsEmptyHanded: rules.joinNeedsNo !== undefined,
    anchorOf: (who: Hex): Hex | undefined => s.identities.get(who)?.anchor,
    membersOf: (owner: Hex): ReadonlySet<Hex> => s.groups.get(owner)?.members ?? new Set(),
    /** group owner of a reporter; undefined for isolation nodes and strangers */
    groupOwner: (who: Hex): Hex | undefined => s.identities.get(who)?.group ?? undefined,
    filesAndFree: () => ({ files: s.reportedFilesSize.get(), free: s.free.get() }),
    takeAddedFilesCount(): number {
      const count = s.addedFilesCount.get();
      s.addedFilesCount.set(0);
      return count;
    },
    setLastProcessedBlock: (block: number): void => s.lastProcessedBlock.set(block),
    /** Adds that turned out illegal do not count for the base fee, as long as their slot is the current one. */
    dropAddedFiles(bySlot: ReadonlyMap<bigint, number>): void {
      const illegal = bySlot.get(BigInt(rt.block() - (rt.block() % rt.profile.slotBlocks)));
      if (illegal !== undefined) s.addedFilesCount.set(Math.max(0, s.addedFilesCount.get() - illegal));
    },
  };
}
