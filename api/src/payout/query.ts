import { builder } from '../builder';
import { scopeOf } from '../database/load';
import { viewAt } from '../database/view';
import { badInput } from '../errors';
import { checkRange, readAddress } from '../input';
import { loadSheets, memberTotals } from './load';
import { GroupPayoutRef } from './type';

/** A month of mainnet; an export gives any range. */
const MOST_ERAS = 124;

builder.queryField('groupPayout', (t) =>
  t.field({
    type: GroupPayoutRef,
    complexity: 100,
    description: `the payout sheet of a group owner for up to ${MOST_ERAS} eras; answers every address, with nothing in it where it had no group`,
    args: {
      owner: t.arg.string({ required: true }),
      fromEra: t.arg.int({ required: true }),
      toEra: t.arg.int({ required: true }),
      at: t.arg.int(),
    },
    resolve: async (_root, { owner, fromEra, toEra, at }, ctx) => {
      checkRange({ fromEra, toEra }, 'fromEra', 'toEra');
      if (toEra - fromEra >= MOST_ERAS)
        throw badInput(`Ask for at most ${MOST_ERAS} eras at once, not for ${toEra - fromEra + 1}.`);
      const address = readAddress('owner', owner);
      const view = await viewAt(ctx, at);
      const sheets = await loadSheets(scopeOf(ctx, view), address, fromEra, toEra);
      return { view, owner: address, fromEra, toEra, sheets, totals: memberTotals(sheets, view) };
    },
  }),
);
