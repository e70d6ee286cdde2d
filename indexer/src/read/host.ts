import type { ChainBlock } from '../decode/index';
import type { ChainRegistry } from '../decode/names';
import type { StateRpc } from './chain-state';

/** What SubQuery hands a block handler, as far as it is used. */
export type HandlerBlock = ChainBlock;
export interface HandlerApi {
  registry: ChainRegistry;
  rpc: { state: StateRpc };
}
