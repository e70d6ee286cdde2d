import type { WsProvider } from '@polkadot/api';
import type { StorageEntry } from '@polkadot/types/primitive/types';
import type { Codec, Registry } from '@polkadot/types/types';
import { compactStripLength, hexToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import type { DecodedField } from './decoded';

const AT_ONCE = 50;
/** twox128("System") twox128("Events") */
const EVENTS = '0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7';

export interface ChainEvent {
  block: number;
  /** position in its block */
  index: number;
  /** of the extrinsic it belongs to; null outside extrinsics */
  extrinsic: number | null;
  pallet: string;
  name: string;
  args: DecodedField[];
}

/** What a single fact of the chain is decoded with. */
export interface FactDecoder {
  hashOf(block: number): Promise<string>;
  /** registry of the runtime that executed a block: the one of its parent's state */
  registryOf(block: number): Promise<Registry>;
  /** the storage item in the runtime that executed a block, if that has it */
  entryAt(pallet: string, item: string, block: number): Promise<StorageEntry | undefined>;
  decode(raw: string, block: number, pallet: string, item: string): Promise<Codec | undefined>;
}

interface RawEvents extends Codec {
  readonly length: number;
  [Symbol.iterator](): Iterator<{
    phase: { isApplyExtrinsic: boolean; asApplyExtrinsic: { toNumber(): number } };
    event: { section: string; method: string; data: Iterable<DecodedField> };
  }>;
}

const rawEvents = async (
  provider: Pick<WsProvider, 'send'>,
  decoder: FactDecoder,
  block: number,
): Promise<RawEvents | null> => {
  const raw = await provider.send<string | null>('state_getStorage', [EVENTS, await decoder.hashOf(block)]);
  if (raw === null) return null;
  const events = (await decoder.registryOf(block)).createTypeUnsafe<RawEvents>('Vec<EventRecord>', [hexToU8a(raw)]);
  if (u8aToHex(events.toU8a()) !== raw) throw new Error(`the events of block ${block} cannot be decoded`);
  return events;
};

/** An event's fields, encoded one after the other. */
export interface EventBytes {
  pallet: string;
  fields: string;
}

/** The encoded fields of each event of a block, as they stand in the chain's own bytes. */
export const readEventFields = async (
  provider: Pick<WsProvider, 'send'>,
  decoder: FactDecoder,
  block: number,
): Promise<EventBytes[]> => {
  const events = await rawEvents(provider, decoder, block);
  return [...(events ?? [])].map(({ event }) => ({
    pallet: event.section,
    fields: u8aToHex(u8aConcat(...[...event.data].map(toBytes))),
  }));
};

const toBytes = (field: DecodedField): Uint8Array => (field as unknown as Codec).toU8a();

/** Every event of blocks `first` to `head`, in order. Throws where the bytes are not reproduced by what was decoded. */
export const readChainEvents = async (
  provider: Pick<WsProvider, 'send'>,
  decoder: FactDecoder,
  head: number,
  first = 1,
): Promise<ChainEvent[]> => {
  const one = async (block: number): Promise<ChainEvent[]> => {
    const events = await rawEvents(provider, decoder, block);
    return [...(events ?? [])].map(({ phase, event }, index) => ({
      block,
      index,
      extrinsic: phase.isApplyExtrinsic ? phase.asApplyExtrinsic.toNumber() : null,
      pallet: event.section,
      name: event.method,
      args: [...event.data],
    }));
  };
  const found: ChainEvent[] = [];
  for (let from = first; from <= head; from += AT_ONCE) {
    const blocks = Array.from({ length: Math.min(AT_ONCE, head - from + 1) }, (_, i) => from + i);
    for (const events of await Promise.all(blocks.map(one))) found.push(...events);
  }
  return found;
};

/** One storage value as of a block, under the first of the names the runtime has; null when the chain holds none. */
export const readChainValue = async (
  provider: Pick<WsProvider, 'send'>,
  decoder: FactDecoder,
  [pallet, ...items]: [pallet: string, ...items: string[]],
  block: number,
): Promise<DecodedField | null> => {
  for (const item of items) {
    const entry = await decoder.entryAt(pallet, item, block);
    if (!entry) continue;
    const key = u8aToHex(compactStripLength(entry())[1]);
    const raw = await provider.send<string | null>('state_getStorage', [key, await decoder.hashOf(block)]);
    if (raw === null) return null;
    const value = await decoder.decode(raw, block, pallet, item);
    if (!value) throw new Error(`${pallet}.${item} at block ${block} cannot be decoded`);
    return value as unknown as DecodedField;
  }
  throw new Error(`the runtime of block ${block} has none of ${pallet}.${items.join(', ')}`);
};
