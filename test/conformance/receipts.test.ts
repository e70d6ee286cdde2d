import { expect, it } from 'vitest';
import type { ChainReader } from './chain';
import { noOverrides } from './overrides';
import { compareReceipts, type Receipt } from './receipts';

const HASH = '0x11';
/** A chain of one block that holds one value, one event and one map of two keys. */
const chain = {
  call: async (method: string) => (method === 'chain_getBlockHash' ? HASH : '0x0a000000'),
  eventFields: async () => [
    { pallet: 'market', fields: '0xe0' },
    { pallet: 'market', fields: '0xe1' },
    { pallet: 'elections', fields: '0xe2' },
  ],
  keys: async () => ['0xaa01', '0xaa02'],
} as unknown as ChainReader;

const receipt = (changes: Partial<Receipt>): Receipt => ({
  kind: 'STORAGE',
  block: 5,
  blockHash: HASH,
  storageKey: '0xaa',
  rawValue: '0x0a000000',
  rawNote: 'The whole stored value.',
  eventIndex: null,
  extrinsicIndex: null,
  rpcMethod: 'state_getStorage',
  rpcParams: ['"0xaa"', `"${HASH}"`],
  rule: null,
  sources: [],
  rowCount: null,
  of: 'sworkers 1',
  ...changes,
});
const counted = {
  kind: 'DERIVED' as const,
  rawValue: null,
  rpcMethod: 'state_getKeysPaged',
  rule: 'Counted are the keys of Swork.Groups: one for each group owner.',
  sources: [{ name: 'Swork.Groups', prefix: '0xaa' }],
};
const wrong = async (changes: Partial<Receipt>, overrides = noOverrides) =>
  (await compareReceipts([receipt(changes)], chain, overrides)).flatMap(({ mismatches }) =>
    mismatches.map(({ field }) => field),
  );

it('finds nothing wrong with receipts that say what the chain says', async () => {
  expect(await wrong({})).toEqual([]);
  expect(await wrong({ kind: 'EVENT', eventIndex: 1, rawValue: '0xe1' })).toEqual([]);
  expect(await wrong({ ...counted, rowCount: 2 })).toEqual([]);
  // an event of a pallet without figures may be left unencoded
  expect(await wrong({ kind: 'EVENT', eventIndex: 2, rawValue: null })).toEqual([]);
});

it('reports another value, another block, another event, another count, and a value nobody kept', async () => {
  expect(await wrong({ rawValue: '0x0b000000' })).toEqual(['rawValue']);
  expect(await wrong({ rawValue: null })).toEqual(['rawValue']);
  expect(await wrong({ blockHash: '0x12' })).toEqual(['blockHash']);
  expect(await wrong({ kind: 'EVENT', eventIndex: 0, rawValue: '0xe1' })).toEqual(['rawValue']);
  expect(await wrong({ kind: 'EVENT', eventIndex: 1, rawValue: null })).toEqual(['rawValue']);
  expect(await wrong({ kind: 'EVENT', eventIndex: 7, rawValue: '0xe1' })).toEqual(['rawValue']);
  expect(await wrong({ ...counted, rowCount: 3 })).toEqual(['rowCount']);
  expect(await wrong({ rawValue: null, rawNote: 'The index does not keep every part of this value.' })).toEqual([
    'rawNote',
  ]);
});

it('leaves out, and counts, what was overridden outside any block', async () => {
  const overrides = { excused: () => true, at: () => ['0xaa01'] };
  for (const changes of [{ rawValue: '0x00' }, { ...counted, rowCount: 9 }]) {
    const [result] = await compareReceipts([receipt(changes)], chain, overrides);
    expect(result).toMatchObject({ keysCompared: 0, overridden: 1, mismatches: [] });
  }
});
