import type { ChainProfile } from '@moho/protocol/base';
import type DataLoader from 'dataloader';
import type { Database } from './database/database';
import { type Head, readHead } from './database/head';
import type { TableStore } from './desk/store';
import type { Client, Exports } from './export/exports';
import type { FileWatch } from './follow/watch';

/** What every resolver gets. One for each request. */
export interface Context {
  db: Database;
  profile: ChainProfile;
  maxLagBlocks: number;
  genesisHash: string | null;
  /** the block that fields without a block of their own are asked as of; null: the head */
  asOf: number | null;
  /** head of the index, read once per request; null when it has no block yet */
  head: () => Promise<Head | null>;
  loaders: Map<string, DataLoader<string, unknown>>;
  /** tells who follows a file that it changed; one for the whole server */
  watch: FileWatch;
  /** forgets what was read so far: a subscription is one request with many answers */
  renew: () => void;
  /** the exports that run; one for the whole server */
  exports: Exports;
  client: Client;
  /** candidates of the blocks asked about lately; one store for the whole server */
  tables: TableStore;
}

export type ContextSettings = Pick<
  Context,
  'db' | 'profile' | 'maxLagBlocks' | 'genesisHash' | 'watch' | 'exports' | 'tables'
>;

export const createContext = (settings: ContextSettings, client: Client, asOf: number | null = null): Context => {
  let head: Promise<Head | null> | null = null;
  const loaders: Context['loaders'] = new Map();
  return {
    ...settings,
    asOf,
    head: () => {
      head ??= readHead(settings.db.sql());
      return head;
    },
    loaders,
    renew: () => {
      head = null;
      loaders.clear();
    },
    client,
  };
};
