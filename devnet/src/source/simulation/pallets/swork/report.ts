import { bytes, type Hex, tuple, u64, vec } from '../../../../codec/scale';
import { minOf, saturatingSub, U64_MAX, wrapped } from '../../framework/arithmetic';
import { ensure, ensureSigned } from '../../framework/dispatch';
import type { Runtime } from '../../framework/runtime';
import { type ReportedFile, type ReportToSign, reportPayload, verifyEnclave } from './enclave';
import { applyFiles } from './report-files';
import type { SworkRules } from './rules';
import type { Identity, SworkStorage, WorkReport } from './storage';
import type { SworkEvents } from './swork';

const PIB = 1_125_899_906_842_624n;
const SRD_LIMIT = 2n * PIB;
const FILES_LIMIT = 8n * PIB;
const files = vec(tuple(bytes, u64, u64));

/** what the files of a report do at once where the spower service applies them later */
const leftToService = (args: { readonly addedFiles: readonly ReportedFile[] }) => ({
  counted: args.addedFiles.length,
  gained: 0n,
  lost: 0n,
});

const sizeOf = (list: readonly ReportedFile[]) =>
  wrapped(
    64,
    list.reduce((sum, [, size]) => sum + size, 0n),
  );

/**
 * With file changes the sizes must add up; without any the files' root must repeat (and the size is not looked at).
 * Sums are u64: those of the changes start anew at zero, that with the size before ends at the bounds.
 */
export function isLegalTransition(
  before: Pick<WorkReport, 'reportedFilesSize' | 'reportedFilesRoot'>,
  after: Pick<ReportToSign, 'addedFiles' | 'deletedFiles' | 'reportedFilesSize' | 'reportedFilesRoot'>,
): boolean {
  const [added, deleted] = [sizeOf(after.addedFiles), sizeOf(after.deletedFiles)];
  if (added === 0n && deleted === 0n) return after.reportedFilesRoot === before.reportedFilesRoot;
  return saturatingSub(minOf(before.reportedFilesSize + added, U64_MAX), deleted) === after.reportedFilesSize;
}

