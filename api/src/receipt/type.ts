import { blocks } from '../block/sql';
import { builder } from '../builder';
import type { Context } from '../context';
import { loadOne } from '../database/load';
import type { View } from '../database/view';
import { eventReceipt, type FigureReceipt, itemOf, type Place, type ReceiptNode, type Source } from './node';
import { questionOf } from './question';
import { rawNoteOf, rawValueOf } from './raw';
import { rpcCallOf } from './rpc-call';
import { storageKey } from './storage-key';

const loadBlock = (ctx: Context, view: View, block: number) => loadOne(ctx, blocks, view, String(block));
const hashOf = async (ctx: Context, r: ReceiptNode): Promise<string | null> =>
  (await loadBlock(ctx, r.view, r.block))?.hash ?? null;

const ReceiptKindEnum = builder.enumType('ReceiptKind', { values: ['STORAGE', 'EVENT', 'BLOCK', 'DERIVED'] as const });

const ReceiptSourceRef = builder.objectRef<Source>('ReceiptSource').implement({
  description: 'What a derived figure was counted from.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'a storage map, or the name of an event' }),
    prefix: t.string({ nullable: true, description: 'prefix of the map’s keys', resolve: (s) => s.prefix }),
  }),
});

export const ReceiptRef = builder.objectRef<ReceiptNode>('Receipt').implement({
  description: 'Where a figure comes from and how to read it again from any archive node.',
  fields: (t) => ({
    question: t.string({
      nullable: true,
      description:
        'the question that leads here, to ask for this receipt later: the block that `extensions: { asOf }` must name, then the fields on the way, places in lists as numbers, all joined by dots; null in a subscription',
      resolve: async (r, _args, ctx, info) => {
        if (r.kind === 'DERIVED' && r.way !== undefined) return `${r.block}.${r.way}`;
        return questionOf(info, ctx.asOf ?? (await ctx.head())?.height ?? r.view.height);
      },
    }),
    kind: t.expose('kind', {
      type: ReceiptKindEnum,
      description: 'DERIVED: the chain does not store it; `rule` says how it is counted',
    }),
    block: t.exposeInt('block', { description: 'block as of which the value holds' }),
    blockHash: t.string({ nullable: true, resolve: (r, _args, ctx) => hashOf(ctx, r) }),
    time: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: async (r, _args, ctx) => (await loadBlock(ctx, r.view, r.block))?.time ?? null,
    }),
    changedAtBlock: t.int({
      nullable: true,
      description: 'block that last wrote the value (storage only)',
      resolve: (r) => (r.kind === 'STORAGE' ? r.changedAtBlock : null),
    }),
    pallet: t.string({ nullable: true, resolve: (r) => itemOf(r)?.pallet ?? null }),
    item: t.string({ nullable: true, resolve: (r) => itemOf(r)?.item ?? null }),
    storageKey: t.string({
      nullable: true,
      description: 'raw storage key, 0x-hex',
      resolve: (r) => {
        const item = itemOf(r);
        return item === null ? null : storageKey(item);
      },
    }),
    rawValue: t.string({
      nullable: true,
      description:
        '0x-hex: of a stored value the whole SCALE-encoded answer of the call; of an event its encoded fields; of a block or extrinsic its hash. `rawNote` says which, or why there is none',
      resolve: (r, _args, ctx) => rawValueOf(ctx, r),
    }),
    rawNote: t.string({
      description: 'what rawValue is, or why there is none, in one sentence',
      resolve: (r, _args, ctx) => rawNoteOf(ctx, r),
    }),
    rule: t.string({
      nullable: true,
      description: 'how a derived figure is counted, in one sentence',
      resolve: (r) => (r.kind === 'DERIVED' ? r.rule : null),
    }),
    sources: t.field({
      type: [ReceiptSourceRef],
      complexity: { field: 1, multiplier: 2 },
      description: 'what a derived figure was counted from; empty for other kinds',
      resolve: (r) => (r.kind === 'DERIVED' ? r.sources : []),
    }),
    rowCount: t.int({
      nullable: true,
      description: 'rows a derived figure was counted from, where known',
      resolve: (r) => (r.kind === 'DERIVED' ? r.rowCount : null),
    }),
    extrinsicIndex: t.int({
      nullable: true,
      resolve: (r) => (r.kind === 'EVENT' || r.kind === 'BLOCK' ? r.extrinsicIndex : null),
    }),
    eventIndex: t.int({ nullable: true, resolve: (r) => (r.kind === 'EVENT' ? r.eventIndex : null) }),
    rpcMethod: t.string({
      description: 'the JSON-RPC method that re-reads it, or the keys it was counted from',
      resolve: (r) => rpcCallOf(r, null).method,
    }),
    rpcParams: t.stringList({
      description: 'its parameters, each as JSON text',
      resolve: async (r, _args, ctx) => rpcCallOf(r, await hashOf(ctx, r)).params.map((param) => JSON.stringify(param)),
    }),
  }),
});

export const FigureReceiptRef = builder.objectRef<FigureReceipt>('FigureReceipt').implement({
  description: 'A figure of the object it hangs on, and its receipt.',
  fields: (t) => ({
    figure: t.exposeString('figure', { description: 'name of the field' }),
    receipt: t.field({ type: ReceiptRef, resolve: (f) => f.receipt }),
  }),
});

export const ProvenanceRef = builder.objectRef<Place>('Provenance').implement({
  description: 'Where on the chain something happened.',
  fields: (t) => ({
    block: t.exposeInt('block'),
    blockHash: t.string({
      nullable: true,
      resolve: async (p, _args, ctx) => (await loadBlock(ctx, p.view, p.block))?.hash ?? null,
    }),
    extrinsicIndex: t.int({ nullable: true, resolve: (p) => p.extrinsicIndex ?? null }),
    eventIndex: t.int({ nullable: true, resolve: (p) => p.eventIndex ?? null }),
    time: t.field({ type: 'DateTime', resolve: (p) => p.time }),
    receipt: t.field({ type: ReceiptRef, resolve: eventReceipt }),
  }),
});
