import { SubstrateDatasourceKind, SubstrateHandlerKind, type SubstrateProject } from '@subql/types';

/** The template manifest: `deploy.ts` writes a copy with the chain's own genesis hash, endpoints and first block. */
const project: SubstrateProject = {
  specVersion: '1.0.0',
  name: 'moho',
  version: '0.1.0',
  description: 'Crust Network: files, work reports and guarantor income',
  repository: '',
  runner: {
    node: { name: '@subql/node', version: '*' },
    query: { name: '@subql/query', version: '*' },
  },
  schema: { file: '../schema.graphql' },
  network: {
    chainId: '0x8b404e7ed8789d813982b9cb4c8b664c05b3fbf433309f603af014ec9ce56a8c',
    endpoint: ['wss://rpc.crust.network'],
    chaintypes: { file: './dist/chaintypes.js' },
  },
  dataSources: [
    {
      kind: SubstrateDatasourceKind.Runtime,
      startBlock: 1,
      mapping: {
        file: './dist/index.js',
        handlers: [{ kind: SubstrateHandlerKind.Block, handler: 'handleBlock' }],
      },
    },
  ],
};

export default project;
