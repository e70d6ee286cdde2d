import type { WsProvider } from '@polkadot/api';
import type { Registry } from '@polkadot/types/types';
import { callsOf, readExtrinsics } from './chain-calls';
import type { FactDecoder } from './chain-facts';

const AT_ONCE = 50;
const MOST_MODULES = 64;
const MOST_CALLS = 64;

/** The two bytes a call begins with in a runtime, as hex; undefined where the runtime has no such call. */
const callBytes = (registry: Registry, pallet: string, name: string): string | undefined => {
  for (let module = 0; module < MOST_MODULES; module++)
    for (let call = 0; call < MOST_CALLS; call++) {
      try {
        const found = registry.findMetaCall(Uint8Array.of(module, call));
        if (found.section === pallet && found.method === name) return Buffer.of(module, call).toString('hex');
        if (found.section !== pallet) break;
      } catch {
        // no such module, or no such call in it
        break;
      }
    }
  return undefined;
};

/**
 * Who signed each extrinsic of blocks `first` to `head` that carries a call, itself or inside another, by `block-extrinsic`. Only extrinsics with the
 * call's two bytes somewhere in them are decoded.
 */
export const readSenders = async (
  provider: Pick<WsProvider, 'send'>,
  decoder: Pick<FactDecoder, 'hashOf' | 'registryOf'>,
  [pallet, name]: [pallet: string, name: string],
  head: number,
  first = 1,
): Promise<Map<string, string>> => {
  const known = new Map<Registry, string | undefined>();
  const found = new Map<string, string>();
  const one = async (block: number): Promise<[place: string, signer: string][]> => {
    const registry = await decoder.registryOf(block);
    if (!known.has(registry)) known.set(registry, callBytes(registry, pallet, name));
    const bytes = known.get(registry);
    if (bytes === undefined) return [];
    const extrinsics = await readExtrinsics(provider, await decoder.hashOf(block));
    return extrinsics.flatMap((raw, index): [string, string][] => {
      if (!raw.includes(bytes)) return [];
      if (!callsOf(registry, raw).some((call) => call.pallet === pallet && call.name === name)) return [];
      return [[`${block}-${index}`, registry.createType('Extrinsic', raw).signer.toString()]];
    });
  };
  for (let from = first; from <= head; from += AT_ONCE) {
    const blocks = Array.from({ length: Math.min(AT_ONCE, head - from + 1) }, (_, i) => from + i);
    for (const list of await Promise.all(blocks.map(one))) for (const [place, signer] of list) found.set(place, signer);
  }
  return found;
};
