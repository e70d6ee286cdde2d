import { builder } from '../builder';
import { loadPage } from '../database/load';
import { viewAt } from '../database/view';
import { readAddress, readOptional } from '../input';
import { Guarantees, Guarantors } from '../schema/connections';
import { GuaranteeRef, GuarantorRef } from '../schema/refs';
import { loadGuarantor } from './load';
import { guaranteeConditions, guarantees, guarantors } from './sql';

builder.queryFields((t) => ({
  guarantor: t.field({
    type: GuarantorRef,
    description: 'answers every address; isGuarantor says whether it guarantees for anyone at the block',
    args: { id: t.arg.string({ required: true }), at: t.arg.int() },
    resolve: async (_root, { id, at }, ctx) => loadGuarantor(ctx, readAddress('id', id), await viewAt(ctx, at)),
  }),
  guarantors: t.connection(
    {
      type: GuarantorRef,
      args: { at: t.arg.int() },
      resolve: async (_root, { at, ...args }, ctx) => loadPage(ctx, guarantors, await viewAt(ctx, at), args),
    },
    Guarantors,
  ),
  guarantees: t.connection(
    {
      type: GuaranteeRef,
      args: { at: t.arg.int(), validator: t.arg.string(), guarantor: t.arg.string() },
      resolve: async (_root, { at, validator, guarantor, ...args }, ctx) => {
        const filter = {
          validator: readOptional(validator, (text) => readAddress('validator', text)),
          guarantor: readOptional(guarantor, (text) => readAddress('guarantor', text)),
        };
        return loadPage(ctx, guarantees, await viewAt(ctx, at), args, {
          where: (scope) => guaranteeConditions(scope, filter),
        });
      },
    },
    Guarantees,
  ),
}));
