import type { Scope } from '../database/sql';
import { statusOf } from '../file/load';
import { fileFacts } from '../file/sql';
import { lastEvents } from './sql';

/** What a follower is told about when it changes, as text to compare; never shown. */
export type FileState = string;

/** The states of files in a view, whatever their number in two statements. */
export const fileStates = async (scope: Scope, ids: readonly string[]): Promise<Map<string, FileState>> => {
  const facts = await fileFacts(scope, ids);
  const events = await lastEvents(scope, ids);
  return new Map(
    [...facts].map(([id, f]) => [
      id,
      JSON.stringify([
        statusOf(f, scope.view),
        [f.reportedReplicaCount, f.entries, f.live, f.liveOwners],
        [f.sizeBytes, f.spower, f.expiredAt, f.calculatedAt, f.amount, f.prepaid, f.remainingPaidCount],
        events.get(id),
      ]),
    ]),
  );
};
