import type { Hex } from '../../source/source';

/** `n` in `size` bytes, little-endian. */
function fixed(size: number): (n: number | bigint) => Hex {
  const limit = 1n << BigInt(size * 8);
  return (n) => {
    const wide = BigInt(n);
    if (wide < 0n || wide >= limit) throw new RangeError(`${n} does not fit in ${size} bytes`);
    const bigEndian = wide.toString(16).padStart(size * 2, '0');
    return `0x${bigEndian.match(/../g)?.reverse().join('')}`;
  };
}

export const u8 = fixed(1);
export const u16 = fixed(2);
export const u32 = fixed(4);
export const u64 = fixed(8);
export const u128 = fixed(16);
export const bool = (yes: boolean): Hex => u8(yes ? 1 : 0);
/** parts of 10^9 */
export const perbill = u32;
/** parts of 10^6 */
export const permill = u32;
/** parts of 100 */
export const percent = u8;

/** ASCII text without a length before it: a ModuleId or LockIdentifier of eight letters. */
export const ascii = (text: string): Hex => `0x${Buffer.from(text, 'ascii').toString('hex')}`;

export const zeros = (bytes: number): Hex => `0x${'00'.repeat(bytes)}`;

/** several values behind one another */
export const concat = (...parts: Hex[]): Hex => `0x${parts.map((p) => p.slice(2)).join('')}`;

/** a list, map or set with nothing in it; also an absent Option and the first variant of an enum */
export const EMPTY: Hex = '0x00';
export const FIRST_VARIANT: Hex = '0x00';

/** pico-CRU in 1 CRU */
export const CRU = 1_000_000_000_000n;
export const CENT = CRU / 100n;
export const MILLICENT = CENT / 1000n;

/** Mainnet's hours and days in blocks. Governance keeps them on every chain, whatever its profile shortens. */
export const HOURS = 600;
export const DAYS = 24 * HOURS;

/** What the runtime asks for keeping `items` rows of together `bytes` bytes, in pico-CRU. */
export const deposit = (items: number, bytes: number): Hex =>
  u128(BigInt(items) * 1000n * CENT + BigInt(bytes) * 100n * MILLICENT);
