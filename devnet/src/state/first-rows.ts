import type { Hex } from '../source/source';
import type { Packed } from './packed';

const CHUNK_BYTES = 4 * 2 ** 20;
/** two lengths of four bytes stand before a row's key and value */
const HEAD_BYTES = 8;
/** the length of a value that was deleted */
const DELETED = 0xffff_ffff;
/** keys of one map begin with so many equal bytes: the hashes of pallet and item */
const PREFIX_BYTES = 32;

/**
 * The rows of a chain's first block: key and value lie in plain bytes outside the JavaScript heap, and a hash table finds
 * them. A million files take a quarter of a gigabyte this way, and the garbage collector has nothing to walk through.
 */
export interface FirstRows {
  /** undefined for a key that was never written, null for one that was deleted again */
  get(key: Packed): Packed | null | undefined;
  set(key: Hex, value: Hex | null): void;
  /** Gives keys with a value in byte order, from `key` on (or after it), then undefined. */
  cursor(key: Packed, after: boolean): () => Packed | undefined;
  /** every key ever written, in the order of the first writes */
  keys(): Packed[];
  clear(): void;
}

export function firstRows(): FirstRows {
  let chunks: Buffer[] = [];
  /** bytes used of the last chunk */
  let used = 0;
  let count = 0;
  /** of each row: the chunk that holds it, and where in it */
  let [chunkOf, offsetOf] = [new Uint32Array(64), new Uint32Array(64)];
  /** row + 1 by hash of the key, 0 where there is none; twice as many places as rows at least */
  let table = new Uint32Array(128);
  /** rows by key; unknown after a new key */
  let order: Uint32Array | undefined;
  let scratch = Buffer.allocUnsafe(256);

  const chunk = (row: number): Buffer => chunks[chunkOf[row] as number] as Buffer;
  const keyStart = (row: number): number => (offsetOf[row] as number) + HEAD_BYTES;
  const keyEnd = (row: number): number => keyStart(row) + chunk(row).readUInt32LE(offsetOf[row]);
  const keyAt = (row: number): Packed => chunk(row).toString('latin1', keyStart(row), keyEnd(row));
  const valueLength = (row: number): number => chunk(row).readUInt32LE((offsetOf[row] as number) + 4);
  const isKey = (row: number, key: Buffer, length: number): boolean =>
    chunk(row).compare(key, 0, length, keyStart(row), keyEnd(row)) === 0;
  const compareKeys = (a: number, b: number): number =>
    chunk(a).compare(chunk(b), keyStart(b), keyEnd(b), keyStart(a), keyEnd(a));

  function inScratch(text: string, encoding: 'hex' | 'latin1', length: number): Buffer {
    if (scratch.length < length) scratch = Buffer.allocUnsafe(2 * length);
    scratch.write(text, 0, encoding);
    return scratch;
  }
  /** Where in the table a key stands or would stand. */
  function placeOf(key: Buffer, length: number): number {
    const mask = table.length - 1;
    let at = hashOf(key, 0, length) & mask;
    for (; table[at] !== 0; at = (at + 1) & mask) if (isKey((table[at] as number) - 1, key, length)) return at;
    return at;
  }
  function grow(): void {
    [chunkOf, offsetOf] = [larger(chunkOf), larger(offsetOf)];
    table = new Uint32Array(4 * count);
    const mask = table.length - 1;
    for (let row = 0; row < count; row += 1) {
      let at = hashOf(chunk(row), keyStart(row), keyEnd(row)) & mask;
      while (table[at] !== 0) at = (at + 1) & mask;
      table[at] = row + 1;
    }
  }
  /** Room for so many bytes that follow each other. */
  function room(bytes: number): void {
    const last = chunks.at(-1);
    if (last !== undefined && used + bytes <= last.length) return;
    // the first chunk of a small chain is small, too
    const size = last === undefined ? CHUNK_BYTES / 16 : CHUNK_BYTES;
    chunks.push(Buffer.allocUnsafeSlow(Math.max(size, bytes)));
    used = 0;
  }
  function sorted(): Uint32Array {
    order ??= byKey();
    return order;
  }
  /** Mostly four bytes after the map's prefix decide; only what is equal there is compared byte by byte. */
  function byKey(): Uint32Array {
    const prefixes = new Map<Packed, number>();
    const prefixOf = (row: number) =>
      chunk(row).toString('latin1', keyStart(row), Math.min(keyEnd(row), keyStart(row) + PREFIX_BYTES));
    for (let row = 0; row < count; row += 1) prefixes.set(prefixOf(row), 0);
    for (const [i, prefix] of [...prefixes.keys()].sort().entries()) prefixes.set(prefix, i);
    const ranks = Float64Array.from({ length: count }, (_, row) => {
      const next = keyStart(row) + PREFIX_BYTES;
      const rank = (prefixes.get(prefixOf(row)) as number) * 2 ** 32;
      return next + 4 <= keyEnd(row) ? rank + chunk(row).readUInt32BE(next) : rank;
    });
    const rows = Uint32Array.from({ length: count }, (_, row) => row);
    return rows.sort((a, b) => (ranks[a] as number) - (ranks[b] as number) || compareKeys(a, b));
  }

  return {
    get(key) {
      const row = table[placeOf(inScratch(key, 'latin1', key.length), key.length)] as number;
      if (row === 0) return undefined;
      const length = valueLength(row - 1);
      if (length === DELETED) return null;
      const end = keyEnd(row - 1);
      return chunk(row - 1).toString('latin1', end, end + length);
    },
    set(key, value) {
      const length = key.length / 2 - 1;
      const valueBytes = value === null ? 0 : value.length / 2 - 1;
      const bytes = inScratch(key.slice(2), 'hex', length);
      let place = placeOf(bytes, length);
      if (table[place] === 0) {
        if (value === null) return;
        if (2 * (count + 1) > table.length) {
          grow();
          place = placeOf(bytes, length);
        }
        count += 1;
        table[place] = count;
        order = undefined;
      }
      const row = (table[place] as number) - 1;
      room(HEAD_BYTES + length + valueBytes);
      [chunkOf[row], offsetOf[row]] = [chunks.length - 1, used];
      const into = chunk(row);
      into.writeUInt32LE(length, used);
      into.writeUInt32LE(value === null ? DELETED : valueBytes, used + 4);
      bytes.copy(into, used + HEAD_BYTES, 0, length);
      if (value !== null) into.write(value.slice(2), used + HEAD_BYTES + length, 'hex');
      used += HEAD_BYTES + length + valueBytes;
    },
    cursor(key, after) {
      const rows = sorted();
      const from = inScratch(key, 'latin1', key.length);
      let [low, high] = [0, rows.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        const row = rows[middle] as number;
        const side = chunk(row).compare(from, 0, key.length, keyStart(row), keyEnd(row));
        if (side < 0 || (after && side === 0)) low = middle + 1;
        else high = middle;
      }
      return () => {
        while (low < rows.length) {
          const row = rows[low] as number;
          low += 1;
          if (valueLength(row) !== DELETED) return keyAt(row);
        }
        return undefined;
      };
    },
    keys: () => Array.from({ length: count }, (_, row) => keyAt(row)),
    clear() {
      [chunks, used, count, order] = [[], 0, 0, undefined];
      table.fill(0);
    },
  };
}

/** FNV-1a */
function hashOf(bytes: Buffer, start: number, end: number): number {
  let hash = 0x811c_9dc5;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ (bytes[i] as number), 0x0100_0193);
  // the lowest bits choose the place
  return (hash ^ (hash >>> 15)) >>> 0;
}

function larger(list: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const twice = new Uint32Array(2 * list.length);
  twice.set(list);
  return twice;
}
