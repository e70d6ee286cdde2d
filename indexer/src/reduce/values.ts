import type { ChainProfile } from '@moho/protocol/base';
import { LAST_PENDING_FILES_SPEC } from '@moho/protocol/pending-files';
import type { BlockFacts } from '../decode/facts';
import { prefixOf } from '../scale/keys';
import { mayStepFees, PENDING_FILES } from '../touch/slots';

/** Single storage values that records are made of. */
const market = (item: string): string => prefixOf('Market', item);
const swork = (item: string): string => prefixOf('Swork', item);

export const FILE_BASE_FEE = market('FileBaseFee');
export const CURRENT_REPORT_SLOT = swork('CurrentReportSlot');
export const ENABLE_PUNISHMENT = swork('EnablePunishment');
export const FREE = swork('Free');
export const REPORTED_FILES_SIZE = swork('ReportedFilesSize');
/** `Used` until spec 2 */
export const SPOWER = (spec: number): string => swork(spec < 3 ? 'Used' : 'Spower');
export const BYTE_FEE = (spec: number): string => market(spec < 3 ? 'FilePrice' : 'FileByteFee');
export const KEYS_FEE = (spec: number): string => market(spec < 3 ? 'FilesCountPrice' : 'FileKeysCountFee');
export const FILE_KEYS_COUNT = (spec: number): string => market(spec < 3 ? 'FilesCount' : 'FileKeysCount');
export const ORDERS_COUNT = market('OrdersCount');
export const ADDED_FILES_COUNT = swork('AddedFilesCount');

export const priceKeys = (spec: number): string[] => [
  FILE_BASE_FEE,
  BYTE_FEE(spec),
  KEYS_FEE(spec),
  FILE_KEYS_COUNT(spec),
  ...(spec < 3 ? [] : [ORDERS_COUNT, ADDED_FILES_COUNT]),
];

const PRICE_PALLETS = new Set(['market', 'swork']);
/** Calls of these may run a fee setter that has no event. */
const ROOT_PALLETS = new Set(['sudo', 'scheduler', 'democracy', 'council', 'technicalCommittee']);

const mayMovePrices = (facts: BlockFacts): boolean =>
  facts.events.some((event) => PRICE_PALLETS.has(event.pallet) || ROOT_PALLETS.has(event.pallet)) ||
  facts.extrinsics.some(({ calls }) =>
    calls.some((call) => PRICE_PALLETS.has(call.pallet) && call.call !== 'report_works'),
  );

export const endsSweep = (facts: BlockFacts): boolean =>
  facts.events.some((event) => event.pallet === 'staking' && event.name === 'UpdateStakeLimitSuccess');

/** True where root says whether misses are punished. */
export const switchesPunishment = (facts: BlockFacts): boolean =>
  facts.events.some((event) => event.pallet === 'swork' && event.name === 'SetPunishmentSuccess');

/** Values to read with the block's first round. */
export const recordValueKeys = (facts: BlockFacts, rebase: boolean, profile: ChainProfile): string[] => {
  const { spec, number } = facts;
  const keys: string[] = [];
  const market = mayMovePrices(facts);
  if (rebase || market || mayStepFees(number, spec, profile)) keys.push(...priceKeys(spec));
  if ((rebase || market) && spec <= LAST_PENDING_FILES_SPEC) keys.push(PENDING_FILES);
  if (switchesPunishment(facts)) keys.push(ENABLE_PUNISHMENT);
  if (rebase || endsSweep(facts)) {
    keys.push(CURRENT_REPORT_SLOT, ENABLE_PUNISHMENT, FREE, SPOWER(spec), REPORTED_FILES_SIZE);
  }
  return keys;
};
