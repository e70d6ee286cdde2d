import type { Hex } from '../../../codec/scale';
import type { Chain } from '../chain';

/** Workload of every owner as the rows say that a judgement just ended, in bytes, and the totals. */
function workloads({ runtime }: Chain): { byOwner: Map<Hex, bigint>; free: bigint; spower: bigint; files: bigint } {
  const s = runtime.pallets.swork.storage;
  const latest = s.currentReportSlot.get();
  const judged = latest === 0n ? 0n : latest - BigInt(runtime.profile.slotBlocks);
  const byOwner = new Map<Hex, bigint>();
  let [free, spower, files] = [0n, 0n, 0n];
  for (const [who, row] of s.identities.entries()) {
    const owner = row.group ?? who;
    const report = s.workReports.get(row.anchor);
    const counts = report !== undefined && judged >= row.punishmentDeadline;
    byOwner.set(owner, (byOwner.get(owner) ?? 0n) + (counts ? report.free + report.spower : 0n));
    if (!counts) continue;
    free += report.free;
    spower += report.spower;
    files += report.reportedFilesSize;
  }
  return { byOwner, free, spower, files };
}

const MOVES =
  /^Swork\.(WorksReport|JoinGroup|QuitGroup|KickOut|SetPunishment|UpdateSpower)|^Market\.(UpdateReplicas|CalculateSpowers|FileClosed)/;

/** Watches sweeps that reach everybody in their first block: what owners' workloads add up to is what they write. */
export function sweepWatch(chain: Chain): () => string[] {
  let movedBefore = false;
  return () => {
    const names = chain.runtime.events.records.map((e) => `${e.pallet}.${e.name}`);
    const moved = names.some((name) => MOVES.test(name));
    // rows that moved since the sweep looked at them no longer say what it saw
    const calm = !moved && !movedBefore;
    movedBefore = moved;
    return calm && names.includes('Staking.UpdateStakeLimitSuccess') ? sweepProblems(chain) : [];
  };
}

function sweepProblems(chain: Chain): string[] {
  const { runtime } = chain;
  const s = runtime.pallets.swork.storage;
  if (!s.enablePunishment.get() || s.identities.size() >= runtime.profile.sweepBatch) return [];
  const expected = workloads(chain);
  const total = [...expected.byOwner.values()].reduce((sum, bytes) => sum + bytes, 0n);
  const problems: string[] = [];
  const same = (what: string, is: bigint, should: bigint) =>
    is === should || problems.push(`${what} is ${is}, the rows say ${should}`);
  same('Free', s.free.get(), expected.free);
  same('Spower', s.spower.get(), expected.spower);
  same('ReportedFilesSize', s.reportedFilesSize.get(), expected.files);
  same('owners’ workload', s.free.get() + s.spower.get(), total);
  return problems;
}
