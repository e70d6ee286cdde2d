import type { MarketContext } from './context';
import { countedFor, isReady } from './replica';
import type { Shelf } from './shelf';
import type { FileHead } from './storage';

/** Up to spec 22: a file's spower by its reported replicas, moved into the reports of all that have matured. */
export function refreshSpower<F extends FileHead>({ rt, s, rules }: MarketContext, shelf: Shelf<F>, file: F): F {
  const spower = rules.spower(file.fileSize, file.reportedReplicaCount);
  const updated = shelf.withReplicas(file, (replica) => {
    const ready = replica.createdAt === null || isReady(rt, s, replica.createdAt);
    if (!ready) return replica;
    rt.pallets.swork.moveSpower(replica.anchor, countedFor(file, replica), spower);
    return { ...replica, createdAt: null };
  });
  return { ...updated, spower };
}

/** A file that is closed counts for nobody as more than one without replicas. */
export function dropSpower<F extends FileHead>({ rt, rules }: MarketContext, shelf: Shelf<F>, file: F): void {
  const spower = rules.spower(file.fileSize, 0);
  for (const replica of shelf.replicas(file))
    rt.pallets.swork.moveSpower(replica.anchor, countedFor(file, replica), spower);
}
