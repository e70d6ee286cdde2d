import type { WsProvider } from '@polkadot/api';
import type { Registry } from '@polkadot/types/types';
import type { DecodedField } from './decoded';

/** A call as @polkadot/api decodes it, with whoever it ran for where that is the signer. */
export interface ChainCall {
  pallet: string;
  name: string;
  args: Record<string, DecodedField>;
}

interface RawCall {
  section: string;
  method: string;
  argsEntries: [name: string, value: unknown][];
}

const isCall = (value: unknown): value is RawCall =>
  typeof value === 'object' && value !== null && 'section' in value && 'argsEntries' in value;

/** A call and all calls among its arguments, alone or in a list. */
const withNested = (call: RawCall): ChainCall[] => {
  const nested = call.argsEntries.flatMap(([, value]) => {
    const items: unknown[] = Array.isArray(value) ? value : [value];
    return items.filter(isCall).flatMap(withNested);
  });
  return [
    { pallet: call.section, name: call.method, args: Object.fromEntries(call.argsEntries) as ChainCall['args'] },
    ...nested,
  ];
};

/** The calls of one extrinsic of a block. */
export const readChainCalls = async (
  provider: Pick<WsProvider, 'send'>,
  registry: Registry,
  hash: string,
  extrinsic: number,
): Promise<ChainCall[]> => {
  const { block } = await provider.send<{ block: { extrinsics: string[] } }>('chain_getBlock', [hash]);
  const raw = block.extrinsics[extrinsic];
  if (raw === undefined) throw new Error(`the block ${hash} has no extrinsic ${extrinsic}`);
  return withNested(registry.createType('Extrinsic', raw).method as unknown as RawCall);
};
