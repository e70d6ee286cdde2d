import type { Context } from '../context';
import { loadKeyed } from '../database/load';
import type { Seen, View } from '../database/view';
import { type ValidatorRow, validatorsById } from './sql';

/** The validator of a stash; for any other account one that says it is no candidate. */
export const loadValidator = async (ctx: Context, stash: string, view: View): Promise<Seen<ValidatorRow>> => {
  const row = await loadKeyed(ctx, 'validator', view, stash, validatorsById);
  if (row === null) throw new Error(`no row came back for stash ${stash}`);
  return { ...row, view };
};
