import type { FileStatus } from '@moho/protocol';
import { type Scope, selectBy } from '../database/sql';
import type { View } from '../database/view';
import { statusOf } from '../file/load';
import { type FileFactsRow, fileFacts, type ReplicaRow, replicas } from '../file/sql';
import { type Ordered, orderedBy } from '../portfolio/sql';
import { timesOfBlocks } from './sql';

/** One file of an export: everything worked out, nothing left to load. */
export interface FileExportRow {
  facts: FileFactsRow;
  status: FileStatus;
  expiresAtTime: string | null;
  /** what the account that is asked about did; null when none is */
  ordered: Ordered | null;
}

/** One replica of an export and its file. */
export interface ReplicaExportRow {
  replica: ReplicaRow;
  file: FileExportRow;
}

/** When blocks were, or will be at the profile's pace. */
export const clock = async (scope: Scope, blocks: readonly number[]): Promise<(block: number) => string | null> => {
  const { height } = scope.view;
  const times = await timesOfBlocks(scope, [...new Set([height, ...blocks.filter((block) => block <= height)])]);
  return (block) => {
    const known = times.get(Math.min(block, height));
    if (known === undefined) return null;
    return new Date(Date.parse(known) + Math.max(0, block - height) * scope.profile.blockTimeMs).toISOString();
  };
};

/** The rows of some files, in the order of their ids. */
export const fileRows = async (
  scope: Scope,
  ids: readonly string[],
  account: string | null,
): Promise<FileExportRow[]> => {
  const view: View = scope.view;
  const facts = await fileFacts(scope, ids);
  const ordered = account === null ? null : await orderedBy(scope, account, ids);
  const ends = [...facts.values()].flatMap(({ expiredAt }) => (expiredAt ? [expiredAt] : []));
  const timeOf = await clock(scope, ends);
  return ids.map((id) => {
    const one = facts.get(id);
    if (one === undefined) throw new Error(`no facts came back for file ${id}`);
    return {
      facts: one,
      status: statusOf(one, view),
      expiresAtTime: one.expiredAt ? timeOf(one.expiredAt) : null,
      ordered: ordered?.get(id) ?? null,
    };
  });
};

/** The rows of some replicas, in the order of their keys. */
export const replicaRows = async (
  scope: Scope,
  keys: readonly { id: string; fileId: string }[],
): Promise<ReplicaExportRow[]> => {
  const found = await selectBy(
    scope,
    replicas,
    { column: 'id', type: 'text' },
    keys.map(({ id }) => id),
  );
  const byId = new Map(found.map(({ parentKey, row }) => [parentKey, row]));
  const files = await fileRows(scope, [...new Set(keys.map(({ fileId }) => fileId))], null);
  const byFile = new Map(files.map((file) => [file.facts.id, file]));
  return keys.map(({ id, fileId }) => {
    const replica = byId.get(id);
    const file = byFile.get(fileId);
    if (replica === undefined || file === undefined) throw new Error(`replica ${id} is listed but not there`);
    return { replica, file };
  });
};
