import { storagePrefix } from '../../../../codec/hash';
import { type Hex, sortedKeys } from '../../../../codec/scale';
import type { Runtime } from '../../framework/runtime';
import { dbWeight } from '../../framework/weights';
import type { SworkRules } from './rules';
import { type Identity, NEW_IDENTITY, PUNISHMENT_SLOTS, type SworkStorage } from './storage';

/**
 * The judgement of every identity, once a slot: from the sweep offset on, so many identities per block in raw key order,
 * then the totals and the stake limits. The stop block closes a sweep that did not get through. Returns its weight.
 */
export function sweep(rt: Runtime, s: SworkStorage, rules: SworkRules, block: number): number {
  const { slotBlocks, stopOffset } = rt.profile;
  const offset = block % slotBlocks;
  let weight = dbWeight(2, 0);
  if (offset === rules.sweepOffset(rt.profile) && !s.workload.exists() && !s.identityPreviousKey.exists()) {
    s.identityPreviousKey.set(storagePrefix('Swork', 'Identities'));
    s.workload.set([new Map(), 0n, 0n, 0n]);
    weight += dbWeight(0, 2);
  }
  const cursor = s.identityPreviousKey.get();
  if (offset !== stopOffset && cursor !== undefined) weight += visit(rt, s, rules, cursor);
  else if (s.workload.exists()) weight += finish(rt, s, block);
  return weight;
}

function visit(rt: Runtime, s: SworkStorage, rules: SworkRules, cursor: Hex): number {
  const soFar = s.workload.get();
  if (soFar === undefined) return 0;
  const owners = new Map(soFar[0]);
  let [, free, spower, files] = soFar;
  const judged = s.currentReportSlot.get();
  const forgotten = judged - s.historySlotDepth.get();

  const rest = s.identities.keys().filter((who) => s.identities.rawKey(who) > cursor);
  const batch = rest.slice(0, rt.profile.sweepBatch);
  for (const who of batch) {
    const row = s.identities.get(who) as Identity;
    const counted = judge(rt, s, rules, who, row, judged);
    if (counted) {
      free += counted.free;
      spower += counted.spower;
      files += counted.reportedFilesSize;
    }
    const owner = row.group ?? who;
    owners.set(owner, (owners.get(owner) ?? 0n) + (counted ? counted.free + counted.spower : 0n));
    if (forgotten >= 0n) s.reportedInSlot.remove(row.anchor, forgotten);
  }
  s.workload.set([owners, free, spower, files]);
  const done = batch.length < rt.profile.sweepBatch;
  if (done) s.identityPreviousKey.kill();
  else s.identityPreviousKey.set(s.identities.rawKey(batch.at(-1) as Hex));
  return dbWeight(1, done ? 1 : 2) + batch.length * dbWeight(3, forgotten >= 0n ? 2 : 1);
}

/** The report that counts for `who` in the judgement of slot `judged`; undefined for none or a punished one. */
function judge(rt: Runtime, s: SworkStorage, rules: SworkRules, who: Hex, row: Identity, judged: bigint) {
  const report = s.workReports.get(row.anchor);
  if (report === undefined) return undefined;
  if (rules.excusesNew && row.punishmentDeadline === NEW_IDENTITY) {
    s.identities.set(who, { ...row, punishmentDeadline: 0n });
    return report;
  }
  const reported = s.reportedInSlot.get(row.anchor, judged);
  if (!s.enablePunishment.get()) return reported ? report : undefined;
  let deadline = row.punishmentDeadline;
  if (!reported) {
    deadline = judged + BigInt(PUNISHMENT_SLOTS * rt.profile.slotBlocks);
    s.identities.set(who, { ...row, punishmentDeadline: deadline });
  }
  return judged < deadline ? undefined : report;
}

function finish(rt: Runtime, s: SworkStorage, block: number): number {
  const [owners, free, spower, files] = s.workload.get() ?? [new Map<Hex, bigint>(), 0n, 0n, 0n];
  s.free.set(free);
  s.spower.set(spower);
  s.reportedFilesSize.set(files);
  s.currentReportSlot.set(BigInt(block - (block % rt.profile.slotBlocks)));
  rt.pallets.staking.setStakeLimits(
    new Map(sortedKeys(owners.keys()).map((o) => [o, owners.get(o) ?? 0n])),
    free + spower,
  );
  s.identityPreviousKey.kill();
  s.workload.kill();
  const candidates = rt.pallets.staking.storage.validators.size();
  return dbWeight(3, 6) + candidates * dbWeight(1, 1);
}
