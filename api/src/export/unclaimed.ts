import { type ClaimPart, claimCall } from '@moho/protocol';
import { builder } from '../builder';
import type { Context } from '../context';
import { refuseTooMuch } from '../cost';
import { BATCH_ROWS, type Batch, readLong } from '../database/long-read';
import type { Scope } from '../database/sql';
import { viewAt } from '../database/view';
import { PartStateEnum } from '../unclaimed/era-type';
import { claimsOf, type OutstandingEra, specOf, toldOf } from '../unclaimed/load';
import { readUnclaimedFilter, UnclaimedFilterInput } from '../unclaimed/query';
import { passes, type RadarFilter, rowsAsked } from '../unclaimed/radar';
import { type OutstandingRow, outstanding } from '../unclaimed/sql';
import { AS_OF } from './type';

/** What a claim pays to one account; the validator's own line has no stake and no state of a part. */
interface UnclaimedExportRow {
  row: OutstandingEra;
  part: Pick<ClaimPart<string>, 'who' | 'amount' | 'state'>;
  isValidator: boolean;
  callData: string;
}

const linesOf = async (scope: Scope, keys: OutstandingRow[], account: string | null, spec: number) => {
  const claims = await claimsOf(scope, keys);
  return keys.flatMap((key): UnclaimedExportRow[] => {
    const claim = claims.get(key.id);
    if (claim === undefined) throw new Error(`no claim came back for ${key.id}`);
    const row = toldOf(key, scope);
    const { callData } = claimCall(spec, key.stash, key.era);
    const own: UnclaimedExportRow = {
      row,
      part: { who: key.stash, amount: claim.validator, state: 'PAID' },
      isValidator: true,
      callData,
    };
    const parts = claim.parts.map((part): UnclaimedExportRow => ({ row, part, isValidator: false, callData }));
    return [own, ...parts].filter(({ part }) => account === null || part.who === account);
  });
};

/** Everybody's part of every outstanding era, the era lost first at the head. */
const unclaimedRows = (ctx: Context, height: number, filter: RadarFilter, spec: number) =>
  readLong(ctx, {
    at: height,
    // an era has up to a few hundred lines
    keysAtOnce: 20,
    keys: (scope) => outstanding(scope, rowsAsked(filter)),
    rows: (scope, keys: OutstandingRow[]) =>
      linesOf(
        scope,
        keys.filter((key) => passes(filter, toldOf(key, scope))),
        filter.account,
        spec,
      ),
  });

const UnclaimedRowRef = builder.objectRef<UnclaimedExportRow>('UnclaimedRow').implement({
  description: 'What claiming an era of a validator would pay to one account.',
  fields: (t) => ({
    era: t.int({ resolve: ({ row }) => row.era }),
    erasLeft: t.int({ resolve: ({ row }) => row.erasLeft }),
    lostTime: t.field({ type: 'DateTime', nullable: true, resolve: ({ row }) => row.lostTime }),
    stash: t.string({ resolve: ({ row }) => row.stash }),
    total: t.field({ type: 'BigInt', description: 'to everybody together', resolve: ({ row }) => row.total }),
    account: t.string({ resolve: ({ part }) => part.who }),
    isValidator: t.exposeBoolean('isValidator'),
    amount: t.field({ type: 'BigInt', resolve: ({ part }) => part.amount }),
    state: t.field({ type: PartStateEnum, resolve: ({ part }) => part.state }),
    callData: t.exposeString('callData'),
  }),
});

const UnclaimedBatchRef = builder.objectRef<Batch<UnclaimedExportRow>>('UnclaimedRowBatch').implement({
  fields: (t) => ({
    asOf: t.int({ description: AS_OF, resolve: (b) => b.view.height }),
    rows: t.field({
      type: [UnclaimedRowRef],
      complexity: { field: 1, multiplier: BATCH_ROWS },
      resolve: (b) => b.rows,
    }),
  }),
});

builder.subscriptionField('unclaimedRows', (t) =>
  t.field({
    type: UnclaimedBatchRef,
    description:
      'everybody’s part of every outstanding era, the era lost first at the head, in batches as of one block',
    args: { filter: t.arg({ type: UnclaimedFilterInput }), at: t.arg.int() },
    subscribe: async (_root, { filter, at }, ctx, info) => {
      refuseTooMuch(info, ctx);
      const checked = readUnclaimedFilter(filter);
      const { height } = await viewAt(ctx, at);
      const spec = await specOf(ctx, { at: height, height });
      return ctx.exports.open(ctx.client, unclaimedRows(ctx, height, checked, spec));
    },
    resolve: (batch) => batch,
  }),
);
