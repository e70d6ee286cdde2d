import { CLAIM_ERAS } from '@moho/protocol';
import { builder } from '../builder';
import { viewAt } from '../database/view';
import { badInput } from '../errors';
import { readAddress, readNumber, readOptional } from '../input';
import { loadRadar } from './radar';
import { RadarRef } from './radar-type';

export const UnclaimedFilterInput = builder.inputType('UnclaimedFilter', {
  fields: (t) => ({
    validator: t.string(),
    era: t.int(),
    account: t.string({ description: 'the validator itself, or anybody behind it in that era' }),
    maxErasLeft: t.int({ description: `lost within so many eras, at most ${CLAIM_ERAS}` }),
  }),
});

/** Reads a filter; BAD_INPUT for what is no address or no number of eras. */
export const readUnclaimedFilter = (
  filter:
    | { validator?: string | null; era?: number | null; account?: string | null; maxErasLeft?: number | null }
    | null
    | undefined,
) => {
  const maxErasLeft = readNumber('maxErasLeft', filter?.maxErasLeft);
  if (maxErasLeft !== null && maxErasLeft > CLAIM_ERAS)
    throw badInput(`"maxErasLeft" is a number from 0 to ${CLAIM_ERAS}, not ${maxErasLeft}.`);
  return {
    validator: readOptional(filter?.validator, (text) => readAddress('validator', text)),
    account: readOptional(filter?.account, (text) => readAddress('account', text)),
    era: readNumber('era', filter?.era),
    maxErasLeft,
  };
};

builder.queryField('unclaimed', (t) =>
  t.field({
    type: RadarRef,
    description: 'closed eras of validators that nobody claimed yet and that are lost when nobody does in time',
    args: { filter: t.arg({ type: UnclaimedFilterInput }), at: t.arg.int() },
    resolve: async (_root, { filter, at }, ctx) => loadRadar(ctx, await viewAt(ctx, at), readUnclaimedFilter(filter)),
  }),
);
