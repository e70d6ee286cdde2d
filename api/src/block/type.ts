import { slotOfBlock } from '@moho/protocol';
import { accountOf } from '../account/load';
import { loadAllBy, loadOne, loadPageUnder } from '../database/load';
import { blockReceipt, eventReceipt } from '../receipt/node';
import { ReceiptRef } from '../receipt/type';
import { Events, Extrinsics } from '../schema/connections';
import { EventPhaseEnum } from '../schema/enums';
import { AccountRef, BlockRef, EventRef, ExtrinsicRef, RuntimeSpecRef, SessionRef } from '../schema/refs';
import { wholeFee } from './fee';
import { EventFieldRef, errorText, fieldsOf, InnerErrorRef } from './outcome';
import { blocks, events, eventsInOrder, eventsOfExtrinsic, extrinsics, extrinsicsInOrder, innerErrors } from './sql';

BlockRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeInt('number'),
    hash: t.exposeString('hash'),
    parentHash: t.exposeString('parentHash'),
    time: t.expose('time', { type: 'DateTime' }),
    specVersion: t.exposeInt('specVersion', { description: 'runtime that executed the block' }),
    author: t.exposeString('author', { nullable: true }),
    authorAccount: t.field({ type: AccountRef, nullable: true, resolve: (b) => accountOf(b.author, b.view) }),
    extrinsicCount: t.exposeInt('extrinsicCount'),
    eventCount: t.exposeInt('eventCount'),
    slot: t.int({
      description: 'report slot the block lies in',
      resolve: (b, _args, ctx) => slotOfBlock(b.number, ctx.profile),
    }),
    extrinsics: t.connection(
      {
        type: ExtrinsicRef,
        resolve: (b, args, ctx) =>
          loadPageUnder(ctx, extrinsics, b.view, { column: 'block', type: 'int' }, b.id, args, extrinsicsInOrder),
      },
      Extrinsics,
    ),
    events: t.connection(
      {
        type: EventRef,
        resolve: (b, args, ctx) =>
          loadPageUnder(ctx, events, b.view, { column: 'block', type: 'int' }, b.id, args, eventsInOrder),
      },
      Events,
    ),
    receipt: t.field({ type: ReceiptRef, resolve: (b) => blockReceipt(b.view, b.number) }),
  }),
});

ExtrinsicRef.implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: 'block-index' }),
    block: t.exposeInt('block'),
    index: t.exposeInt('index'),
    hash: t.exposeString('hash'),
    time: t.expose('time', { type: 'DateTime' }),
    signer: t.exposeString('signer', { nullable: true }),
    signerAccount: t.field({ type: AccountRef, nullable: true, resolve: (x) => accountOf(x.signer, x.view) }),
    nonce: t.exposeInt('nonce', { nullable: true }),
    tip: t.expose('tip', { type: 'BigInt', nullable: true }),
    pallet: t.exposeString('pallet'),
    call: t.exposeString('call'),
    callTree: t.exposeString('callTree', {
      description: 'JSON: {pallet, call, args: [{name, type, value}]}, nested calls inside',
    }),
    success: t.exposeBoolean('success'),
    error: t.exposeString('error', { nullable: true }),
    errorText: t.string({
      nullable: true,
      description: 'the error in words',
      resolve: (x) => errorText(x.error),
    }),
    innerErrors: t.field({
      type: [InnerErrorRef],
      complexity: { field: 1, multiplier: 2 },
      description:
        'calls inside that failed although the extrinsic counts as a success: a batch that stopped, a failed multisig or sudo call',
      resolve: (x, _args, ctx) => loadAllBy(ctx, innerErrors, x.view, { column: 'extrinsic_id', type: 'text' }, x.id),
    }),
    treasuryFee: t.expose('treasuryFee', {
      type: 'BigInt',
      nullable: true,
      description: '80 % of the fee, deposited into the treasury; pico-CRU',
    }),
    fee: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'whole fee in pico-CRU, exact within 1 pico',
      resolve: (x) => (x.treasuryFee === null ? null : wholeFee(BigInt(x.treasuryFee))),
    }),
    lengthBytes: t.exposeInt('lengthBytes'),
    events: t.connection(
      {
        type: EventRef,
        resolve: (x, args, ctx) =>
          loadPageUnder(ctx, eventsOfExtrinsic, x.view, { column: 'extrinsic_id', type: 'text' }, x.id, args),
      },
      Events,
    ),
    blockEntity: t.field({
      type: BlockRef,
      nullable: true,
      resolve: (x, _args, ctx) => loadOne(ctx, blocks, x.view, String(x.block)),
    }),
    receipt: t.field({ type: ReceiptRef, resolve: (x) => blockReceipt(x.view, x.block, x) }),
  }),
});

EventRef.implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: 'block-index' }),
    block: t.exposeInt('block'),
    index: t.exposeInt('index'),
    phase: t.expose('phase', { type: EventPhaseEnum }),
    extrinsicIndex: t.exposeInt('extrinsicIndex', { nullable: true }),
    pallet: t.exposeString('pallet'),
    name: t.exposeString('name'),
    args: t.exposeString('args', { description: 'JSON: arguments in order, [{type, value}]' }),
    fields: t.field({
      type: [EventFieldRef],
      complexity: { field: 1, multiplier: 4 },
      description: 'the same arguments with names and units',
      resolve: fieldsOf,
    }),
    error: t.exposeString('error', {
      nullable: true,
      description: 'the error a call ended with, where the event says so: "market.FileTooLarge"',
    }),
    errorText: t.string({
      nullable: true,
      description: 'the error in words',
      resolve: (e) => errorText(e.error),
    }),
    receipt: t.field({
      type: ReceiptRef,
      resolve: ({ view, block, extrinsicIndex, index }) =>
        eventReceipt({ view, block, extrinsicIndex, eventIndex: index }),
    }),
  }),
});

SessionRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    index: t.exposeInt('index'),
    block: t.exposeInt('block'),
    validators: t.exposeStringList('validators'),
  }),
});

RuntimeSpecRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    specVersion: t.exposeInt('specVersion'),
    block: t.exposeInt('block', { description: 'first block executed by it' }),
    time: t.expose('time', { type: 'DateTime' }),
  }),
});
