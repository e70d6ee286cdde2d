'use strict';

/** An address costs about 20 µs (a hash and base 58), and the same few thousand accounts come again and again. */
const MAX_ADDRESSES = 50_000;

/** Remembers the addresses of 32-byte accounts; everything else goes to the library as before. */
exports.memoAddresses = (address) => {
  const { encodeAddress } = address;
  if (typeof encodeAddress !== 'function') {
    throw new Error('this version of @polkadot/util-crypto has no encodeAddress: indexer/node must be looked at again');
  }
  const known = new Map();
  address.encodeAddress = (key, prefix) => {
    if (!(key instanceof Uint8Array) || key.length !== 32) return encodeAddress(key, prefix);
    const name = `${prefix}:${Buffer.from(key.buffer, key.byteOffset, 32).toString('latin1')}`;
    let text = known.get(name);
    if (text === undefined) {
      if (known.size >= MAX_ADDRESSES) known.clear();
      text = encodeAddress(key, prefix);
      known.set(name, text);
    }
    return text;
  };
};
