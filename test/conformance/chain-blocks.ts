import type { WsProvider } from '@polkadot/api';

const AT_ONCE = 50;
/** twox128("System") twox128("EventCount"): a u32 */
const EVENT_COUNT = '0x26aa394eea5630e07c48ae0c9558cef70a98fdbe9ce6c55837576c60c7af3850';

/** A block in the chain's own words, without any decoding. */
export interface ChainBlock {
  number: number;
  hash: string;
  parentHash: string;
  /** runtime that executed it: the one of its parent's state */
  specVersion: number;
  extrinsics: number;
  events: number;
}

interface RpcBlock {
  block: { header: { parentHash: string }; extrinsics: string[] };
}

const littleEndian = (hex: string | null): number =>
  hex === null ? 0 : Buffer.from(hex.slice(2), 'hex').readUInt32LE();

/** Blocks 1 to `head` as the chain gives them. */
export const readChainBlocks = async (provider: Pick<WsProvider, 'send'>, head: number): Promise<ChainBlock[]> => {
  const one = async (number: number): Promise<ChainBlock> => {
    const hash = await provider.send<string>('chain_getBlockHash', [number]);
    const { block } = await provider.send<RpcBlock>('chain_getBlock', [hash]);
    const { parentHash } = block.header;
    const [events, version] = await Promise.all([
      provider.send<string | null>('state_getStorage', [EVENT_COUNT, hash]),
      provider.send<{ specVersion: number }>('state_getRuntimeVersion', [parentHash]),
    ]);
    const { specVersion } = version;
    return { number, hash, parentHash, specVersion, extrinsics: block.extrinsics.length, events: littleEndian(events) };
  };
  const blocks: ChainBlock[] = [];
  for (let from = 1; from <= head; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, head - from + 1) }, (_, i) => from + i);
    blocks.push(...(await Promise.all(numbers.map(one))));
  }
  return blocks;
};
