import type { ChainProfile } from '@moho/protocol/base';

export type Hex = `0x${string}`;

/** Which chain the stack follows. */
export type ChainChoice =
  | { kind: 'simulation'; seed: number; blocks?: number; blockTimeMs?: number }
  | { kind: 'recording'; folder: string }
  | { kind: 'endpoints'; endpoints: string[]; genesis: Hex };

/** TCP ports on 127.0.0.1; 0 means any free one. */
export interface Ports {
  site: number;
  api: number;
  chain: number;
  chainAdmin: number;
  postgres: number;
  indexer: number;
}

/** Everything `startStack` may be told; the command line and the environment say the same things. */
export interface StackOptions {
  dataDir: string;
  chain: ChainChoice;
  profile: ChainProfile;
  /** an existing PostgreSQL instead of the embedded one */
  databaseUrl?: string;
  ports: Ports;
  /** how far behind the chain the index may be before the API calls itself not ready */
  maxLagBlocks: number;
}

export const DEFAULT_PORTS: Ports = {
  site: 3000,
  api: 4350,
  chain: 9944,
  chainAdmin: 9945,
  postgres: 54350,
  indexer: 3150,
};

export const FREE_PORTS: Ports = { site: 0, api: 0, chain: 0, chainAdmin: 0, postgres: 0, indexer: 0 };

/** The variable that moves each port, named in the message when it is taken. */
export const PORT_VARIABLES: Record<keyof Ports, string> = {
  site: 'SITE_PORT',
  api: 'API_PORT',
  chain: 'CHAIN_PORT',
  chainAdmin: 'CHAIN_ADMIN_PORT',
  postgres: 'POSTGRES_PORT',
  indexer: 'INDEXER_PORT',
};

/** Block 0 of Crust mainnet. */
export const MAINNET_GENESIS: Hex = '0x8b404e7ed8789d813982b9cb4c8b664c05b3fbf433309f603af014ec9ce56a8c';
