import type { BlockFacts } from '../decode/facts';
import { prefixOf } from '../scale/keys';
import { readAll } from '../scale/reader';
import { mayWriteRaw } from '../touch/unseen';
import type { RecordContext } from './context';

/** The block numbers by which the spower service's lag is told (crust-protocol §2.4, §9.1). */
const LAST_PROCESSED = prefixOf('Swork', 'LastProcessedBlockWorkReports');
const KEYS = {
  lastProcessedBlockWorkReports: LAST_PROCESSED,
  lastReplicasUpdateBlock: prefixOf('Market', 'LastReplicasUpdateBlock'),
  lastSpowerCalculateBlock: prefixOf('Market', 'LastSpowerCalculateBlock'),
  lastSpowerUpdateBlock: prefixOf('Swork', 'LastSpowerUpdateBlock'),
  spowerReadyPeriod: prefixOf('Market', 'SpowerReadyPeriod'),
};
const ALL = Object.values(KEYS);

const EVENTS = new Set([
  'market.UpdateReplicasSuccess',
  'market.CalculateSpowersSuccess',
  'market.SetSpowerReadyPeriodSuccess',
  'swork.UpdateSpowerSuccess',
]);
/** They may have written before they failed. */
const CALLS = new Set([
  'market.update_replicas',
  'market.calculate_spowers',
  'market.set_spower_ready_period',
  'swork.update_spower',
]);

const servicePassed = ({ events, extrinsics }: BlockFacts): boolean =>
  events.some(({ pallet, name }) => EVENTS.has(`${pallet}.${name}`)) ||
  extrinsics.some(({ calls }) => calls.some(({ pallet, call }) => CALLS.has(`${pallet}.${call}`)));

/** Keys of the service's clock that the block may have written. The first report with files sets the first one. */
export const serviceValueKeys = (facts: BlockFacts, rebase: boolean): string[] => {
  if (rebase || servicePassed(facts) || mayWriteRaw(facts)) return ALL;
  if (facts.spec < 23) return [];
  const queued = facts.events.some(({ pallet, name }) => pallet === 'swork' && name === 'QueueWorkReportSuccess');
  return queued ? [LAST_PROCESSED] : [];
};

/** Brings the service's one row to what the chain stores. */
export const reduceService = async ({ reader, changes }: RecordContext): Promise<void> => {
  const read = Object.entries(KEYS).filter(([, key]) => reader.wasRead(key));
  if (read.length === 0) return;
  const fields = Object.fromEntries(
    read.map(([field, key]) => {
      const raw = reader.now(key);
      return [field, raw === null ? undefined : readAll(raw, (r) => r.u32())];
    }),
  );
  await changes.patch('SpowerService', { id: 'service' }, fields);
};
