import { join } from 'node:path';
import type { ChainProfile } from '@moho/protocol/base';
import { type ChildSpec, childEnv } from './child';
import type { Hex } from './options';
import { ROOT } from './paths';

export interface ApiSettings {
  port: number;
  databaseUrl: string;
  schema: string;
  profile: ChainProfile;
  genesis: Hex;
  maxLagBlocks: number;
}

export function apiSpec(settings: ApiSettings): ChildSpec {
  return {
    name: 'api',
    command: process.execPath,
    args: ['--import', 'tsx', join(ROOT, 'api', 'src', 'main.ts')],
    cwd: ROOT,
    env: childEnv({
      NODE_ENV: 'production',
      API_HOST: '127.0.0.1',
      API_PORT: String(settings.port),
      DATABASE_URL: settings.databaseUrl,
      DB_SCHEMA: settings.schema,
      CHAIN_PROFILE: JSON.stringify(settings.profile),
      CHAIN_GENESIS: settings.genesis,
      MAX_LAG_BLOCKS: String(settings.maxLagBlocks),
    }),
  };
}
