import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockFacts, Json } from '../decode/facts';
import { blockError, factsFromText, factsToText } from './block';

const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json);

const factsWith = (tip: bigint | null, timeMs: number, args: Json[]): BlockFacts => ({
  number: 7,
  hash: '0x07',
  parentHash: '0x06',
  time: new Date(timeMs),
  spec: 25,
  authorIndex: null,
  extrinsics: [
    {
      index: 0,
      hash: '0x00',
      signer: null,
      nonce: null,
      tip,
      lengthBytes: 10,
      node: { pallet: 'market', call: 'add_prepaid', args: [{ name: 'cid', type: 'MerkleRoot', value: args }] },
      calls: [],
      success: true,
      error: null,
    },
  ] as BlockFacts['extrinsics'],
  events: [
    { index: 0, phase: 'EXTRINSIC', extrinsicIndex: 0, pallet: 'market', name: 'FileSuccess', types: [], args },
  ] as unknown as BlockFacts['events'],
});

describe('a block as text', () => {
  it('comes out as the same facts, whatever the arguments hold', () => {
    const tips = fc.option(fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }));
    fc.assert(
      fc.property(tips, fc.integer({ min: 0 }), fc.array(json), (tip, timeMs, args) => {
        const facts = factsWith(tip, timeMs, args);
        expect(factsFromText(factsToText(facts))).toEqual(facts);
      }),
    );
  });

  it('names the block in an error and keeps its cause', () => {
    const cause = new Error('no such call');
    expect(blockError(7, cause)).toMatchObject({ message: 'block 7: no such call', cause });
  });
});
