import type { Context } from '../context';
import { loadKeyed } from '../database/load';
import type { Seen, View } from '../database/view';
import { type GuarantorRow, guarantorsById } from './sql';

/** The guarantor of a stash; for any other account one that says it is none. */
export const loadGuarantor = async (ctx: Context, stash: string, view: View): Promise<Seen<GuarantorRow>> => {
  const row = await loadKeyed(ctx, 'guarantor', view, stash, guarantorsById);
  if (row === null) throw new Error(`no row came back for stash ${stash}`);
  return { ...row, view };
};
