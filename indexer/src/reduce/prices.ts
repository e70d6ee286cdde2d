import { readAll } from '../scale/reader';
import { row } from '../write/entities';
import type { RecordContext } from './context';
import { ADDED_FILES_COUNT, BYTE_FEE, FILE_BASE_FEE, FILE_KEYS_COUNT, KEYS_FEE, ORDERS_COUNT } from './values';

/** Defaults of the storage items, all specs (runtime-details §2.8): a fee nobody has set yet has no key. */
const DEFAULT_BYTE_FEE = 10_000n;
const DEFAULT_KEYS_FEE = 1_000_000n;

export interface Prices {
  baseFee: bigint;
  byteFee: bigint;
  keysFee: bigint;
}

const pricesFrom = (raw: (key: string) => string | null, spec: number): Prices => {
  const amount = (key: string, fallback: bigint): bigint => {
    const value = raw(key);
    return value === null ? fallback : readAll(value, (r) => r.u128());
  };
  return {
    baseFee: amount(FILE_BASE_FEE, 0n),
    byteFee: amount(BYTE_FEE(spec), DEFAULT_BYTE_FEE),
    keysFee: amount(KEYS_FEE(spec), DEFAULT_KEYS_FEE),
  };
};

/** The three fees as of the end of the block; undefined when they were not read. */
export const readPrices = ({ reader, facts: { spec } }: Pick<RecordContext, 'reader' | 'facts'>): Prices | undefined =>
  reader.wasRead(FILE_BASE_FEE) ? pricesFrom(reader.now, spec) : undefined;

/** The three fees before the block; undefined where they are not remembered. */
export const readPricesBefore = ({
  reader,
  facts: { spec },
}: Pick<RecordContext, 'reader' | 'facts'>): Prices | undefined => {
  const keys = [FILE_BASE_FEE, BYTE_FEE(spec), KEYS_FEE(spec)];
  if (keys.some((key) => reader.beforeRaw(key) === undefined)) return undefined;
  return pricesFrom((key) => reader.beforeRaw(key) ?? null, spec);
};

/** One row for each block at which a fee or a counter moved (crust-protocol §6.3: the steps have no event). */
export const reducePrices = (context: RecordContext): void => {
  const { facts, reader, changes } = context;
  const { spec, number, time } = facts;
  const prices = readPrices(context);
  if (!prices) return;
  const keys: [field: string, key: string][] = [
    ['baseFee', FILE_BASE_FEE],
    ['byteFee', BYTE_FEE(spec)],
    ['keysFee', KEYS_FEE(spec)],
    ['fileKeysCount', FILE_KEYS_COUNT(spec)],
  ];
  if (spec >= 3) keys.push(['ordersCount', ORDERS_COUNT], ['addedFilesCount', ADDED_FILES_COUNT]);
  if (keys.every(([, key]) => reader.beforeRaw(key) === reader.now(key))) return;
  const count = (key: string): number => {
    const raw = reader.now(key);
    return raw === null ? 0 : readAll(raw, (r) => r.u32());
  };
  changes.put(
    row('DsmPrice', {
      id: String(number),
      block: number,
      time,
      ...prices,
      fileKeysCount: count(FILE_KEYS_COUNT(spec)),
      ordersCount: spec < 3 ? undefined : count(ORDERS_COUNT),
      addedFilesCount: spec < 3 ? undefined : count(ADDED_FILES_COUNT),
      unset: keys.filter(([, key]) => reader.now(key) === null).map(([field]) => field),
    }),
  );
};
