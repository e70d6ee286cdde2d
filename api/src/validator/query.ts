import { MAX_REWARDED_GUARANTORS } from '@moho/protocol';
import { builder } from '../builder';
import type { Ordering } from '../database/cursor';
import { loadPage } from '../database/load';
import { orderBy } from '../database/sql';
import { viewAt } from '../database/view';
import { readAddress, readOptional, readPart, readText } from '../input';
import { BondedAccounts, Ledgers, Slashes, StakeLimits, Validators } from '../schema/connections';
import { SortDirectionEnum } from '../schema/enums';
import { BondedRef, LedgerRef, SlashRef, StakeLimitRef, ValidatorRef } from '../schema/refs';
import { loadValidator } from './load';
import { bonded, ledgers, slashConditions, slashes, stakeLimits, validatorConditions, validators } from './sql';

const orderColumns = {
  ID: null,
  STAKE_LIMIT: 'sort_limit',
  EFFECTIVE_STAKE: 'effective_stake',
  TOTAL_STAKE: 'total_stake',
  OWN_STAKE: 'own_stake',
  GUARANTEED_STAKE: 'guaranteed_stake',
  GUARANTEE_FEE: 'guarantee_fee_perbill',
  GUARANTORS: 'guarantor_count',
  MEMBERS: 'member_count',
} as const;

type OrderField = keyof typeof orderColumns;

const ValidatorOrderFieldEnum = builder.enumType('ValidatorOrderField', {
  values: Object.keys(orderColumns) as OrderField[],
});

const ValidatorOrderInput = builder.inputType('ValidatorOrder', {
  fields: (t) => ({
    field: t.field({ type: ValidatorOrderFieldEnum, required: true }),
    direction: t.field({ type: SortDirectionEnum, required: true }),
  }),
});

const ValidatorFilterInput = builder.inputType('ValidatorFilter', {
  fields: (t) => ({
    elected: t.boolean({ description: 'elected in the newest snapshot' }),
    minGuaranteeFeePerbill: t.int(),
    hasRoom: t.boolean({ description: 'fewer guarantors than are rewarded' }),
    text: t.string({ description: 'start of the address or part of the display name' }),
  }),
});

export const validatorOrdering = (field: OrderField, direction: 'ASC' | 'DESC'): Ordering => {
  const column = orderColumns[field];
  const towards = direction === 'ASC' ? 'asc' : 'desc';
  const name = `${field}-${towards}`;
  return column === null ? orderBy(name, towards, ['id', 'text']) : orderBy(name, towards, column, ['id', 'text']);
};

builder.queryFields((t) => ({
  validator: t.field({
    type: ValidatorRef,
    description: 'answers every address; isCandidate says whether it stands for election at the block',
    args: { id: t.arg.string({ required: true }), at: t.arg.int() },
    resolve: async (_root, { id, at }, ctx) => loadValidator(ctx, readAddress('id', id), await viewAt(ctx, at)),
  }),
  validators: t.connection(
    {
      type: ValidatorRef,
      description: 'all candidates at the block, by id unless told otherwise',
      args: {
        filter: t.arg({ type: ValidatorFilterInput }),
        orderBy: t.arg({ type: ValidatorOrderInput }),
        at: t.arg.int(),
      },
      resolve: async (_root, { filter, orderBy: order, at, ...args }, ctx) => {
        readPart('minGuaranteeFeePerbill', filter?.minGuaranteeFeePerbill);
        const checked = { ...filter, text: readOptional(filter?.text, (text) => readText('text', text.trim())) };
        return loadPage(ctx, validators, await viewAt(ctx, at), args, {
          ordering: validatorOrdering(order?.field ?? 'ID', order?.direction ?? 'ASC'),
          where: (scope) => validatorConditions(scope, checked, MAX_REWARDED_GUARANTORS),
        });
      },
    },
    Validators,
  ),
  stakeLimits: t.connection(
    {
      type: StakeLimitRef,
      args: { at: t.arg.int() },
      resolve: async (_root, { at, ...args }, ctx) => loadPage(ctx, stakeLimits, await viewAt(ctx, at), args),
    },
    StakeLimits,
  ),
  ledgers: t.connection(
    {
      type: LedgerRef,
      args: { at: t.arg.int() },
      resolve: async (_root, { at, ...args }, ctx) => loadPage(ctx, ledgers, await viewAt(ctx, at), args),
    },
    Ledgers,
  ),
  bonded: t.connection(
    {
      type: BondedRef,
      args: { at: t.arg.int() },
      resolve: async (_root, { at, ...args }, ctx) => loadPage(ctx, bonded, await viewAt(ctx, at), args),
    },
    BondedAccounts,
  ),
  slashes: t.connection(
    {
      type: SlashRef,
      description: 'newest first',
      args: { stash: t.arg.string() },
      resolve: async (_root, { stash, ...args }, ctx) => {
        const address = readOptional(stash, (text) => readAddress('stash', text));
        return loadPage(ctx, slashes, await viewAt(ctx, null), args, {
          where: (scope) => slashConditions(scope, address),
        });
      },
    },
    Slashes,
  ),
}));
