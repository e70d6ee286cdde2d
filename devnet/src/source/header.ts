import { writerPool } from '../codec/bytes';
import { blake2_256 } from '../codec/hash';
import type { Header, Hex } from './source';

/** SCALE bytes of a header: parent hash, compact number, state root, extrinsics root, digest items. */
export function encodeHeader(header: Header): Hex {
  return writerPool((out) => {
    out.hex(header.parentHash);
    out.compact(header.number);
    out.hex(header.stateRoot);
    out.hex(header.extrinsicsRoot);
    out.compact(header.digestLogs.length);
    for (const item of header.digestLogs) out.hex(item);
    return out.toHex();
  });
}

/** A block's hash: blake2-256 of its encoded header. */
export function headerHash(header: Header): Hex {
  return blake2_256(encodeHeader(header));
}
