import { builder } from '../builder';
import { scopeOf } from '../database/load';
import { viewAt } from '../database/view';
import { badInput } from '../errors';
import { checkRange, readAddress, readNumber } from '../input';
import { loadMisses } from './load';
import { lastClosedEra } from './sql';
import { MissCostRef } from './type';

/** A week of mainnet. */
const MOST_ERAS = 28;
/** the greatest number an era can have here */
const MOST_ERA = 2_147_483_647;

builder.queryFields((t) => ({
  missCosts: t.field({
    type: [MissCostRef],
    complexity: { field: 20, multiplier: MOST_ERAS },
    description: `members of a group that counted nothing before the snapshot of a closed era, and what each cost; newest era first, at most ${MOST_ERAS} eras, the last ones unless told`,
    args: { owner: t.arg.string({ required: true }), fromEra: t.arg.int(), toEra: t.arg.int(), at: t.arg.int() },
    resolve: async (_root, { owner, fromEra, toEra, at }, ctx) => {
      checkRange({ fromEra, toEra }, 'fromEra', 'toEra');
      const address = readAddress('owner', owner);
      const view = await viewAt(ctx, at);
      const last =
        toEra ??
        (fromEra == null ? await lastClosedEra(scopeOf(ctx, view)) : Math.min(fromEra + MOST_ERAS - 1, MOST_ERA));
      if (last === null) return [];
      const first = fromEra ?? Math.max(0, last - MOST_ERAS + 1);
      if (last - first >= MOST_ERAS)
        throw badInput(`Ask for at most ${MOST_ERAS} eras at once, not for ${last - first + 1}.`);
      return loadMisses(ctx, view, address, [first, last]);
    },
  }),
  missCost: t.field({
    type: MissCostRef,
    nullable: true,
    description: 'null when the member counted before that era’s snapshot, or was no member, or the era has not closed',
    args: {
      owner: t.arg.string({ required: true }),
      member: t.arg.string({ required: true }),
      era: t.arg.int({ required: true }),
      at: t.arg.int(),
    },
    resolve: async (_root, { owner, member, era, at }, ctx) => {
      const address = readAddress('owner', owner);
      const who = readAddress('member', member);
      const number = readNumber('era', era) ?? 0;
      const found = await loadMisses(ctx, await viewAt(ctx, at), address, [number, number], who);
      return found[0] ?? null;
    },
  }),
}));
