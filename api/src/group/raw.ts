import type { Hex } from '@moho/protocol/base';
import type { Context } from '../context';
import { loadAllBy, loadOne } from '../database/load';
import type { View } from '../database/view';
import { account, encoded, sortedAccounts, vec } from '../receipt/scale';
import { groupMembers, groups } from './sql';

/** The stored bytes of a group: its members as a set, then its allowlist. */
export const rawGroup = async (ctx: Context, view: View, owner: string): Promise<Hex | null> => {
  const group = await loadOne(ctx, groups, view, owner);
  if (group === null) return null;
  const members = await loadAllBy(ctx, groupMembers, view, { column: 'owner', type: 'text' }, owner);
  return encoded(vec(sortedAccounts(members.map(({ member }) => member)), account), vec(group.allowlist, account));
};
