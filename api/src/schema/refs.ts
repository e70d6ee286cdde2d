import type { ActivityRow, SubIdentityRow } from '../account/sql';
import type { BlockRow, EventRow, ExtrinsicRow, SessionRow } from '../block/sql';
import { builder } from '../builder';
import type { Seen, View } from '../database/view';
import type { CandidateNode } from '../desk/node';
import type { EraRow, GuarantorEraRow, RewardRow, ValidatorEraRow } from '../era/sql';
import type { FileEventRow } from '../file/event/sql';
import type { FileNode } from '../file/load';
import type { ReplicaRow } from '../file/sql';
import type { GroupMemberRow, GroupRow } from '../group/sql';
import type { GuaranteeRow, GuarantorRow } from '../guarantor/sql';
import type { MerchantPaymentRow, MerchantRow, OrderRow, PriceRow, SworkBenefitRow } from '../market/sql';
import type { ReportedFileNode } from '../report/content/files';
import type {
  EnclaveKeyRow,
  SlotReportRow,
  SlotSummaryRow,
  SworkerCodeRow,
  SworkerRow,
  SworkIdentityRow,
} from '../report/sql';
import type { SettlementRow } from '../settle/sql';
import type { RuntimeSpecRow } from '../status/sql';
import type { BondedRow, LedgerRow, SlashRow, StakeLimitRow, ValidatorRow } from '../validator/sql';
import type { PickupOwnerRow, WaitingRow } from '../waiting/sql';

/** References to every object type, apart from their fields, so that types can name each other without import cycles. */

/** An account in a view; everything else is loaded when asked for. */
export interface AccountNode {
  id: string;
  view: View;
}

export const AccountRef = builder.objectRef<AccountNode>('Account');
export const ActivityRef = builder.objectRef<Seen<ActivityRow>>('AccountActivity');
export const SubIdentityRef = builder.objectRef<Seen<SubIdentityRow>>('SubIdentity');
export const BlockRef = builder.objectRef<Seen<BlockRow>>('Block');
export const ExtrinsicRef = builder.objectRef<Seen<ExtrinsicRow>>('Extrinsic');
export const EventRef = builder.objectRef<Seen<EventRow>>('Event');
export const SessionRef = builder.objectRef<Seen<SessionRow>>('Session');
export const RuntimeSpecRef = builder.objectRef<Seen<RuntimeSpecRow>>('RuntimeSpec');
export const FileRef = builder.objectRef<FileNode>('File');
export const ReplicaRef = builder.objectRef<Seen<ReplicaRow>>('Replica');
export const FileEventRef = builder.objectRef<Seen<FileEventRow>>('FileEvent');
export const OrderRef = builder.objectRef<Seen<OrderRow>>('StorageOrder');
export const PriceRef = builder.objectRef<Seen<PriceRow>>('DsmPrice');
export const MerchantRef = builder.objectRef<Seen<MerchantRow>>('Merchant');
export const SworkBenefitRef = builder.objectRef<Seen<SworkBenefitRow>>('SworkBenefit');
export const MerchantPaymentRef = builder.objectRef<Seen<MerchantPaymentRow>>('MerchantPayment');
export const GroupRef = builder.objectRef<Seen<GroupRow>>('Group');
export const GroupMemberRef = builder.objectRef<Seen<GroupMemberRow>>('GroupMember');
export const SworkerRef = builder.objectRef<Seen<SworkerRow>>('Sworker');
export const SworkIdentityRef = builder.objectRef<Seen<SworkIdentityRow>>('SworkIdentity');
export const EnclaveKeyRef = builder.objectRef<Seen<EnclaveKeyRow>>('EnclaveKey');
export const SworkerCodeRef = builder.objectRef<Seen<SworkerCodeRow>>('SworkerCode');
export const SlotReportRef = builder.objectRef<Seen<SlotReportRow>>('SlotReport');
export const ReportedFileRef = builder.objectRef<ReportedFileNode>('ReportedFile');
export const SlotSummaryRef = builder.objectRef<Seen<SlotSummaryRow>>('SlotSummary');
export const ValidatorRef = builder.objectRef<Seen<ValidatorRow>>('Validator');
export const BondedRef = builder.objectRef<Seen<BondedRow>>('Bonded');
export const LedgerRef = builder.objectRef<Seen<LedgerRow>>('Ledger');
export const StakeLimitRef = builder.objectRef<Seen<StakeLimitRow>>('StakeLimit');
export const SlashRef = builder.objectRef<Seen<SlashRow>>('SlashRecord');
export const CandidateRef = builder.objectRef<CandidateNode>('Candidate');
export const GuarantorRef = builder.objectRef<Seen<GuarantorRow>>('Guarantor');
export const GuaranteeRef = builder.objectRef<Seen<GuaranteeRow>>('Guarantee');
export const EraRef = builder.objectRef<Seen<EraRow>>('Era');
export const ValidatorEraRef = builder.objectRef<Seen<ValidatorEraRow>>('ValidatorEra');
export const GuarantorEraRef = builder.objectRef<Seen<GuarantorEraRow>>('GuarantorEra');
export const RewardRef = builder.objectRef<Seen<RewardRow>>('RewardPayment');
export const SettlementRef = builder.objectRef<Seen<SettlementRow>>('Settlement');
export const WaitingFileRef = builder.objectRef<Seen<WaitingRow>>('WaitingFile');
export const PickupOwnerRef = builder.objectRef<Seen<PickupOwnerRow>>('PickupOwner');
