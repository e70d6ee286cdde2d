import { writerPool } from '../../../codec/bytes';
import { blake2_256 } from '../../../codec/hash';
import type { Hex } from '../../../codec/scale';
import { headerHash } from '../../header';
import type { Header } from '../../source';

const BABE: Hex = '0x42414245';
export const ENGINES = { babe: BABE, grandpa: '0x46524e4b' } as const satisfies Record<string, Hex>;
export const ZERO_HASH: Hex = `0x${'00'.repeat(32)}`;

/** A digest item of an engine: 4 = Consensus, 5 = Seal, 6 = PreRuntime */
function item(tag: number, data: Hex, engine: Hex = BABE): Hex {
  return writerPool((w) => {
    w.u8(tag);
    w.hex(engine);
    w.compact((data.length - 2) / 2);
    w.hex(data);
    return w.toHex();
  });
}

/** A message that an engine's pallet leaves for the engine. */
export const consensusLog = (engine: Hex, message: Hex): Hex => item(4, message, engine);

/**
 * PreRuntime(BABE, SecondaryPlain { authority_index, slot }), or Primary with `vrf`: 96 bytes of output and proof. They
 * are no real proof, and the chain's randomness does not come from them.
 */
export function preRuntime(authority: number, slot: number, vrf?: Hex): Hex {
  const digest = writerPool((w) => {
    w.u8(vrf === undefined ? 2 : 1);
    w.u32(authority);
    w.u64(BigInt(slot));
    if (vrf !== undefined) w.hex(vrf);
    return w.toHex();
  });
  return item(6, digest);
}

/**
 * Adds a 64-byte seal. It has a seal's shape but is derived from the header instead of signed: the chain has no
 * session secrets, and nobody outside a consensus client checks it.
 */
export function sealed(header: Header): Header {
  const first = headerHash(header);
  return { ...header, digestLogs: [...header.digestLogs, item(5, `${first}${blake2_256(first).slice(2)}`)] };
}

/** blake2-256 over the concatenated extrinsics. Nodes store a trie root here, which needs a trie nobody asks for. */
export function extrinsicsRoot(extrinsics: readonly Hex[]): Hex {
  return blake2_256(`0x${extrinsics.map((x) => x.slice(2)).join('')}`);
}
