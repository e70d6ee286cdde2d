/** Stands in until indexer/migrate.ts and indexer/preflight.ts are there. */
export async function migrate(_: { databaseUrl: string; schema: string }): Promise<void> {}

export async function preflight(_: {
  endpoints: string[];
  genesisHash: string;
  databaseUrl: string;
  schema: string;
}): Promise<void> {}
