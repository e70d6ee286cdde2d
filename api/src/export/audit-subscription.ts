import { builder } from '../builder';
import { refuseTooMuch } from '../cost';
import { readLong } from '../database/long-read';
import { badInput } from '../errors';
import { checkRange, readAddress } from '../input';
import { closedEras, payoutRows } from '../payout/rows';
import { gridCells, judgedSlots } from '../report/grid-rows';
import { GridBatchRef, PayoutBatchRef } from './audit-type';

/** A thousand members in so many slots or eras are a batch. */
const AT_ONCE = 4;
const MOST = 2_147_483_647;

builder.subscriptionFields((t) => ({
  gridCellRows: t.field({
    type: GridBatchRef,
    description:
      'every judged slot of a range and what each member of a group (or one reporting account) did in it, oldest slot first, in batches as of one block',
    args: {
      owner: t.arg.string({ description: 'the group owner' }),
      account: t.arg.string({ description: 'or one reporting account' }),
      fromSlot: t.arg.int(),
      toSlot: t.arg.int(),
      at: t.arg.int(),
    },
    subscribe: (_root, { owner, account, fromSlot, toSlot, at }, ctx, info) => {
      refuseTooMuch(info, ctx);
      checkRange({ fromSlot, toSlot }, 'fromSlot', 'toSlot');
      if ((owner == null) === (account == null)) throw badInput('Name the group’s "owner" or one "account".');
      const whose =
        owner == null ? { account: readAddress('account', account ?? '') } : { owner: readAddress('owner', owner) };
      const rows = readLong(ctx, {
        at,
        keysAtOnce: AT_ONCE,
        keys: (scope) => judgedSlots(scope, fromSlot ?? 0, toSlot ?? MOST),
        rows: (scope, keys: { slot: number }[]) =>
          gridCells(
            scope,
            keys.map(({ slot }) => slot),
            whose,
          ),
      });
      return ctx.exports.open(ctx.client, rows);
    },
    resolve: (batch) => batch,
  }),
  payoutRows: t.field({
    type: PayoutBatchRef,
    description:
      'a group’s payout sheet for any range of eras, era by era and member by member, in batches as of one block',
    args: { owner: t.arg.string({ required: true }), fromEra: t.arg.int(), toEra: t.arg.int(), at: t.arg.int() },
    subscribe: (_root, { owner, fromEra, toEra, at }, ctx, info) => {
      refuseTooMuch(info, ctx);
      checkRange({ fromEra, toEra }, 'fromEra', 'toEra');
      const address = readAddress('owner', owner);
      const rows = readLong(ctx, {
        at,
        keysAtOnce: AT_ONCE,
        keys: (scope) => closedEras(scope, fromEra ?? 0, toEra ?? MOST),
        rows: (scope, keys: { era: number }[]) => payoutRows(scope, keys, address),
      });
      return ctx.exports.open(ctx.client, rows);
    },
    resolve: (batch) => batch,
  }),
}));
