import { bool, type Decoded, type DecodedField, hex, int, list, optional, pick, rawHex, struct, text } from './decoded';
import { fileFields } from './file-fields';
import type { AnyJson } from './json';

/** A storage value in the one form both sides are brought to: plain strings, numbers, booleans, null and lists of them. */
export type Fields = Record<string, AnyJson>;

/** One key of a storage map as the chain has it at a block. */
export interface ChainEntry {
  /** what the index calls this row, the same on both sides */
  id: string;
  fields: Fields;
  /** raw storage keys this entry was made from; an override of any of them excuses the entry */
  rawKeys: string[];
}

/** How one storage map of the chain becomes comparable fields. */
export interface MapItem {
  /** name of the comparison, as printed */
  name: string;
  pallet: string;
  /** storage names by generation, those a spec does not have are passed over */
  items: string[];
  id(keyArgs: DecodedField[]): string;
  fields(value: Decoded, item: string): Fields;
}

const unlockChunks = (field: DecodedField): AnyJson =>
  list(field).map((chunk) => ({ value: text(pick(struct(chunk), 'value')), era: int(pick(struct(chunk), 'era')) }));

const first = (args: DecodedField[]): DecodedField => {
  const arg = args[0];
  if (!arg) throw new Error('a storage map key without an argument');
  return arg;
};
const account = (args: DecodedField[]) => first(args).toString();
const hexKey = (args: DecodedField[]) => first(args).toHex();
const eraStash = (args: DecodedField[]) => `${first(args).toString()}-${String(args[1])}`;
const scalar = (name: string) => (value: Decoded) => ({ [name]: text(value as unknown as DecodedField) });

const exposure = (value: Decoded): Fields => ({
  total: text(pick(value, 'total')),
  own: text(pick(value, 'own')),
  others: list(pick(value, 'others')).map((other) => ({
    guarantor: text(pick(struct(other), 'who')),
    value: text(pick(struct(other), 'value')),
  })),
});

