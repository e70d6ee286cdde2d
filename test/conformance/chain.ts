import { ApiPromise, WsProvider } from '@polkadot/api';
import { unwrapStorageType } from '@polkadot/types';
import type { StorageEntry } from '@polkadot/types/primitive/types';
import type { Codec, OverrideBundleType, Registry } from '@polkadot/types/types';
import { compactStripLength, u8aToHex } from '@polkadot/util';
import { type ChainBlock, readChainBlocks } from './chain-blocks';
import { type ChainCall, callsOf, readExtrinsics } from './chain-calls';
import { keyArguments, tryDecode } from './chain-decode';
import {
  type ChainEvent,
  type EventBytes,
  type FactDecoder,
  readChainEvents,
  readChainValue,
  readEventFields,
} from './chain-facts';
import { type ChainChange, type HistoryDecoder, readHistory } from './chain-history';
import type { ChainEntry, MapItem } from './chain-items';
import { readSenders } from './chain-senders';
import type { DecodedField } from './decoded';
import { entryMemo } from './entry-memo';
import type { AnyJson } from './json';

const KEYS_PER_REQUEST = 500;

/** The chain, read and decoded with @polkadot/api alone: nothing here knows how the indexer decodes. */
export interface ChainReader {
  head(): Promise<number>;
  /** every entry of a map as of a block; `undecoded` names keys whose re-encoded value differs from the raw bytes */
  entries(item: MapItem, block: number): Promise<{ entries: ChainEntry[]; undecoded: string[] }>;
  /** what the index calls the rows of those storage keys that belong to a map, whether or not they hold a value */
  idsOf(item: MapItem, keys: string[], block: number): Promise<Set<string>>;
  /** blocks 1 to `head` without any decoding */
  blocks(head: number): Promise<ChainBlock[]>;
  /** every event of blocks `first` (1) to `head` */
  events(head: number, first?: number): Promise<ChainEvent[]>;
  /** a single storage value; several names are those of other specs. Null when the chain holds none */
  value(item: [pallet: string, ...items: string[]], block: number): Promise<DecodedField | null>;
  /** the encoded fields of every event of a block, in order */
  eventFields(block: number): Promise<EventBytes[]>;
  /** what the given keys of a map held from block 0 to `head`, in order, each time it changed */
  history(item: MapItem, keys: string[], head: number): Promise<ChainChange[]>;
  /** the storage key of an entry of a map in the runtime of a block; null when that has no such map */
  keyOf(item: MapItem, argument: string, block: number): Promise<string | null>;
  /** whether the runtime of a block has the map */
  knows(item: MapItem, block: number): Promise<boolean>;
  /** the calls of an extrinsic, nested ones included, as the runtime of its block decodes them */
  calls(block: number, extrinsic: number): Promise<ChainCall[]>;
  /** who signed each extrinsic of blocks `first` (1) to `head` that carries a call, itself or inside another, by `block-extrinsic` */
  senders(call: [pallet: string, name: string], head: number, first?: number): Promise<Map<string, string>>;
  /** every key below a prefix as of a block */
  keys(prefix: string, block: number): Promise<string[]>;
  /** any JSON-RPC call, answered as it is */
  call(method: string, params: AnyJson[]): Promise<AnyJson>;
  close(): Promise<void>;
}

interface RuntimeAt {
  registry: Registry;
  query: Record<string, Record<string, { creator: StorageEntry } | undefined> | undefined>;
}

