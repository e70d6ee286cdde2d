import { maximumFileSize, orderCall } from '@moho/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metadataOfSpec, palletsOfSpec, SPEC_VERSIONS } from '../../devnet/src/codec/metadata';
import { crustRegistry } from '../../devnet/src/codec/registry';

const seed = Math.floor(Math.random() * 0x7fff_ffff);
process.stdout.write(`orders are made with seed ${seed}\n`);

const letters = fc.constantFrom(...'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz');
const cid = fc.array(letters, { minLength: 1, maxLength: 128 }).map((list) => list.join(''));
const compactEdges = [0n, 63n, 64n, 2n ** 14n - 1n, 2n ** 14n, 2n ** 30n - 1n, 2n ** 30n, 2n ** 64n, 2n ** 128n - 1n];
const tips = fc.oneof(fc.constantFrom(...compactEdges), fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }));
const sizeOf = (spec: number) =>
  fc.oneof(
    fc.constantFrom(0n, 1n, maximumFileSize(spec) - 1n),
    fc.bigInt({ min: 0n, max: maximumFileSize(spec) - 1n }),
  );
const memo = fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 40 }));

const wellFormed = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));

describe.each(SPEC_VERSIONS)('the call data of an order on spec %i', (spec) => {
  const { registry } = crustRegistry(metadataOfSpec(spec), spec);

  it('is decoded by polkadot.js to what went in', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.record({ cid, sizeBytes: sizeOf(spec), tips, memo }), (given) => {
        const { callData, name } = orderCall(spec, given);
        const call = registry.createType('Call', callData);
        expect(`${call.section}.${call.method}`).toBe(
          `market.${name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase())}`,
        );
        const [theirCid, size, theirTips, theirMemo] = call.args;
        expect(new TextDecoder().decode(theirCid?.toU8a(true))).toBe(given.cid);
        expect(BigInt(size?.toString() ?? -1)).toBe(given.sizeBytes);
        expect(BigInt(theirTips?.toString() ?? -1)).toBe(given.tips);
        if (theirMemo !== undefined)
          expect(new TextDecoder().decode(theirMemo.toU8a(true))).toBe(wellFormed(given.memo));
        else expect(given.memo).toBe('');
        // nothing is left over, nothing is missing
        expect(call.toHex()).toBe(callData);
        seen.add(name);
      }),
      { seed, numRuns: 150 },
    );
    expect(seen.size).toBe(spec <= 2 ? 2 : 1);
  });

  it('begins with the places of pallet and call in the runtime', () => {
    const pallets = palletsOfSpec(spec);
    for (const text of ['', 'a memo']) {
      const call = orderCall(spec, { cid: 'Qm', sizeBytes: 1n, tips: 0n, memo: text });
      expect(pallets[call.palletIndex]?.name).toBe('Market');
      expect(pallets[call.palletIndex]?.calls?.[call.callIndex]?.name).toBe(call.name);
    }
  });

  it('is refused for a size, tips or CID the market cannot take', () => {
    const good = { cid: 'Qm', sizeBytes: 1n, tips: 0n, memo: '' };
    const most = maximumFileSize(spec);
    for (const sizeBytes of [-1n, most, most + 1n])
      expect(() => orderCall(spec, { ...good, sizeBytes })).toThrow(
        `the size of an order is from 0 to ${most - 1n} bytes`,
      );
    for (const wrong of [-1n, 2n ** 128n]) expect(() => orderCall(spec, { ...good, tips: wrong })).toThrow('tips are');
    expect(() => orderCall(spec, { ...good, cid: 'é' })).toThrow('not ASCII');
  });
});
