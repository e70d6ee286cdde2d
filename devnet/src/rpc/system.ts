import { RpcError, unsafeCall } from './errors';
import { stateParam } from './params';
import { alias, type Methods } from './registry';

/** system_*: who the node is. It has no peers and never syncs. */
export const systemMethods: Methods = {
  system_chain: (_params, { source }) => source.chainName,
  system_chainType: () => 'Development',
  system_name: () => 'Moho local chain',
  system_version: () => '0.1.0',
  system_properties: (_params, { source }) => source.properties,
  system_health: () => ({ peers: 0, isSyncing: false, shouldHavePeers: false }),
  system_peers: () => [],
  system_localPeerId: () => '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp',
  system_localListenAddresses: () => [],
  system_nodeRoles: () => ['Full'],
  system_syncState: (_params, { source }) => ({
    startingBlock: 0,
    currentBlock: source.head(),
    highestBlock: source.head(),
  }),
  ...alias(['system_accountNextIndex', 'account_nextIndex'], (params, { source }) =>
    source.nextNonce(params.account(0, 'account')),
  ),
  ...alias(['system_dryRun', 'system_dryRunAt'], (params, { source, unsafe }) => {
    if (!unsafe) throw unsafeCall();
    const extrinsic = params.bytes(0, 'extrinsic');
    const outcome =
      stateParam(source, params, 1).hash === source.blockHash(source.head())
        ? source.dryRun(extrinsic)
        : { trouble: 'an extrinsic can be tried on the best block only' };
    if ('trouble' in outcome) throw new RpcError(1, 'Unable to dry run extrinsic.', outcome.trouble);
    return outcome.applied;
  }),
};