/** Every map the index mirrors, in the order of the report. */
export const MAP_ITEMS: MapItem[] = [
  { name: 'Market.Files', pallet: 'market', items: ['files', 'filesV2'], id: hexKey, fields: fileFields },
  {
    name: 'Swork.WorkReports',
    pallet: 'swork',
    items: ['workReports'],
    id: hexKey,
    fields: (v) => ({
      reportSlot: text(pick(v, 'report_slot')),
      spower: text(pick(v, 'spower', 'used')),
      free: text(pick(v, 'free')),
      reportedFilesSizeBytes: text(pick(v, 'reported_files_size')),
      srdRoot: hex(pick(v, 'reported_srd_root')),
      filesRoot: hex(pick(v, 'reported_files_root')),
    }),
  },
  {
    name: 'Swork.Identities',
    pallet: 'swork',
    items: ['identities'],
    id: account,
    fields: (v) => ({
      anchor: hex(pick(v, 'anchor')),
      punishmentDeadline: text(pick(v, 'punishment_deadline')),
      owner: optional(v.group, String),
    }),
  },
  {
    name: 'Swork.PubKeys',
    pallet: 'swork',
    items: ['pubKeys'],
    id: hexKey,
    fields: (v) => ({ code: hex(pick(v, 'code')), anchor: optional(v.anchor, hex) }),
  },
  {
    name: 'Swork.Groups',
    pallet: 'swork',
    items: ['groups'],
    id: account,
    fields: (v) => ({
      members: list(pick(v, 'members')).map(String).sort(),
      allowlist: list(pick(v, 'allowlist')).map(String),
    }),
  },
  { name: 'Swork.Codes', pallet: 'swork', items: ['codes'], id: hexKey, fields: scalar('expireBlock') },
  { name: 'Staking.Bonded', pallet: 'staking', items: ['bonded'], id: account, fields: scalar('controller') },
  { name: 'Staking.StakeLimit', pallet: 'staking', items: ['stakeLimit'], id: account, fields: scalar('limit') },
  {
    name: 'Staking.Validators',
    pallet: 'staking',
    items: ['validators'],
    id: account,
    fields: (v) => ({ guaranteeFeePerbill: text(pick(v, 'fee', 'guarantee_fee')) }),
  },
  {
    name: 'Staking.Guarantors',
    pallet: 'staking',
    items: ['guarantors'],
    id: account,
    fields: (v) => ({
      total: text(pick(v, 'total')),
      submittedIn: int(pick(v, 'submitted_in')),
      suppressed: bool(pick(v, 'suppressed')),
      targets: list(pick(v, 'targets')).map((target) => ({
        validator: text(pick(struct(target), 'who')),
        value: text(pick(struct(target), 'value')),
      })),
    }),
  },
  {
    name: 'Staking.Ledger',
    pallet: 'staking',
    items: ['ledger'],
    id: account,
    fields: (v) => ({
      stash: text(pick(v, 'stash')),
      total: text(pick(v, 'total')),
      active: text(pick(v, 'active')),
      unlocking: unlockChunks(pick(v, 'unlocking')),
      claimedRewards: list(pick(v, 'claimed_rewards')).map(int),
    }),
  },
  { name: 'Staking.ErasStakers', pallet: 'staking', items: ['erasStakers'], id: eraStash, fields: exposure },
  {
    name: 'Staking.ErasStakersClipped',
    pallet: 'staking',
    items: ['erasStakersClipped'],
    id: eraStash,
    fields: (v) => ({
      guarantors: list(pick(v, 'others'))
        .map((other) => String(pick(struct(other), 'who')))
        .sort(),
    }),
  },
  {
    name: 'Staking.ErasValidatorPrefs',
    pallet: 'staking',
    items: ['erasValidatorPrefs'],
    id: eraStash,
    fields: (v) => ({ guaranteeFeePerbill: text(pick(v, 'fee', 'guarantee_fee')) }),
  },
  {
    name: 'Staking.ErasTotalStakes',
    pallet: 'staking',
    items: ['erasTotalStakes'],
    id: account,
    fields: scalar('totalStake'),
  },
  {
    name: 'Staking.ErasStakingPayout',
    pallet: 'staking',
    items: ['erasStakingPayout'],
    id: account,
    fields: scalar('stakingPayout'),
  },
  {
    name: 'Staking.ErasMarketPayout',
    pallet: 'staking',
    items: ['erasMarketPayout'],
    id: account,
    fields: scalar('marketPayout'),
  },
  {
    name: 'Staking.ErasAuthoringPayout',
    pallet: 'staking',
    items: ['erasAuthoringPayout'],
    id: eraStash,
    fields: scalar('authoringPayout'),
  },
  {
    name: 'Staking.ErasRewardPoints',
    pallet: 'staking',
    items: ['erasRewardPoints'],
    id: account,
    fields: (v) => ({
      total: int(pick(v, 'total')),
      individual: Object.fromEntries(
        [...(pick(v, 'individual') as unknown as Map<DecodedField, DecodedField>)]
          .map(([stash, points]) => [stash.toString(), int(points)] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    }),
  },
  {
    name: 'Benefits.MarketBenefits',
    pallet: 'benefits',
    items: ['marketBenefits'],
    id: account,
    fields: (v) => ({
      totalFunds: text(pick(v, 'total_funds')),
      activeFunds: text(pick(v, 'active_funds')),
      usedFeeReductionQuota: text(pick(v, 'used_fee_reduction_quota')),
      fileReward: text(pick(v, 'file_reward')),
      refreshedAt: int(pick(v, 'refreshed_at')),
      unlockingFunds: unlockChunks(pick(v, 'unlocking_funds')),
    }),
  },
  {
    name: 'Benefits.SworkBenefits',
    pallet: 'benefits',
    items: ['sworkBenefits'],
    id: account,
    fields: (v) => ({
      totalFunds: text(pick(v, 'total_funds')),
      activeFunds: text(pick(v, 'active_funds')),
      totalFeeReductionCount: int(pick(v, 'total_fee_reduction_count')),
      usedFeeReductionCount: int(pick(v, 'used_fee_reduction_count')),
      refreshedAt: int(pick(v, 'refreshed_at')),
      unlockingFunds: unlockChunks(pick(v, 'unlocking_funds')),
    }),
  },
  {
    name: 'Identity.SuperOf',
    pallet: 'identity',
    items: ['superOf'],
    id: account,
    fields: (v) => {
      const [superAccount, name] = list(v as unknown as DecodedField);
      return { superAccount: String(superAccount), nameData: rawHex(name as DecodedField) };
    },
  },
];
