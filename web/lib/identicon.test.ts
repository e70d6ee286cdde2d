import { encodeAddress } from '@moho/protocol/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coreSample, coreSampleBackground } from './identicon';

const account = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('coreSample', () => {
  it('draws one account the same way each time, under any network prefix', () => {
    fc.assert(
      fc.property(account, fc.integer({ min: 0, max: 16383 }), (id, prefix) => {
        expect(coreSample(encodeAddress(id, prefix))).toEqual(coreSample(encodeAddress(id)));
        expect(coreSampleBackground(encodeAddress(id, prefix))).toBe(coreSampleBackground(encodeAddress(id)));
      }),
    );
  });

  it('draws different accounts differently', () => {
    const pictures = new Set<string>();
    for (let i = 0; i < 500; i++) {
      const id = new Uint8Array(32).map((_, k) => (i * 2654435761 + k * 97) >>> ((k % 24) % 256));
      pictures.add(coreSampleBackground(encodeAddress(id)));
    }
    expect(pictures.size).toBe(500);
  });

  it('never puts two layers of one tone on each other', () => {
    fc.assert(
      fc.property(account, (id) => {
        const fills = coreSample(encodeAddress(id)).layers.map((layer) => layer.fill);
        expect(fills.every((fill, i) => fill !== fills[i - 1])).toBe(true);
      }),
    );
  });

  it('also draws text that is no address', () => {
    expect(coreSample('not an address').layers).toHaveLength(6);
    expect(coreSample('not an address')).not.toEqual(coreSample('another text'));
  });
});
