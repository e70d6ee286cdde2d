import { blocks } from '../block/sql';
import { builder } from '../builder';
import type { Context } from '../context';
import { loadOne } from '../database/load';
import type { View } from '../database/view';
import { items, type StorageItem, storageKey } from './storage-key';

interface StorageReceipt {
  kind: 'STORAGE';
  view: View;
  item: StorageItem;
  changedAtBlock: number | null;
}

interface EventReceipt {
  kind: 'EVENT';
  view: View;
  block: number;
  extrinsicIndex: number | null;
  eventIndex: number | null;
}

interface BlockReceipt {
  kind: 'BLOCK';
  view: View;
  block: number;
  extrinsicIndex: number | null;
}

export type ReceiptNode = StorageReceipt | EventReceipt | BlockReceipt;

/** Receipt of a stored value as of the view's block. */
export const storageReceipt = (view: View, item: StorageItem, changedAtBlock: number | null): ReceiptNode => ({
  kind: 'STORAGE',
  view,
  item,
  changedAtBlock,
});

/** What a row made from an event knows of its place. */
export interface Place {
  view: View;
  block: number;
  extrinsicIndex?: number | null;
  eventIndex?: number | null;
  time: string;
}

export const eventReceipt = (place: Omit<Place, 'time'>): ReceiptNode => ({
  kind: 'EVENT',
  view: place.view,
  block: place.block,
  extrinsicIndex: place.extrinsicIndex ?? null,
  eventIndex: place.eventIndex ?? null,
});

export const blockReceipt = (view: View, block: number, extrinsicIndex: number | null = null): ReceiptNode => ({
  kind: 'BLOCK',
  view,
  block,
  extrinsicIndex,
});

const blockOf = (receipt: ReceiptNode): number => (receipt.kind === 'STORAGE' ? receipt.view.height : receipt.block);

const loadBlock = (ctx: Context, view: View, block: number) => loadOne(ctx, blocks, view, String(block));

const itemOf = (receipt: ReceiptNode): StorageItem | null => {
  if (receipt.kind === 'STORAGE') return receipt.item;
  return receipt.kind === 'EVENT' ? items.systemEvents() : null;
};

const ReceiptKindEnum = builder.enumType('ReceiptKind', { values: ['STORAGE', 'EVENT', 'BLOCK'] as const });

export const ReceiptRef = builder.objectRef<ReceiptNode>('Receipt').implement({
  description: 'Where a figure comes from and how to read it again from any archive node.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ReceiptKindEnum }),
    block: t.int({ description: 'block as of which the value holds', resolve: blockOf }),
    blockHash: t.string({
      nullable: true,
      resolve: async (r, _args, ctx) => (await loadBlock(ctx, r.view, blockOf(r)))?.hash ?? null,
    }),
    time: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: async (r, _args, ctx) => (await loadBlock(ctx, r.view, blockOf(r)))?.time ?? null,
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
    extrinsicIndex: t.int({ nullable: true, resolve: (r) => (r.kind === 'STORAGE' ? null : r.extrinsicIndex) }),
    eventIndex: t.int({ nullable: true, resolve: (r) => (r.kind === 'EVENT' ? r.eventIndex : null) }),
    rpcMethod: t.string({
      description: 'the JSON-RPC method that re-reads it',
      resolve: (r) => (itemOf(r) === null ? 'chain_getBlock' : 'state_getStorage'),
    }),
    rpcParams: t.stringList({
      description: 'its parameters, each as JSON text',
      resolve: async (r, _args, ctx) => {
        const hash = (await loadBlock(ctx, r.view, blockOf(r)))?.hash ?? null;
        const item = itemOf(r);
        return [...(item === null ? [] : [storageKey(item)]), hash].map((param) => JSON.stringify(param));
      },
    }),
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