export const connectChain = async (url: string, typesBundle: OverrideBundleType): Promise<ChainReader> => {
  const provider = new WsProvider(url, 1000, {}, 120_000);
  const api = await ApiPromise.create({ provider, typesBundle, noInitWarn: true });

  let runtimeChanges: Promise<number[]> | undefined;
  /** blocks at which the state's runtime differs from its parent's, newest first */
  const changes = (): Promise<number[]> => {
    runtimeChanges ??= findRuntimeChanges();
    return runtimeChanges;
  };
  const hashes = new Map<number, string>();
  const hashOf = async (block: number): Promise<string> => {
    const known = hashes.get(block);
    if (known) return known;
    const hash = (await api.rpc.chain.getBlockHash(block)).toHex();
    hashes.set(block, hash);
    return hash;
  };
  const runtimes = new Map<number, Promise<RuntimeAt>>();
  const runtimeAt = async (block: number): Promise<RuntimeAt> => {
    // the runtime that executed the block, one for all its blocks: where it changes, the new one begins with the next block
    const change = (await changes()).find((one) => one < block);
    const start = change === undefined ? 0 : change + 1;
    const known = runtimes.get(start);
    if (known) return known;
    const made = hashOf(start)
      .then((hash) => api.at(hash))
      .then((at) => ({ registry: at.registry, query: at.query as unknown as RuntimeAt['query'] }));
    runtimes.set(start, made);
    return made;
  };
  const mapsOf = (item: MapItem, now: RuntimeAt) =>
    item.items.flatMap((name) => {
      const entry = now.query[item.pallet]?.[name];
      return entry ? [{ name, creator: entry.creator, prefix: u8aToHex(entry.creator.iterKey?.() as Uint8Array) }] : [];
    });
  const idOf = (item: MapItem, now: RuntimeAt, creator: StorageEntry, key: string): string =>
    item.id(keyArguments(now.registry, creator, key) as never[]);

  const keysOf = async (prefix: string, hash: string): Promise<string[]> => {
    const keys: string[] = [];
    for (;;) {
      const page: string[] = await provider.send('state_getKeysPaged', [
        prefix,
        KEYS_PER_REQUEST,
        keys.at(-1) ?? null,
        hash,
      ]);
      keys.push(...page);
      if (page.length < KEYS_PER_REQUEST) return keys;
    }
  };
  const valuesOf = async (keys: string[], hash: string): Promise<Map<string, string>> => {
    const values = new Map<string, string>();
    for (let i = 0; i < keys.length; i += KEYS_PER_REQUEST) {
      const [set] = await provider.send<{ changes: [string, string | null][] }[]>('state_queryStorageAt', [
        keys.slice(i, i + KEYS_PER_REQUEST),
        hash,
      ]);
      for (const [key, value] of set?.changes ?? []) if (value !== null) values.set(key, value);
    }
    return values;
  };

  /** the last block whose calls were asked for */
  let bodies: { block: number; extrinsics: Promise<string[]> } = { block: -1, extrinsics: Promise.resolve([]) };
  /** read once for all who ask for the same blocks */
  const events = new Map<string, Promise<ChainEvent[]>>();
  const memo = entryMemo<RuntimeAt>();

  const decoder: FactDecoder = {
    hashOf,
    registryOf: async (block) => (await runtimeAt(block)).registry,
    entryAt: async (pallet, item, block) => (await runtimeAt(block)).query[pallet]?.[item]?.creator,
    decode: decodeAny,
  };

  const historian: HistoryDecoder = {
    hashOf,
    decode: decodeAny,
    async place(item, key, block) {
      const now = await runtimeAt(block);
      const map = mapsOf(item, now).find(({ prefix }) => key.startsWith(prefix));
      return map && { name: map.name, id: idOf(item, now, map.creator, key) };
    },
  };

  return {
    head: async () => (await api.rpc.chain.getHeader()).number.toNumber(),
    entries: async (item, block) => {
      const hash = await hashOf(block);
      const now = await runtimeAt(block);
      const entries: ChainEntry[] = [];
      const undecoded: string[] = [];
      for (const { name, creator, prefix } of mapsOf(item, now)) {
        const keys = await keysOf(prefix, hash);
        const values = await valuesOf(keys, hash);
        for (const key of keys) {
          const raw = values.get(key);
          if (raw === undefined)
            throw new Error(`${item.name} at block ${block}: key ${key} is listed without a value`);
          const entry = await memo(now, item, key, raw, async () => {
            const value = await decodeAny(raw, block, item.pallet, name);
            return (
              value && { id: idOf(item, now, creator, key), fields: item.fields(value as never, name), rawKeys: [key] }
            );
          });
          if (entry) entries.push(entry);
          else undecoded.push(key);
        }
      }
      return { entries, undecoded };
    },
    async idsOf(item, keys, block) {
      const now = await runtimeAt(block);
      const ids = new Set<string>();
      for (const { creator, prefix } of mapsOf(item, now))
        for (const key of keys) if (key.startsWith(prefix)) ids.add(idOf(item, now, creator, key));
      return ids;
    },
    history: (item, keys, head) => readHistory(provider, historian, item, keys, head),
    async keyOf(item, argument, block) {
      const [map] = mapsOf(item, await runtimeAt(block));
      return map ? u8aToHex(compactStripLength(map.creator(argument))[1]) : null;
    },
    knows: async (item, block) => mapsOf(item, await runtimeAt(block)).length > 0,
    async calls(block, extrinsic) {
      if (bodies.block !== block) bodies = { block, extrinsics: readExtrinsics(provider, await hashOf(block)) };
      const raw = (await bodies.extrinsics)[extrinsic];
      if (raw === undefined) throw new Error(`block ${block} has no extrinsic ${extrinsic}`);
      return callsOf(await decoder.registryOf(block), raw);
    },
    senders: (call, head, first) => readSenders(provider, decoder, call, head, first),
    blocks: (head) => readChainBlocks(provider, head),
    events: (head, first = 1) => {
      const known = events.get(`${first}-${head}`) ?? readChainEvents(provider, decoder, head, first);
      events.set(`${first}-${head}`, known);
      return known;
    },
    value: (item, block) => readChainValue(provider, decoder, item, block),
    eventFields: (block) => readEventFields(provider, decoder, block),
    keys: async (prefix, block) => keysOf(prefix, await hashOf(block)),
    call: (method, params) => provider.send<AnyJson>(method, params),
    close: () => api.disconnect(),
  };

  /**
   * A row keeps the encoding of the runtime that last wrote it, so a value the current types cannot reproduce byte by
   * byte is tried with the runtimes before it, newest first.
   */
  async function decodeAny(raw: string, block: number, pallet: string, name: string): Promise<Codec | undefined> {
    for (const start of await runtimeStarts(block)) {
      const { registry, query } = await runtimeAt(start);
      const entry = query[pallet]?.[name];
      if (!entry) continue;
      const type = unwrapStorageType(registry, entry.creator.meta.type);
      const decoded = tryDecode(registry, type, raw);
      if (decoded) return decoded;
    }
    return undefined;
  }

  /** a block of each runtime up to `block`, newest first, beginning with `block` itself */
  async function runtimeStarts(block: number): Promise<number[]> {
    return [block, ...(await changes()).filter((change) => change < block).map((change) => change - 1)];
  }

  async function findRuntimeChanges(): Promise<number[]> {
    const head = (await api.rpc.chain.getHeader()).number.toNumber();
    const specAt = async (block: number) =>
      (await api.rpc.state.getRuntimeVersion(await hashOf(block))).specVersion.toNumber();
    const changes: number[] = [];
    const search = async (low: number, lowSpec: number, high: number, highSpec: number): Promise<void> => {
      if (lowSpec === highSpec) return;
      if (high - low === 1) {
        changes.unshift(high);
        return;
      }
      const middle = Math.floor((low + high) / 2);
      const spec = await specAt(middle);
      await search(low, lowSpec, middle, spec);
      await search(middle, spec, high, highSpec);
    };
    await search(0, await specAt(0), head, await specAt(head));
    return changes;
  }
};
