import { encodeHex, type Hex } from '../../../codec/scale';
import { type Rng, rngOf } from '../framework/rng';
import type { Runtime } from '../framework/runtime';
import { spowerOf } from '../pallets/market/spower';
import { type FileInfo, POTS, REWARD_PERSON, type Replica } from '../pallets/market/storage';
import type { WorkReport } from '../pallets/swork/storage';
import { type Cast, CRU } from './cast';
import type { LivingMachine } from './machine';
import type { FileShelf } from './shelf';

/** what an order's storage part left in each file, in pico CRU */
const AMOUNT = 1_000_000n;
/** percent of the files with one replica at least, and with more than one */
const [STORED, SEVERAL] = [40, 10];

interface Storage {
  bytes: bigint;
  spower: bigint;
}

/** A file from before block 0: its size and how many replicas it has. */
function foundingFile(rng: Rng): { sizeBytes: bigint; replicas: number } {
  const roll = rng.below(100);
  const replicas = roll < SEVERAL ? 2 + rng.below(3) : roll < STORED ? 1 : 0;
  return { sizeBytes: BigInt(Math.max(1, Math.floor(1024 * 2 ** (rng.between(0, 1800) / 100)))), replicas };
}

/** Files with their replicas on the machines, their rows given to `lay`; what each machine stores then. */
function storeFiles(
  rt: Runtime,
  seed: number,
  count: number,
  machines: readonly LivingMachine[],
  ownerOf: (machine: number) => Hex,
  shelf: FileShelf,
  lay: (key: Hex, value: Hex) => void,
): Storage[] {
  const { market, balances } = rt.pallets;
  const { files } = market.storage;
  const rng = rngOf(`${seed}/founding`);
  const stored: Storage[] = machines.map(() => ({ bytes: 0n, spower: 0n }));
  for (let i = 0; i < count; i++) {
    const { sizeBytes, replicas } = foundingFile(rng);
    const spower = spowerOf(sizeBytes, replicas);
    const rows = new Map<Hex, Replica>();
    for (let r = 0; r < replicas; r++) {
      const at = (i * 31 + r * 97) % machines.length;
      const [worker, held] = [machines[at]?.worker, stored[at]];
      const owner = ownerOf(at);
      if (worker === undefined || held === undefined || rows.has(owner)) continue;
      rows.set(owner, { who: worker.account, validAt: 0, anchor: worker.pk(), isReported: true, createdAt: null });
      held.bytes += sizeBytes;
      held.spower += spower;
    }
    const file: FileInfo = {
      fileSize: sizeBytes,
      spower: rows.size > 0 ? spower : 0n,
      // they end one after the other, over two periods
      expiredAt: rows.size > 0 ? 1 + (i % (2 * rt.profile.fileDurationBlocks)) : 0,
      calculatedAt: 0,
      amount: AMOUNT,
      prepaid: 0n,
      reportedReplicaCount: rows.size,
      remainingPaidCount: rows.size > 0 ? 0 : REWARD_PERSON,
      replicas: rows,
    };
    lay(files.rawKey(shelf.foundingCid(i)), encodeHex(files.codec, file));
  }
  market.storage.keysCount.set(count);
  if (count > 0) balances.endow(POTS.storage, AMOUNT * BigInt(count));
  return stored;
}

/**
 * What has grown before block 0 on a chain of more than dozens: groups whose machines report already, files with
 * replicas, merchants with collateral, guarantors with their votes.
 */
export function found(
  rt: Runtime,
  cast: Cast,
  machines: readonly LivingMachine[],
  shelf: FileShelf,
  files: number,
  lay: (key: Hex, value: Hex) => void,
): void {
  const { swork, staking } = rt.pallets;
  const s = swork.storage;
  const ownerOf = (i: number): Hex =>
    cast.machines[i]?.house?.stash.account ?? machines[i]?.worker.account ?? ('0x' as Hex);
  const stored = storeFiles(rt, cast.seed, files, machines, ownerOf, shelf, lay);
  let [free, bytes, spowers] = [0n, 0n, 0n];
  for (const [i, { worker }] of machines.entries()) {
    const held = stored[i] ?? { bytes: 0n, spower: 0n };
    const roots = worker.startedWith(held.bytes);
    const group = cast.machines[i]?.house?.stash.account ?? null;
    const report: WorkReport = {
      reportSlot: 0n,
      spower: held.spower,
      free: worker.srdBytes,
      reportedFilesSize: held.bytes,
      reportedSrdRoot: roots.srd,
      reportedFilesRoot: roots.files,
    };
    s.pubKeys.set(worker.pk(), { code: worker.code(), anchor: worker.pk() });
    s.identities.set(worker.account, { anchor: worker.pk(), punishmentDeadline: 0n, group });
    s.workReports.set(worker.pk(), report);
    free += report.free;
    bytes += report.reportedFilesSize;
    spowers += report.spower;
  }
  s.free.set(free);
  s.reportedFilesSize.set(bytes);
  s.spower.set(spowers);
  for (const house of cast.houses) {
    const members = cast.machines.filter((m) => m.house === house).map((m) => m.account.account);
    s.groups.set(house.stash.account, { members: new Set(members), allowlist: new Set() });
  }
  for (const [i, { stash }] of cast.guarantors.entries()) {
    const target = cast.houses[(i * 7) % cast.houses.length]?.stash.account;
    if (target === undefined) continue;
    const value = BigInt(20 + ((i * 131) % 400)) * CRU;
    const targets = [{ who: target, value }];
    staking.storage.guarantors.set(stash.account, { targets, total: value, submittedIn: 0, suppressed: false });
  }
}
