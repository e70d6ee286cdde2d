import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getTypeDef, type TypeRegistry } from '@polkadot/types';
import type { RegistryTypes, TypeDef } from '@polkadot/types/types';
import { describe, expect, it } from 'vitest';
import { metadataOfSpec, SPEC_VERSIONS, SPEC25_METADATA, type SpecVersion } from './metadata';
import { crustRegistry } from './registry';

/** Every name a type is made of which the registry cannot resolve, followed through structs, enums and aliases. */
function unresolved(registry: TypeRegistry, type: string, seen = new Set<string>()): string[] {
  if (seen.has(type)) return [];
  seen.add(type);
  const def = getTypeDef(type);
  const parts: TypeDef[] = def.sub ? [def.sub].flat() : [];
  const inner = parts.flatMap((part) => unresolved(registry, part.type, seen));
  if (parts.length > 0 || !/^[A-Za-z]\w*$/.test(type)) return inner;
  if (!registry.hasType(type) && !registry.get(type)) return [type];
  const definition = registry.getDefinition(type);
  return definition ? unresolved(registry, definition, seen) : [];
}

/** all types the metadata names, as polkadot.js reads them (module aliases applied) */
function namedTypes(specVersion: SpecVersion): { registry: TypeRegistry; types: string[] } {
  const { registry, metadata } = crustRegistry(metadataOfSpec(specVersion), specVersion);
  const types = metadata.asLatest.lookup.types
    .filter(({ type }) => type.def.isHistoricMetaCompat)
    .map(({ type }) => type.def.asHistoricMetaCompat.toString());
  return { registry, types };
}

const fields = (registry: TypeRegistry, type: string) => JSON.parse(registry.createType(type).toRawType());

/** names that only some specs know, to see that the list of types is the spec's own */
const OWN: Readonly<Record<SpecVersion, string[]>> = {
  1: ['MerchantLedger', '(FileInfo,UsedInfo)', 'RewardDestination'],
  4: ['FileInfo', 'OpaqueCall'],
  17: ['FileInfo', 'FileInfoV2', 'ProposalVotes'],
  22: ['FileInfoV2', 'Vec<Public>'],
  23: ['FileInfoV2', 'Vec<Public>'],
  24: ['FileInfoV2', 'Vec<Public>'],
  25: ['FileInfoV2', 'Vec<Public>', 'ProposalVotes', 'TreasuryProposal'],
};

describe('types of every spec', () => {
  it.each(SPEC_VERSIONS)('spec %i: resolves every type name of the metadata down to primitives', (spec) => {
    const { registry, types } = namedTypes(spec);
    expect(types.length).toBeGreaterThan(100);
    expect(types).toEqual(expect.arrayContaining(OWN[spec]));
    const missing = types.map((type) => ({ type, names: unresolved(registry, type) }));
    expect(missing.filter(({ names }) => names.length > 0)).toEqual([]);
  });
});

describe('types of spec 25', () => {
  it('would notice a name that resolves to nothing', () => {
    const { registry } = crustRegistry(SPEC25_METADATA(), 25);
    registry.register({ Half: { known: 'u32', rest: 'Vec<(NoSuchThing, u8)>' } });
    expect(unresolved(registry, 'Option<Half>')).toEqual(['NoSuchThing']);
  });

  it('reads a file row, its replicas by owner and the block a replica was created in', () => {
    const { registry } = crustRegistry(SPEC25_METADATA(), 25);
    const owner = `0x${'11'.repeat(32)}`;
    const replica = {
      who: `0x${'22'.repeat(32)}`,
      valid_at: 7,
      anchor: '0xaabb',
      is_reported: true,
      created_at: 1234,
    };
    const file = {
      file_size: 1000,
      spower: 2000,
      expired_at: 901,
      calculated_at: 1,
      amount: 5_000_000,
      prepaid: 0,
      reported_replica_count: 1,
      remaining_paid_count: 3,
      replicas: new Map([[owner, replica]]),
    };
    const row = registry.createType('FileInfoV2', file);
    const bytes = [
      'e803000000000000', // file_size
      'd007000000000000', // spower
      '85030000', // expired_at
      '01000000', // calculated_at
      '022d3101', // amount, compact
      '00', // prepaid, compact
      '01000000', // reported_replica_count
      '03000000', // remaining_paid_count
      `04${'11'.repeat(32)}`, // one replica, by its owner
      '22'.repeat(32), // who
      '07000000', // valid_at
      '08aabb', // anchor
      '01', // is_reported
      '01d2040000', // created_at
    ];
    expect(row.toHex()).toBe(`0x${bytes.join('')}`);
    expect(registry.createType('FileInfoV2', row.toU8a()).toHex()).toBe(row.toHex());
  });
});

