import { builder } from '../builder';
import { loadAll, loadOne, loadPage } from '../database/load';
import { viewAt } from '../database/view';
import { badInput, quoted } from '../errors';
import { checkRange, readAddress, readHash, readName, readNumber, readOptional } from '../input';
import { Blocks, Events, Extrinsics, Sessions } from '../schema/connections';
import { BlockRef, EventRef, ExtrinsicRef, RuntimeSpecRef, SessionRef } from '../schema/refs';
import { runtimeSpecs } from '../status/sql';
import { blocks, eventConditions, events, extrinsicConditions, extrinsics, sessions } from './sql';

const ExtrinsicFilterInput = builder.inputType('ExtrinsicFilter', {
  fields: (t) => ({
    signer: t.string(),
    pallet: t.string(),
    call: t.string(),
    success: t.boolean(),
    fromBlock: t.int(),
    toBlock: t.int(),
  }),
});

/** Exactly one of two ways to name a thing. */
const oneOf = (question: string, first: unknown, second: unknown): void => {
  if ((first == null) === (second == null)) throw badInput(question);
};

builder.queryFields((t) => ({
  blocks: t.connection(
    {
      type: BlockRef,
      description: 'newest first',
      resolve: async (_root, args, ctx) => loadPage(ctx, blocks, await viewAt(ctx, null), args),
    },
    Blocks,
  ),
  block: t.field({
    type: BlockRef,
    nullable: true,
    description: 'by number or by hash',
    args: { number: t.arg.int(), hash: t.arg.string() },
    resolve: async (_root, { number, hash }, ctx) => {
      oneOf('Name the block by "number" or by "hash".', number, hash);
      const view = await viewAt(ctx, null);
      if (number != null) {
        if (number < 0) throw badInput(`A block number is not negative, as ${number} is.`);
        return loadOne(ctx, blocks, view, String(number));
      }
      return loadOne(ctx, blocks, view, readHash('hash', hash ?? ''), 'hash');
    },
  }),
  extrinsics: t.connection(
    {
      type: ExtrinsicRef,
      description: 'newest first',
      args: { filter: t.arg({ type: ExtrinsicFilterInput }) },
      resolve: async (_root, { filter, ...args }, ctx) => {
        checkRange(filter, 'fromBlock', 'toBlock');
        const checked = {
          ...filter,
          signer: readOptional(filter?.signer, (text) => readAddress('signer', text)),
          pallet: readOptional(filter?.pallet, (text) => readName('pallet', text)),
          call: readOptional(filter?.call, (text) => readName('call', text)),
        };
        return loadPage(ctx, extrinsics, await viewAt(ctx, null), args, {
          where: (scope) => extrinsicConditions(scope, checked),
        });
      },
    },
    Extrinsics,
  ),
  extrinsic: t.field({
    type: ExtrinsicRef,
    nullable: true,
    description: 'by id (block-index) or by hash; of several with one hash the newest',
    args: { id: t.arg.string(), hash: t.arg.string() },
    resolve: async (_root, { id, hash }, ctx) => {
      oneOf('Name the extrinsic by "id" or by "hash".', id, hash);
      const view = await viewAt(ctx, null);
      if (id == null) return loadOne(ctx, extrinsics, view, readHash('hash', hash ?? ''), 'hash');
      if (!/^\d{1,10}-\d{1,6}$/.test(id))
        throw badInput(`An extrinsic's id is block-index, like "1200-2", not ${quoted(id)}.`);
      return loadOne(ctx, extrinsics, view, id);
    },
  }),
  events: t.connection(
    {
      type: EventRef,
      description: 'newest first',
      args: { block: t.arg.int(), pallet: t.arg.string(), name: t.arg.string() },
      resolve: async (_root, { block, pallet, name, ...args }, ctx) => {
        const filter = {
          block: readNumber('block', block),
          pallet: readOptional(pallet, (text) => readName('pallet', text)),
          name: readOptional(name, (text) => readName('name', text)),
        };
        return loadPage(ctx, events, await viewAt(ctx, null), args, {
          where: (scope) => eventConditions(scope, filter),
        });
      },
    },
    Events,
  ),
  sessions: t.connection(
    {
      type: SessionRef,
      args: { at: t.arg.int() },
      resolve: async (_root, { at, ...args }, ctx) => loadPage(ctx, sessions, await viewAt(ctx, at), args),
    },
    Sessions,
  ),
  runtimeSpecs: t.field({
    type: [RuntimeSpecRef],
    resolve: async (_root, _args, ctx) => loadAll(ctx, runtimeSpecs, await viewAt(ctx, null)),
  }),
}));
