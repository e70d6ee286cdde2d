import { xxhashAsHex } from '@polkadot/util-crypto';
import type postgres from 'postgres';
import type { ChainReader } from '../chain';
import type { Fields } from '../chain-items';
import { compareItem, type ItemResult } from '../compare';
import type { Overrides } from '../overrides';
import { MERCHANT_LEDGERS } from './items';
import { ledgerRows, serviceRow } from './sql';

export const SERVICE_ITEM = 'Spower service';

const SERVICE_KEYS: [field: string, pallet: string, item: string][] = [
  ['lastProcessedBlockWorkReports', 'Swork', 'LastProcessedBlockWorkReports'],
  ['lastReplicasUpdateBlock', 'Market', 'LastReplicasUpdateBlock'],
  ['lastSpowerCalculateBlock', 'Market', 'LastSpowerCalculateBlock'],
  ['lastSpowerUpdateBlock', 'Swork', 'LastSpowerUpdateBlock'],
  ['spowerReadyPeriod', 'Market', 'SpowerReadyPeriod'],
];

const keyOf = (pallet: string, item: string): string => xxhashAsHex(pallet, 128) + xxhashAsHex(item, 128).slice(2);

const readService = async (chain: ChainReader, block: number): Promise<Fields> => {
  const hash = await chain.call('chain_getBlockHash', [block]);
  const fields: Fields = {};
  for (const [field, pallet, item] of SERVICE_KEYS) {
    const raw = await chain.call('state_getStorage', [keyOf(pallet, item), hash]);
    fields[field] = typeof raw === 'string' ? Buffer.from(raw.slice(2), 'hex').readUInt32LE() : null;
  }
  return fields;
};

/** The service's clock and the first market's ledgers at each height. */
export const compareServiceAndLedgers = async (
  chain: ChainReader,
  sql: postgres.Sql,
  schema: string,
  heights: number[],
  overrides: Overrides,
): Promise<ItemResult[]> => {
  const results: ItemResult[] = [];
  for (const block of heights) {
    const entry = { id: 'service', fields: await readService(chain, block), rawKeys: [] };
    const row = await serviceRow(sql, schema, block);
    results.push(
      compareItem(SERVICE_ITEM, block, [entry], new Map(row ? [['service', row as Fields]] : []), new Set()),
    );
    const { entries, undecoded } = await chain.entries(MERCHANT_LEDGERS, block);
    if (undecoded.length > 0) throw new Error(`${MERCHANT_LEDGERS.name} at block ${block} cannot be decoded`);
    const ledgers = await ledgerRows(sql, schema, block);
    const rows = new Map(ledgers.map(({ id, ...fields }) => [id, fields as Fields]));
    const left = await chain.idsOf(MERCHANT_LEDGERS, overrides.at(block), block);
    // runtimes that no longer know the map cannot name what is left in it
    const known = entries.length > 0 || (await chain.knows(MERCHANT_LEDGERS, block));
    results.push(compareItem(MERCHANT_LEDGERS.name, block, entries, known ? rows : new Map(), left));
  }
  return results;
};
