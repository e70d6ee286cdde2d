import { createRequire } from 'node:module';
import * as address from '@polkadot/util-crypto/address/encode';
import { describe, expect, it } from 'vitest';

const { memoAddresses } = createRequire(import.meta.url)('./address-memo.cjs') as {
  memoAddresses(exports: { encodeAddress: typeof address.encodeAddress }): void;
};

const mended = { encodeAddress: address.encodeAddress };
memoAddresses(mended);

describe('remembered addresses', () => {
  it("are the library's own, for every account, prefix and repeat", () => {
    const buffer = new Uint8Array(64).map((_, i) => (i * 37) % 256);
    for (const prefix of [undefined, 0, 42, 66])
      for (const at of [0, 1, 32, 1, 0]) {
        const account = buffer.subarray(at, at + 32);
        expect(mended.encodeAddress(account, prefix)).toBe(address.encodeAddress(account, prefix));
      }
  });

  it('leave everything that is no 32-byte account to the library', () => {
    const text = address.encodeAddress(new Uint8Array(32).fill(3), 66);
    expect(mended.encodeAddress(text, 42)).toBe(address.encodeAddress(text, 42));
    expect(() => mended.encodeAddress(new Uint8Array(31), 66)).toThrow();
  });
});
