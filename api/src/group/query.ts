import { builder } from '../builder';
import { loadOne, loadPage } from '../database/load';
import { viewAt } from '../database/view';
import { readAddress, readOptional } from '../input';
import { GroupMembers, Groups } from '../schema/connections';
import { GroupMemberRef, GroupRef } from '../schema/refs';
import { groupMembers, groups, memberConditions } from './sql';

builder.queryFields((t) => ({
  group: t.field({
    type: GroupRef,
    nullable: true,
    description: 'null when the account owns no group at the block',
    args: { owner: t.arg.string({ required: true }), at: t.arg.int() },
    resolve: async (_root, { owner, at }, ctx) =>
      loadOne(ctx, groups, await viewAt(ctx, at), readAddress('owner', owner)),
  }),
  groups: t.connection(
    {
      type: GroupRef,
      args: { at: t.arg.int() },
      resolve: async (_root, { at, ...args }, ctx) => loadPage(ctx, groups, await viewAt(ctx, at), args),
    },
    Groups,
  ),
  groupMembers: t.connection(
    {
      type: GroupMemberRef,
      args: { at: t.arg.int(), owner: t.arg.string() },
      resolve: async (_root, { at, owner, ...args }, ctx) => {
        const address = readOptional(owner, (text) => readAddress('owner', text));
        return loadPage(ctx, groupMembers, await viewAt(ctx, at), args, {
          where: (scope) => memberConditions(scope, address),
        });
      },
    },
    GroupMembers,
  ),
}));
