import { xxhashAsHex } from '@polkadot/util-crypto';
import type { ChainReader } from './chain';
import type { ChainEntry } from './chain-items';

/**
 * Files that runtime 17 holds in both of its maps: an order of that time made a row in the later map while the older row,
 * for which machines report, had not been moved yet.
 */
export const LATER_FILES = 'Market.FilesV2 of a file in Market.Files';

/** What both sides say of the row in the later map. It has no replicas. */
export const LATER_FIELDS = [
  'sizeBytes',
  'spower',
  'expiredAt',
  'calculatedAt',
  'amount',
  'prepaid',
  'reportedReplicaCount',
  'remainingPaidCount',
] as const;

const isLater = ({ fields }: ChainEntry): boolean => fields.generation === 17;

/** Entries of both maps, those apart that the older one holds, too. */
export const apartFromLater = (entries: readonly ChainEntry[]): { files: ChainEntry[]; later: ChainEntry[] } => {
  const older = new Set(entries.filter((entry) => !isLater(entry)).map(({ id }) => id));
  const isApart = (entry: ChainEntry) => isLater(entry) && older.has(entry.id);
  return {
    files: entries.filter((entry) => !isApart(entry)),
    later: entries.filter(isApart).map((entry) => {
      if (!Array.isArray(entry.fields.replicas) || entry.fields.replicas.length > 0)
        throw new Error(`${entry.id} has replicas in both maps of files`);
      const fields = Object.fromEntries(LATER_FIELDS.map((name) => [name, entry.fields[name] ?? null]));
      return { ...entry, fields };
    }),
  };
};

const RUNTIME_OF_BOTH = 17;
const prefixOf = (item: string): string => `${xxhashAsHex('Market', 128)}${xxhashAsHex(item, 128).slice(2)}`;

/** The first and last block at which a file stood in both maps; none on chains that never had two. */
export const heightsOfLater = async (chain: Pick<ChainReader, 'blocks' | 'keys'>, head: number): Promise<number[]> => {
  const found: number[] = [];
  const [older, later] = [prefixOf('Files'), prefixOf('FilesV2')];
  for (const { number, specVersion } of await chain.blocks(head)) {
    if (specVersion !== RUNTIME_OF_BOTH) continue;
    const files = new Set((await chain.keys(older, number)).map((key) => key.slice(older.length)));
    // nothing puts a file into the older map any more
    if (files.size === 0) break;
    if ((await chain.keys(later, number)).some((key) => files.has(key.slice(later.length)))) found.push(number);
  }
  return [...new Set([found[0], found.at(-1)])].filter((height) => height !== undefined);
};
