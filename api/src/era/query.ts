import { builder } from '../builder';
import { loadOne, loadPage } from '../database/load';
import { viewAt } from '../database/view';
import { checkRange, readAddress, readNumber, readOptional } from '../input';
import { Eras, GuarantorEras, Rewards, ValidatorEras } from '../schema/connections';
import { EraRef, GuarantorEraRef, RewardRef, ValidatorEraRef } from '../schema/refs';
import {
  eraConditions,
  eras,
  guarantorEraConditions,
  guarantorEras,
  rewardConditions,
  rewards,
  validatorEraConditions,
  validatorEras,
} from './sql';
import { ValidatorEraOrderInput, validatorEraOrdering } from './type';

const RewardFilterInput = builder.inputType('RewardFilter', {
  fields: (t) => ({
    stash: t.string({ description: 'who was paid' }),
    validator: t.string(),
    era: t.int(),
    fromBlock: t.int(),
    toBlock: t.int(),
  }),
});

builder.queryFields((t) => ({
  era: t.field({
    type: EraRef,
    nullable: true,
    args: { n: t.arg.int({ required: true }), at: t.arg.int() },
    resolve: async (_root, { n, at }, ctx) => loadOne(ctx, eras, await viewAt(ctx, at), String(readNumber('n', n))),
  }),
  eras: t.connection(
    {
      type: EraRef,
      description: 'newest first, future ones included unless started is true',
      args: {
        started: t.arg.boolean({ description: 'true: only eras that have begun; false: only those to come' }),
        at: t.arg.int(),
      },
      resolve: async (_root, { started, at, ...args }, ctx) =>
        loadPage(ctx, eras, await viewAt(ctx, at), args, { where: (scope) => eraConditions(scope, started) }),
    },
    Eras,
  ),
  validatorEras: t.connection(
    {
      type: ValidatorEraRef,
      args: {
        era: t.arg.int(),
        stash: t.arg.string(),
        orderBy: t.arg({ type: ValidatorEraOrderInput }),
        at: t.arg.int(),
      },
      resolve: async (_root, { era, stash, orderBy: order, at, ...args }, ctx) => {
        const filter = {
          era: readNumber('era', era),
          stash: readOptional(stash, (text) => readAddress('stash', text)),
        };
        return loadPage(ctx, validatorEras, await viewAt(ctx, at), args, {
          ordering: validatorEraOrdering(order),
          where: (scope) => validatorEraConditions(scope, filter),
        });
      },
    },
    ValidatorEras,
  ),
  guarantorEras: t.connection(
    {
      type: GuarantorEraRef,
      args: { era: t.arg.int(), stash: t.arg.string(), guarantor: t.arg.string(), at: t.arg.int() },
      resolve: async (_root, { era, stash, guarantor, at, ...args }, ctx) => {
        const filter = {
          era: readNumber('era', era),
          stash: readOptional(stash, (text) => readAddress('stash', text)),
          guarantor: readOptional(guarantor, (text) => readAddress('guarantor', text)),
        };
        return loadPage(ctx, guarantorEras, await viewAt(ctx, at), args, {
          where: (scope) => guarantorEraConditions(scope, filter),
        });
      },
    },
    GuarantorEras,
  ),
  rewards: t.connection(
    {
      type: RewardRef,
      description: 'newest first',
      args: { filter: t.arg({ type: RewardFilterInput }) },
      resolve: async (_root, { filter, ...args }, ctx) => {
        checkRange(filter, 'fromBlock', 'toBlock');
        const checked = {
          ...filter,
          era: readNumber('era', filter?.era),
          stash: readOptional(filter?.stash, (text) => readAddress('stash', text)),
          validator: readOptional(filter?.validator, (text) => readAddress('validator', text)),
        };
        return loadPage(ctx, rewards, await viewAt(ctx, null), args, {
          where: (scope) => rewardConditions(scope, checked),
        });
      },
    },
    Rewards,
  ),
}));