describe('types of earlier specs', () => {
  it.each([1, 2])('spec %i: the market before its rewrite', (spec) => {
    const { registry } = crustRegistry(SPEC25_METADATA(), spec);
    expect(fields(registry, 'FileInfo')).toMatchObject({ expired_on: 'BlockNumber', amount: 'Balance' });
    expect(fields(registry, 'Replica')).not.toHaveProperty('created_at');
    expect(fields(registry, 'WorkReport')).toHaveProperty('used');
  });

  it('spec 17 knows files of both kinds', () => {
    const { registry } = crustRegistry(metadataOfSpec(17), 17);
    expect(fields(registry, 'FileInfo')).toMatchObject({ replicas: 'Vec<Replica>' });
    expect(fields(registry, 'FileInfoV2')).toMatchObject({ replicas: 'BTreeMap<AccountId,Replica>' });
  });

  it.each([3, 4, 16])('spec %i: files with a list of replicas', (spec) => {
    const { registry } = crustRegistry(SPEC25_METADATA(), spec);
    expect(fields(registry, 'FileInfo')).toMatchObject({ expired_at: 'BlockNumber', replicas: 'Vec<Replica>' });
    expect(fields(registry, 'Replica')).toHaveProperty('created_at');
    expect(fields(registry, 'WorkReport')).toHaveProperty('spower');
  });

  it.each([1, 4, 17, 25])('spec %i: what every runtime of the chain shares', (spec) => {
    const { registry } = crustRegistry(SPEC25_METADATA(), spec);
    expect(registry.createType('DispatchErrorModule', { index: 26, error: 4 }).toHex()).toBe('0x1a04');
    expect(registry.createType('AccountInfo').encodedLength).toBe(76);
    expect(registry.createType('Keys').encodedLength).toBe(128);
    expect(registry.createType('LookupSource').encodedLength).toBe(32);
    expect(registry.createType('EthereumAddress').encodedLength).toBe(20);
    expect(registry.createType('Weight').encodedLength).toBe(8);
    expect(fields(registry, 'ValidatorPrefs')).toEqual({ fee: 'Compact<Perbill>' });
  });
});

const given = process.env.CRUST_RECORDINGS;
const tables = [1, 4].map((spec) => {
  const found = [given ?? '', dirname(given ?? '')].map((f) => join(f, `types-spec${spec}.json`));
  return { spec, file: given ? found.find((f) => existsSync(f)) : undefined };
});
const known = tables.filter((t): t is { spec: number; file: string } => t.file !== undefined);

describe.runIf(known.length > 0)('type corrections that came with the recordings', () => {
  it.each(known)('spec $spec: each is in our bundle', ({ spec, file }) => {
    const { types } = JSON.parse(readFileSync(file, 'utf8')) as { types: RegistryTypes };
    expect(Object.keys(types).length).toBeGreaterThan(5);
    const { registry } = crustRegistry(SPEC25_METADATA(), spec);
    const theirs = crustRegistry(SPEC25_METADATA(), spec).registry;
    theirs.register(types);
    for (const name of Object.keys(types))
      expect({ [name]: registry.createType(name).toRawType() }).toEqual({
        [name]: theirs.createType(name).toRawType(),
      });
  });
});
if (known.length === 0)
  console.log('type corrections: nothing to compare with (CRUST_RECORDINGS names no folder beside types-spec*.json)');
