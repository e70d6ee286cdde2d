import { badInput, problem } from '../errors';
import type { Head } from './head';

/** The block a question is asked about. `at` null = the newest the index has; `height` is that block's number either way. */
export interface View {
  at: number | null;
  height: number;
}

/** A row together with the view it was read in, so that what hangs below it is read in the same one. */
export type Seen<Row> = Row & { view: View };

export const viewKey = (view: View): string => (view.at === null ? 'now' : String(view.at));

/** Resolves the `at` argument, which without a value is the whole question's `asOf`, if it has one. Throws BAD_INPUT below 1 or beyond the index's head, INDEX_NOT_READY without any block. */
export const viewAt = async (
  ctx: { head: () => Promise<Head | null>; asOf?: number | null },
  given: number | null | undefined,
): Promise<View> => {
  const head = await ctx.head();
  if (head === null) {
    throw problem('INDEX_NOT_READY', 'The index is empty so far: the indexer has not written its first block.');
  }
  const at = given ?? ctx.asOf;
  if (at === null || at === undefined) return { at: null, height: head.height };
  if (!Number.isInteger(at) || at < 1) throw badInput(`"at" is a block number from 1 on, not ${at}.`);
  if (at > head.height) throw badInput(`Block ${at} is beyond the head of the index, which is block ${head.height}.`);
  return { at, height: at };
};
