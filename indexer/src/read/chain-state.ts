/** State of the chain at the block being handled, read in batches. */
export interface ChainState {
  /** raw values of all keys, at the block or at an older one: null for keys that do not exist */
  values(keys: readonly string[], at?: string): Promise<Map<string, string | null>>;
  /** all keys with this prefix, in byte order; after `startKey` and at most `limit` when given */
  keys(prefix: string, startKey?: string, limit?: number): Promise<string[]>;
  /** metrics of the block: requests for values, and keys in them */
  readonly stats: { rounds: number; keys: number; scans: number };
}

/** The two methods used of SubQuery's `api.rpc.state`, which it pins to the block unless an older one is named. */
export interface StateRpc {
  queryStorageAt(keys: string[], at?: string): Promise<{ join(separator: string): string; length: number }>;
  getKeysPaged(
    prefix: string,
    count: number,
    startKey?: string,
  ): Promise<{ join(separator: string): string; length: number }>;
}

const KEYS_PER_REQUEST = 1000;

// Results live outside the sandbox: joined there into one text, they come over in a single access.
const texts = (list: { join(separator: string): string; length: number }): string[] =>
  list.length === 0 ? [] : list.join(',').split(',');

export const createChainState = (rpc: StateRpc): ChainState => {
  const stats = { rounds: 0, keys: 0, scans: 0 };
  return {
    stats,
    values: async (keys, at) => {
      const values = new Map<string, string | null>();
      if (keys.length > 0) stats.rounds++;
      for (let i = 0; i < keys.length; i += KEYS_PER_REQUEST) {
        const page = keys.slice(i, i + KEYS_PER_REQUEST);
        stats.keys += page.length;
        const raws = texts(await (at === undefined ? rpc.queryStorageAt(page) : rpc.queryStorageAt(page, at)));
        if (raws.length !== page.length) {
          throw new Error(`${page.length} storage keys asked, ${raws.length} values answered`);
        }
        page.forEach((key, k) => {
          const raw = raws[k] as string;
          values.set(key, raw === '' || raw === '0x' ? null : raw);
        });
      }
      return values;
    },
    keys: async (prefix, startKey, limit = Number.POSITIVE_INFINITY) => {
      const found: string[] = [];
      let from = startKey;
      for (;;) {
        const count = Math.min(KEYS_PER_REQUEST, limit - found.length);
        stats.scans++;
        const page = texts(
          await (from === undefined ? rpc.getKeysPaged(prefix, count) : rpc.getKeysPaged(prefix, count, from)),
        );
        found.push(...page);
        if (page.length < count || found.length >= limit) return found;
        from = page[page.length - 1];
      }
    },
  };
};
