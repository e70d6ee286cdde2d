import { storagePrefix, twox64 } from '../../../codec/hash';
import { encodeHex, type Hex, u32 } from '../../../codec/scale';
import type { Chain } from '../chain';
import type { EventRecord } from '../framework/events';

type Item = readonly [pallet: string, item: string];
const item = (pallet: string, name: string): Item => [pallet, name];
const STAKING = (name: string) => item('Staking', name);
const SWORK = (name: string) => item('Swork', name);
const MARKET = (name: string) => item('Market', name);
const ACCOUNT = item('System', 'Account');

/**
 * Of which storage item a block must have written a key when it has this event: no event without its write.
 * Events that may come without one are missing here, each for its reason: `CalculateSuccess` and `FileSuccess` rewrite
 * a row that may stay the same; batches, multisig results and dispatched calls say what others did.
 */
export const WRITES: Readonly<Record<string, Item>> = {
  'Balances.Transfer': ACCOUNT,
  'Balances.Endowed': ACCOUNT,
  'Balances.DustLost': ACCOUNT,
  'Balances.Reserved': ACCOUNT,
  'Balances.Unreserved': ACCOUNT,
  'System.NewAccount': ACCOUNT,
  'System.KilledAccount': ACCOUNT,
  'Treasury.Deposit': ACCOUNT,
  'Treasury.Proposed': item('Treasury', 'ProposalCount'),
  'Treasury.Rejected': item('Treasury', 'Proposals'),
  'Session.NewSession': item('Session', 'CurrentIndex'),
  'ImOnline.HeartbeatReceived': item('ImOnline', 'ReceivedHeartbeats'),
  'Offences.Offence': item('Offences', 'Reports'),
  'Scheduler.Scheduled': item('Scheduler', 'Agenda'),
  'Scheduler.Canceled': item('Scheduler', 'Agenda'),
  'Scheduler.Dispatched': item('Scheduler', 'Agenda'),
  'Multisig.NewMultisig': item('Multisig', 'Multisigs'),
  'Multisig.MultisigExecuted': item('Multisig', 'Multisigs'),
  'Identity.IdentitySet': item('Identity', 'IdentityOf'),
  'Staking.EraReward': STAKING('ErasStakingPayout'),
  'Staking.Slash': STAKING('Ledger'),
  'Staking.Reward': STAKING('Ledger'),
  'Staking.Unbonded': STAKING('Ledger'),
  'Staking.Withdrawn': ACCOUNT,
  'Staking.GuaranteeSuccess': STAKING('Guarantors'),
  'Staking.CutGuaranteeSuccess': STAKING('Guarantors'),
  'Staking.UpdateStakeLimitSuccess': SWORK('CurrentReportSlot'),
  'Swork.RegisterSuccess': SWORK('PubKeys'),
  'Swork.WorksReportSuccess': SWORK('ReportedInSlot'),
  'Swork.ABUpgradeSuccess': SWORK('PubKeys'),
  'Swork.CreateGroupSuccess': SWORK('Groups'),
  'Swork.JoinGroupSuccess': SWORK('Groups'),
  'Swork.QuitGroupSuccess': SWORK('Groups'),
  'Swork.KickOutSuccess': SWORK('Groups'),
  'Swork.RemoveCodeSuccess': SWORK('Codes'),
  'Swork.UpdateSpowerSuccess': SWORK('LastSpowerUpdateBlock'),
  'Market.FileClosed': MARKET('FilesV2'),
  'Market.IllegalFileClosed': MARKET('FilesV2'),
  'Market.RenewFileSuccess': MARKET('FilesV2'),
  'Market.UpdateReplicasSuccess': MARKET('LastReplicasUpdateBlock'),
  'Market.CalculateSpowersSuccess': MARKET('LastSpowerCalculateBlock'),
  'Market.RewardMerchantSuccess': item('Benefits', 'MarketBenefits'),
};

/** Events of the last block whose write is missing. */
export function eventsWithoutWrite(chain: Chain): string[] {
  const block = chain.head();
  const written = new Set(chain.history.changedKeys(block).map((key) => key.slice(0, 66)));
  const missing = (event: EventRecord) => {
    const place = WRITES[`${event.pallet}.${event.name}`];
    return place !== undefined && !written.has(storagePrefix(...place));
  };
  return chain.runtime.events.records.filter(missing).map((e) => `${e.pallet}.${e.name}`);
}

/** A report that was accepted must stand under its own anchor and slot; a closed file must be gone. */
export function eventsThatLie(chain: Chain): string[] {
  const { market, swork } = chain.runtime.pallets;
  const found: string[] = [];
  for (const { pallet, name, args } of chain.runtime.events.records) {
    const full = `${pallet}.${name}`;
    if (/^Market\.(Illegal)?FileClosed$/.test(full) && market.storage.files.has(args[0] as Hex)) found.push(full);
    if (full === 'Swork.RegisterSuccess' && !swork.storage.pubKeys.has(args[1] as Hex)) found.push(full);
    if (full === 'Session.NewSession' && args[0] !== chain.runtime.pallets.session.currentIndex()) found.push(full);
    if (full === 'Staking.EraReward' && !hasEraPayout(chain, args[0] as number)) found.push(full);
  }
  return found;
}

function hasEraPayout(chain: Chain, era: number): boolean {
  const encoded = encodeHex(u32, era);
  const key: Hex = `${storagePrefix('Staking', 'ErasStakingPayout')}${twox64(encoded).slice(2)}${encoded.slice(2)}`;
  return chain.history.get(key, chain.head()) !== null;
}
