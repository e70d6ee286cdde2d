import type { Metadata, TypeRegistry } from '@polkadot/types';
import { blake2_128, storagePrefix, twox64, twox128 } from '../codec/hash';
import { crustRegistry } from '../codec/registry';
import type { ChainSource, Hex } from '../source/source';

export type Decodable = Pick<
  ChainSource,
  'head' | 'extrinsics' | 'storage' | 'keysPaged' | 'metadata' | 'runtimeVersion'
>;

export interface Decoded {
  keys: number;
  items: Set<string>;
  events: number;
  extrinsics: number;
  /** what polkadot.js cannot read, or writes back differently */
  problems: string[];
}

interface Item {
  name: string;
  hashers: string[];
  keyTypes: string[];
  valueType: string;
}

function storageItems(registry: TypeRegistry, metadata: Metadata): Map<string, Item> {
  const items = new Map<string, Item>();
  for (const pallet of metadata.asLatest.pallets) {
    const storage = pallet.storage.unwrapOr(undefined);
    for (const item of storage?.items ?? []) {
      const name = `${pallet.name.toString()}.${item.name.toString()}`;
      const typeOf = (id: Parameters<typeof registry.createLookupType>[0]) => registry.createLookupType(id);
      const entry: Item = { name, hashers: [], keyTypes: [], valueType: '' };
      if (item.type.isPlain) entry.valueType = typeOf(item.type.asPlain);
      else {
        const { hashers, key, value } = item.type.asMap;
        entry.hashers = hashers.map((h) => h.toString());
        const def = registry.lookup.getTypeDef(key);
        const parts = hashers.length === 1 ? [def] : [def.sub ?? []].flat();
        entry.keyTypes = parts.map((part) => part.lookupName ?? part.type);
        entry.valueType = typeOf(value);
      }
      items.set(storagePrefix((storage?.prefix ?? pallet.name).toString(), item.name.toString()), entry);
    }
  }
  return items;
}

const HASH_CHARS: Record<string, number> = { Twox64Concat: 16, Blake2_128Concat: 32, Identity: 0 };

/** Reads the hashed part of a key back; an explanation if it is not what its hashers and types say. */
function keyProblem(registry: TypeRegistry, item: Item, hashed: string): string | undefined {
  let rest = hashed;
  for (const [i, hasher] of item.hashers.entries()) {
    const chars = HASH_CHARS[hasher];
    if (chars === undefined) return `hasher ${hasher} is not known`;
    const hash = rest.slice(0, chars);
    const value = registry.createType(item.keyTypes[i] ?? '', Buffer.from(rest.slice(chars), 'hex')).toHex(true);
    const plain = registry.createType(item.keyTypes[i] ?? '', Buffer.from(rest.slice(chars), 'hex')).toU8a();
    const bytes: Hex = `0x${Buffer.from(plain).toString('hex')}`;
    const expected =
      hasher === 'Twox64Concat' ? twox64(bytes) : hasher === 'Blake2_128Concat' ? blake2_128(bytes) : '0x';
    if (expected.slice(2) !== hash) return `part ${i} (${value}) does not have the hash of ${hasher}`;
    rest = rest.slice(chars + bytes.length - 2);
  }
  return rest === '' ? undefined : `${rest.length / 2} bytes are left over in the key`;
}

/** Keys outside the metadata's items: well-known ones (":code" …), AuthorityDiscovery's, and the versions of the modules' packages. */
const isOutside = (key: Hex) =>
  key.startsWith('0x3a') || key.startsWith(AUTHORITY_DISCOVERY) || key.endsWith(PACKAGE_VERSION);
const AUTHORITY_DISCOVERY = twox128(Buffer.from('AuthorityDiscovery'));
const PACKAGE_VERSION = storagePrefix('', ':__PALLET_VERSION__:').slice(34);

/**
 * Decodes all state at the head, and events and extrinsics of `blocks`, with polkadot.js and the runtime of each; every
 * value must encode back to its bytes.
 */
export function decodeChain(source: Decodable, blocks: Iterable<number>): Decoded {
  const head = source.head();
  const runtimes = new Map<number, ReturnType<typeof crustRegistry>>();
  /** the runtime in the state of a block, which makes the next one */
  const runtimeAt = (block: number) => {
    const spec = source.runtimeVersion(block).specVersion;
    const runtime = runtimes.get(spec) ?? crustRegistry(source.metadata(block), spec);
    runtimes.set(spec, runtime);
    return runtime;
  };
  const { registry: headRegistry, metadata } = runtimeAt(head);
  const out: Decoded = { keys: 0, items: new Set(), events: 0, extrinsics: 0, problems: [] };
  function same(registry: TypeRegistry, what: string, type: string, bytes: Hex): void {
    try {
      const value = registry.createTypeUnsafe(type, [Buffer.from(bytes.slice(2), 'hex')]);
      const back = Buffer.from(value.toU8a()).toString('hex');
      if (back !== bytes.slice(2)) out.problems.push(`${what}: ${bytes} comes back as 0x${back} (${type})`);
    } catch (error) {
      out.problems.push(`${what}: ${(error as Error).message}`);
    }
  }

  const items = storageItems(headRegistry, metadata);
  for (const key of source.keysPaged('0x', 10_000_000, null, head)) {
    if (isOutside(key)) continue;
    const item = items.get(key.slice(0, 66));
    const value = source.storage(key, head);
    if (item === undefined || value === null) {
      out.problems.push(`${key}: no such item in the metadata`);
      continue;
    }
    out.keys += 1;
    out.items.add(item.name);
    const wrong = keyProblem(headRegistry, item, key.slice(66));
    if (wrong !== undefined) out.problems.push(`${item.name} ${key}: ${wrong}`);
    same(headRegistry, `${item.name} ${key}`, item.valueType, value);
  }
  const eventsKey = storagePrefix('System', 'Events');
  for (const block of blocks) {
    const events = source.storage(eventsKey, block) ?? '0x00';
    const { registry } = runtimeAt(Math.max(0, block - 1));
    same(registry, `events of ${block}`, 'Vec<EventRecord>', events);
    out.events += registry.createType('Vec<EventRecord>', events).length;
    for (const [i, extrinsic] of source.extrinsics(block).entries()) {
      same(registry, `extrinsic ${block}-${i}`, 'Extrinsic', extrinsic);
      out.extrinsics += 1;
    }
  }
  return out;
}
