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

/** The extrinsics of a block, encoded. */
export const readExtrinsics = async (provider: Pick<WsProvider, 'send'>, hash: string): Promise<string[]> => {
  const { block } = await provider.send<{ block: { extrinsics: string[] } }>('chain_getBlock', [hash]);
  return block.extrinsics;
};

/** The calls of an encoded extrinsic, nested ones included. */
export const callsOf = (registry: Registry, extrinsic: string): ChainCall[] =>
  withNested(registry.createType('Extrinsic', extrinsic).method as unknown as RawCall);
