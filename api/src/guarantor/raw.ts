import type { Hex } from '@moho/protocol/base';
import type { Context } from '../context';
import { loadAllBy } from '../database/load';
import type { View } from '../database/view';
import { account, bool, compact, encoded, join, u32, vec } from '../receipt/scale';
import { loadGuarantor } from './load';
import { targets } from './sql';

/** The stored bytes of a guarantor with its targets; null when the account guarantees for nobody. */
export const rawGuarantor = async (ctx: Context, view: View, stash: string): Promise<Hex | null> => {
  const { isGuarantor, total, submittedIn, suppressed } = await loadGuarantor(ctx, stash, view);
  if (!isGuarantor || total === null || submittedIn === null || suppressed === null) return null;
  const guarantees = await loadAllBy(ctx, targets, view, { column: 'guarantor', type: 'text' }, stash);
  return encoded(
    vec(guarantees, ({ validator, value }) => join(account(validator), compact(value))),
    compact(total),
    u32(submittedIn),
    bool(suppressed),
  );
};
