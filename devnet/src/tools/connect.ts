import { ApiPromise, WsProvider } from '@polkadot/api';
import type { ApiOptions } from '@polkadot/api/types';
import { crustTypesBundle } from '../codec/types-bundle';

/** A polkadot.js client as a wallet makes it: with the bundle of Crust's types and nothing else. */
export function connectWallet(url: string): Promise<ApiPromise> {
  return ApiPromise.create({
    provider: new WsProvider(url),
    typesBundle: crustTypesBundle as ApiOptions['typesBundle'],
    noInitWarn: true,
    throwOnConnect: true,
  });
}
