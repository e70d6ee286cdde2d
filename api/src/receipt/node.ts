import type { Hex } from '@moho/protocol/base';
import type { Context } from '../context';
import type { View } from '../database/view';
import { items, type StorageItem, storagePrefix } from './storage-key';

/** A stored value as the chain answers it; null when it stores nothing. Loaded only when somebody asks. */
export type RawValue = (ctx: Context) => Hex | null | Promise<Hex | null>;

export interface StorageReceipt {
  kind: 'STORAGE';
  view: View;
  /** block as of which the chain is asked */
  block: number;
  item: StorageItem;
  changedAtBlock: number | null;
  /** null: the index does not keep every part of the value */
  raw: RawValue | null;
}

export interface EventReceipt {
  kind: 'EVENT';
  view: View;
  block: number;
  extrinsicIndex: number | null;
  eventIndex: number | null;
}

export interface BlockReceipt {
  kind: 'BLOCK';
  view: View;
  block: number;
  extrinsicIndex: number | null;
  /** hash of the extrinsic; of the block when null */
  extrinsicHash: string | null;
}

/** What a figure was counted from. */
export interface Source {
  name: string;
  /** prefix of the map's keys, where it is one */
  prefix: Hex | null;
}

export interface DerivedReceipt {
  kind: 'DERIVED';
  view: View;
  block: number;
  rule: string;
  sources: Source[];
  /** how many rows were counted, where that is known */
  rowCount: number | null;
  /** the value to read for it: a storage item, or the block's events */
  item: StorageItem | null;
  /** fields of a shorter question that leads to it as well, after the block */
  way?: string;
}

export type ReceiptNode = StorageReceipt | EventReceipt | BlockReceipt | DerivedReceipt;

/** Receipt of a stored value, as of the view's block unless another is given. */
export const storageReceipt = (
  view: View,
  item: StorageItem,
  changedAtBlock: number | null,
  raw: RawValue | null,
  block: number = view.height,
): StorageReceipt => ({ kind: 'STORAGE', view, block, item, changedAtBlock, raw });

/** What a row made from an event knows of its place. */
export interface Place {
  view: View;
  block: number;
  extrinsicIndex?: number | null;
  eventIndex?: number | null;
  time: string;
}

export const eventReceipt = (place: Omit<Place, 'time'>): EventReceipt => ({
  kind: 'EVENT',
  view: place.view,
  block: place.block,
  extrinsicIndex: place.extrinsicIndex ?? null,
  eventIndex: place.eventIndex ?? null,
});

export const blockReceipt = (
  view: View,
  block: number,
  extrinsic: { index: number; hash: string } | null = null,
): BlockReceipt => ({
  kind: 'BLOCK',
  view,
  block,
  extrinsicIndex: extrinsic?.index ?? null,
  extrinsicHash: extrinsic?.hash ?? null,
});

/** A map of the chain as a source: "Swork.WorkReports". */
export const mapSource = (name: string): Source => {
  const [pallet, item] = name.split('.') as [string, string];
  return { name, prefix: storagePrefix(pallet, item) };
};

/** Events of one name as a source. */
export const eventSource = (name: string): Source => ({ name: `event ${name}`, prefix: null });

interface Counted {
  sources?: Source[];
  rowCount?: number | null;
  item?: StorageItem | null;
  block?: number;
}

/** Receipt of a figure the chain does not store: the rule in one sentence, and what was counted. */
export const derivedReceipt = (view: View, rule: string, counted: Counted = {}): DerivedReceipt => ({
  kind: 'DERIVED',
  view,
  block: counted.block ?? view.height,
  rule,
  sources: counted.sources ?? [],
  rowCount: counted.rowCount ?? null,
  item: counted.item ?? null,
});

/** The storage item the receipt's call reads, if it reads one. */
export const itemOf = (receipt: ReceiptNode): StorageItem | null => {
  switch (receipt.kind) {
    case 'STORAGE':
    case 'DERIVED':
      return receipt.item;
    case 'EVENT':
      return items.systemEvents();
    case 'BLOCK':
      return null;
  }
};

/** A figure of an object and its receipt. */
export interface FigureReceipt {
  /** name of the field */
  figure: string;
  receipt: ReceiptNode;
}

export const figuresOf = (receipts: Record<string, ReceiptNode>): FigureReceipt[] =>
  Object.entries(receipts).map(([figure, receipt]) => ({ figure, receipt }));