/** report_works: what an enclave says it stores, once a slot. */
export function reportCall(rt: Runtime, s: SworkStorage, emit: SworkEvents, rules: SworkRules) {
  const E = rt.errors(
    'Swork',
    'IllegalWorkReport',
    'IllegalReporter',
    'GroupOwnerForbidden',
    'OutdatedReporter',
    'InvalidReportTime',
    'IllegalWorkReportSig',
    'ABUpgradeFailed',
    'IllegalFilesTransition',
  );
  const currentSlot = () => BigInt(rt.block() - (rt.block() % rt.profile.slotBlocks));
  const anchorOf = (pk: Hex) => s.pubKeys.get(pk)?.anchor ?? undefined;
  const reportOf = (pk: Hex) => {
    const anchor = anchorOf(pk);
    return anchor === undefined ? undefined : s.workReports.get(anchor);
  };

  return rt.call(
    'Swork',
    'report_works',
    {
      currPk: bytes,
      abUpgradePk: bytes,
      slot: u64,
      slotHash: bytes,
      reportedSrdSize: u64,
      reportedFilesSize: u64,
      addedFiles: files,
      deletedFiles: files,
      reportedSrdRoot: bytes,
      reportedFilesRoot: bytes,
      sig: bytes,
    },
    {
      weight: ({ addedFiles, deletedFiles }) => rules.reportWeight(addedFiles.length, deletedFiles.length),
      class: rules.reportClass,
    },
    (origin, args) => {
      const reporter = ensureSigned(origin);
      const { currPk, abUpgradePk, slot, addedFiles, deletedFiles } = args;
      ensure(
        args.reportedSrdSize < SRD_LIMIT &&
          args.reportedFilesSize < FILES_LIMIT &&
          rules.legalFileCounts(addedFiles.length, deletedFiles.length),
        E.IllegalWorkReport,
      );
      const known = s.pubKeys.get(currPk);
      if (known === undefined) throw E.IllegalReporter();
      ensure(!s.groups.has(reporter), E.GroupOwnerForbidden);
      const expiry = s.codes.get(known.code);
      ensure(expiry !== undefined && slot < BigInt(expiry), E.OutdatedReporter);
      if (known.anchor !== null) {
        ensure(s.identities.get(reporter)?.anchor === known.anchor, E.IllegalReporter);
        if (s.reportedInSlot.get(known.anchor, slot)) return { weight: 0 };
      }
      const slotHash = rt.pallets.system.hashOf(Number(slot));
      ensure(args.slotHash === slotHash && (slot === 1n || slot === currentSlot()), E.InvalidReportTime);
      ensure(verifyEnclave(currPk, reportPayload(args), args.sig), E.IllegalWorkReportSig);

      const upgrade = known.anchor === null && abUpgradePk !== '0x';
      if (upgrade) checkUpgrade(args);
      else checkTransition(args);

      if (upgrade) {
        s.pubKeys.set(currPk, { ...known, anchor: s.pubKeys.get(abUpgradePk)?.anchor ?? null });
        s.pubKeys.remove(abUpgradePk);
        emit.ABUpgradeSuccess(reporter, abUpgradePk, currPk);
      } else if (known.anchor === null) firstReport(reporter, currPk, slot);

      const anchor = anchorOf(currPk);
      if (anchor === undefined) throw new Error(`enclave key ${currPk} reports without an anchor`);
      upsert(reporter, anchor, args);
      const owner = s.identities.get(reporter)?.group ?? reporter;
      if (!rules.appliesFiles && addedFiles.length + deletedFiles.length > 0) {
        if (s.lastProcessedBlock.get() === 0) s.lastProcessedBlock.set(rt.block() - 1);
        emit.QueueWorkReportSuccess(anchor, reporter, owner);
      }
      emit.WorksReportSuccess(reporter, currPk);
      return { waiveFee: rt.pallets.benefits.takeFreeReport(owner) };
    },
  );

  interface Reported {
    readonly currPk: Hex;
    readonly abUpgradePk: Hex;
    readonly slot: bigint;
    readonly reportedSrdSize: bigint;
    readonly reportedFilesSize: bigint;
    readonly addedFiles: readonly ReportedFile[];
    readonly deletedFiles: readonly ReportedFile[];
    readonly reportedSrdRoot: Hex;
    readonly reportedFilesRoot: Hex;
  }

  /** A new enclave takes over from the old one: nothing may have changed but the key. */
  function checkUpgrade(args: Reported): void {
    const before = reportOf(args.abUpgradePk);
    ensure(
      before !== undefined &&
        args.addedFiles.length === 0 &&
        args.deletedFiles.length === 0 &&
        before.reportedFilesRoot === args.reportedFilesRoot &&
        before.reportedSrdRoot === args.reportedSrdRoot,
      E.ABUpgradeFailed,
    );
  }

  function checkTransition(args: Reported): void {
    const before = reportOf(args.currPk);
    ensure(before === undefined || isLegalTransition(before, args), E.IllegalFilesTransition);
  }

  /** A key's first report makes it the account's anchor; what the account reported under another anchor is forgotten. */
  function firstReport(reporter: Hex, pk: Hex, slot: bigint): void {
    const old = s.identities.get(reporter);
    if (old !== undefined) {
      s.workReports.remove(old.anchor);
      s.reportedInSlot.removePrefix(old.anchor);
    }
    const fresh: Identity = { anchor: pk, punishmentDeadline: rules.firstDeadline(slot), group: old?.group ?? null };
    s.identities.set(reporter, fresh);
    const info = s.pubKeys.get(pk);
    if (info !== undefined) s.pubKeys.set(pk, { ...info, anchor: pk });
  }

  function upsert(reporter: Hex, anchor: Hex, args: Reported): void {
    s.reportedInSlot.set(anchor, args.slot, true);
    const files = rules.appliesFiles ? applyFiles(rt, reporter, anchor, args) : leftToService(args);
    if (rules.countsAddedFiles) s.addedFilesCount.set(s.addedFilesCount.get() + files.counted);
    const old = s.workReports.get(anchor);
    s.workReports.set(anchor, {
      reportSlot: args.slot,
      spower: saturatingSub(minOf((old?.spower ?? 0n) + files.gained, U64_MAX), files.lost),
      free: args.reportedSrdSize,
      reportedFilesSize: args.reportedFilesSize,
      reportedSrdRoot: args.reportedSrdRoot,
      reportedFilesRoot: args.reportedFilesRoot,
    });
    s.free.set(saturatingSub(s.free.get(), old?.free ?? 0n) + args.reportedSrdSize);
    s.reportedFilesSize.set(
      saturatingSub(s.reportedFilesSize.get(), old?.reportedFilesSize ?? 0n) + args.reportedFilesSize,
    );
  }
}
