import { blocks, events } from '../block/sql';
import type { Context } from '../context';
import { loadOne } from '../database/load';
import { encodeEventFields } from './event-fields';
import type { EventReceipt, ReceiptNode } from './node';

const eventFields = async (ctx: Context, r: EventReceipt): Promise<string | null> => {
  if (r.eventIndex === null) return null;
  const event = await loadOne(ctx, events, r.view, `${r.block}-${r.eventIndex}`);
  return event === null ? null : encodeEventFields(event.args);
};

/** The raw value behind a receipt as 0x-hex, where there is one. */
export const rawValueOf = async (ctx: Context, r: ReceiptNode): Promise<string | null> => {
  switch (r.kind) {
    case 'STORAGE':
      return r.raw === null ? null : r.raw(ctx);
    case 'EVENT':
      return eventFields(ctx, r);
    case 'BLOCK':
      return r.extrinsicHash ?? (await loadOne(ctx, blocks, r.view, String(r.block)))?.hash ?? null;
    case 'DERIVED':
      return null;
  }
};

/** What the raw value is, or why there is none. */
export const rawNoteOf = async (ctx: Context, r: ReceiptNode): Promise<string> => {
  switch (r.kind) {
    case 'STORAGE':
      if (r.raw === null) return 'The index does not keep every part of this value; the call reads it whole.';
      return (await r.raw(ctx)) === null
        ? 'The chain stores nothing under this key at this block; the call answers null.'
        : 'The whole stored value, SCALE-encoded, as the call answers it.';
    case 'EVENT':
      if (r.eventIndex === null) return 'What happened left no event of its own.';
      return (await eventFields(ctx, r)) === null
        ? `The fields of event ${r.eventIndex} stand in the answer, among the block’s events.`
        : `The fields of event ${r.eventIndex}, SCALE-encoded, as they stand in the answer among the block’s events.`;
    case 'BLOCK':
      return r.extrinsicHash === null
        ? 'The block’s hash: blake2-256 of its encoded header.'
        : `The extrinsic’s hash: blake2-256 of extrinsic ${r.extrinsicIndex} of the answer.`;
    case 'DERIVED':
      return 'The chain stores no such figure; the rule says what was counted.';
  }
};
