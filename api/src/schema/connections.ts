import type { ObjectRef } from '@pothos/core';
import { builder } from '../builder';
import * as refs from './refs';

type Types = (typeof builder)['$inferSchemaTypes'];

/** One connection type per object type, used by every list of it. Counted ones also say how long the whole list is. */
const connection = <Node>(name: string, type: ObjectRef<Types, Node>) =>
  builder.connectionObject({ type, name: `${name}Connection` }, { name: `${name}Edge` });

export const counted = <Node>(name: string, type: ObjectRef<Types, Node>) =>
  builder.connectionObject(
    {
      type,
      name: `${name}Connection`,
      fields: (t) => ({
        totalCount: t.int({ complexity: 5, resolve: (page) => page.totalCount() }),
      }),
    },
    { name: `${name}Edge` },
  );

export const Activities = connection('AccountActivity', refs.ActivityRef);
export const SubIdentities = counted('SubIdentity', refs.SubIdentityRef);
export const Blocks = connection('Block', refs.BlockRef);
export const Extrinsics = connection('Extrinsic', refs.ExtrinsicRef);
export const Events = connection('Event', refs.EventRef);
export const Sessions = connection('Session', refs.SessionRef);
export const Files = counted('File', refs.FileRef);
export const Replicas = connection('Replica', refs.ReplicaRef);
export const FileEvents = connection('FileEvent', refs.FileEventRef);
export const Orders = connection('StorageOrder', refs.OrderRef);
export const Prices = connection('DsmPrice', refs.PriceRef);
export const Merchants = counted('Merchant', refs.MerchantRef);
export const SworkBenefits = counted('SworkBenefit', refs.SworkBenefitRef);
export const MerchantPayments = connection('MerchantPayment', refs.MerchantPaymentRef);
export const Groups = counted('Group', refs.GroupRef);
export const GroupMembers = counted('GroupMember', refs.GroupMemberRef);
export const Sworkers = counted('Sworker', refs.SworkerRef);
export const SworkIdentities = counted('SworkIdentity', refs.SworkIdentityRef);
export const EnclaveKeys = counted('EnclaveKey', refs.EnclaveKeyRef);
export const SworkerCodes = counted('SworkerCode', refs.SworkerCodeRef);
export const SlotReports = connection('SlotReport', refs.SlotReportRef);
export const ReportedFiles = counted('ReportedFile', refs.ReportedFileRef);
export const SlotSummaries = connection('SlotSummary', refs.SlotSummaryRef);
export const Validators = counted('Validator', refs.ValidatorRef);
export const Candidates = counted('Candidate', refs.CandidateRef);
export const BondedAccounts = counted('Bonded', refs.BondedRef);
export const Ledgers = counted('Ledger', refs.LedgerRef);
export const StakeLimits = counted('StakeLimit', refs.StakeLimitRef);
export const Slashes = connection('SlashRecord', refs.SlashRef);
export const Guarantors = counted('Guarantor', refs.GuarantorRef);
export const Guarantees = counted('Guarantee', refs.GuaranteeRef);
export const Eras = counted('Era', refs.EraRef);
export const ValidatorEras = counted('ValidatorEra', refs.ValidatorEraRef);
export const GuarantorEras = counted('GuarantorEra', refs.GuarantorEraRef);
export const Rewards = connection('RewardPayment', refs.RewardRef);
export const Settlements = counted('Settlement', refs.SettlementRef);
export const WaitingFiles = counted('WaitingFile', refs.WaitingFileRef);
export const PickupOwners = counted('PickupOwner', refs.PickupOwnerRef);
