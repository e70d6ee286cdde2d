import { type FileStatus, fileStatus } from '@moho/protocol';
import { blocks } from '../block/sql';
import type { CidReading } from '../cid/read';
import type { Context } from '../context';
import { loadKeyed, loadOne } from '../database/load';
import type { View } from '../database/view';
import { type FileFactsRow, fileFacts } from './sql';

/** A file, ordered or not, in a view. */
export interface FileNode {
  id: string;
  view: View;
  /** the CID's text when the id is not that text */
  text?: string;
  /** how the question's text was understood, when it named the file */
  reading?: CidReading;
}

/** Whether any order has named the file. */
export const isKnown = (facts: FileFactsRow | undefined): boolean =>
  facts !== undefined && (facts.ordered || facts.cidHex != null);

/** The facts of a file; always there, since a never-ordered id has facts too. */
export const loadFacts = async (ctx: Context, { id, view }: FileNode): Promise<FileFactsRow> => {
  const facts = await loadKeyed(ctx, 'fileFacts', view, id, fileFacts);
  if (facts === null) throw new Error(`no facts came back for file ${id}`);
  return facts;
};

export const statusOf = (facts: FileFactsRow, view: View): FileStatus =>
  fileStatus({
    block: view.height,
    row: facts.stands ? { expiredAt: facts.expiredAt ?? 0 } : null,
    // an index that began later knows the row or the order without the events
    lastMark: facts.lastMark ?? (isKnown(facts) ? 'ORDERED' : null),
    liveOwnerCount: facts.liveOwners,
  });

/** Time of a block in the past, or the estimate for one to come at the profile's block time. */
export const timeOfBlock = async (ctx: Context, view: View, block: number): Promise<string | null> => {
  const known = await loadOne(ctx, blocks, view, String(Math.min(block, view.height)));
  if (known === null) return null;
  const ahead = Math.max(0, block - view.height) * ctx.profile.blockTimeMs;
  return new Date(Date.parse(known.time) + ahead).toISOString();
};
