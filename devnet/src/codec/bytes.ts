/** Byte buffers under the SCALE codec: a growing writer and a checked reader, both little-endian. */
type Hex = `0x${string}`;

export interface Writer {
  u8(v: number): void;
  u16(v: number): void;
  u32(v: number): void;
  u64(v: bigint): void;
  compact(v: bigint | number): void;
  /** the bytes of an 0x-prefixed string */
  hex(v: Hex): void;
  bytes(v: Uint8Array): void;
  length(): number;
  toHex(): Hex;
  toBytes(): Uint8Array;
}

export interface Reader {
  u8(): number;
  u16(): number;
  u32(): number;
  u64(): bigint;
  compact(): bigint;
  hex(length: number): Hex;
  left(): number;
  /** the bytes that are left, not read by this */
  rest(): Uint8Array;
  position(): number;
}

function createWriter(): Writer & { reset(): void } {
  let buffer = Buffer.allocUnsafe(1024);
  let at = 0;
  function room(count: number): void {
    if (at + count <= buffer.length) return;
    const bigger = Buffer.allocUnsafe(Math.max(buffer.length * 2, at + count));
    buffer.copy(bigger, 0, 0, at);
    buffer = bigger;
  }
  const w = {
    reset: () => {
      at = 0;
    },
    u8: (v: number) => {
      room(1);
      at = buffer.writeUInt8(v, at);
    },
    u16: (v: number) => {
      room(2);
      at = buffer.writeUInt16LE(v, at);
    },
    u32: (v: number) => {
      room(4);
      at = buffer.writeUInt32LE(v, at);
    },
    u64: (v: bigint) => {
      room(8);
      at = buffer.writeBigUInt64LE(v, at);
    },
    compact: (v: bigint | number) => {
      if (v < 0) throw new Error(`SCALE: compact ${v} is negative`);
      if (v < 0x4000_0000) {
        const n = Number(v);
        if (n < 0x40) w.u8(n << 2);
        else if (n < 0x4000) w.u16((n << 2) | 1);
        else w.u32(n * 4 + 2);
        return;
      }
      let big = BigInt(v);
      let digits = big.toString(16);
      if (digits.length % 2) digits = `0${digits}`;
      const count = Math.max(4, digits.length / 2);
      w.u8(((count - 4) << 2) | 3);
      room(count);
      for (let i = 0; i < count; i++) {
        buffer[at++] = Number(big & 0xffn);
        big >>= 8n;
      }
    },
    hex: (v: Hex) => {
      const count = (v.length - 2) / 2;
      room(count);
      if (buffer.write(v.slice(2), at, 'hex') !== count) throw new Error(`SCALE: ${v} is not hex`);
      at += count;
    },
    bytes: (v: Uint8Array) => {
      room(v.length);
      buffer.set(v, at);
      at += v.length;
    },
    length: () => at,
    toHex: (): Hex => `0x${buffer.toString('hex', 0, at)}`,
    toBytes: () => Uint8Array.from(buffer.subarray(0, at)),
  };
  return w;
}

const free: ReturnType<typeof createWriter>[] = [];
/** Lends an empty writer to `use`; nested uses get writers of their own. */
export function writerPool<T>(use: (w: Writer) => T): T {
  const w = free.pop() ?? createWriter();
  w.reset();
  try {
    return use(w);
  } finally {
    free.push(w);
  }
}

/** A reader over bytes or 0x-hex; reading past the end throws. */
export function readerOf(data: Hex | Uint8Array): Reader {
  const buffer =
    typeof data === 'string'
      ? Buffer.from(data.slice(2), 'hex')
      : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  let at = 0;
  function take(count: number): number {
    const start = at;
    if (!(count >= 0) || start + count > buffer.length) {
      throw new Error(`SCALE: ${count} bytes wanted at ${start}, ${buffer.length - start} there`);
    }
    at += count;
    return start;
  }
  const r = {
    u8: () => buffer.readUInt8(take(1)),
    u16: () => buffer.readUInt16LE(take(2)),
    u32: () => buffer.readUInt32LE(take(4)),
    u64: () => buffer.readBigUInt64LE(take(8)),
    compact: (): bigint => {
      const first = buffer[take(0)] ?? 3;
      if (at >= buffer.length) throw new Error('SCALE: compact past the end');
      switch (first & 3) {
        case 0:
          return BigInt(r.u8() >> 2);
        case 1:
          return BigInt(r.u16() >> 2);
        case 2:
          return BigInt(r.u32() >>> 2);
        default: {
          const count = (r.u8() >> 2) + 4;
          const start = take(count);
          let value = 0n;
          for (let i = count - 1; i >= 0; i--) value = (value << 8n) | BigInt(buffer[start + i] ?? 0);
          return value;
        }
      }
    },
    hex: (length: number): Hex => {
      const start = take(length);
      return `0x${buffer.toString('hex', start, start + length)}`;
    },
    left: () => buffer.length - at,
    rest: () => buffer.subarray(at),
    position: () => at,
  };
  return r;
}
