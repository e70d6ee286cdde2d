import type { ChainProfile } from '@moho/protocol/base';
import type DataLoader from 'dataloader';
import type { Database } from './database/database';
import { type Head, readHead } from './database/head';

/** What every resolver gets. One for each request. */
export interface Context {
  db: Database;
  profile: ChainProfile;
  maxLagBlocks: number;
  genesisHash: string | null;
  /** head of the index, read once per request; null when it has no block yet */
  head: () => Promise<Head | null>;
  loaders: Map<string, DataLoader<string, unknown>>;
}

export type ContextSettings = Pick<Context, 'db' | 'profile' | 'maxLagBlocks' | 'genesisHash'>;

export const createContext = (settings: ContextSettings): Context => {
  let head: Promise<Head | null> | null = null;
  return {
    ...settings,
    head: () => {
      head ??= readHead(settings.db.sql());
      return head;
    },
    loaders: new Map(),
  };
};
