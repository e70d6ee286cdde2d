import type { Seen, View } from '../database/view';
import { type ReceiptNode, storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { encodeLedger, encodePrefs, encodeStakeLimit } from './raw';
import type { LedgerRow, StakeLimitRow, ValidatorRow } from './sql';

/** Staking.Validators: the candidate's preferences, or nothing for a stash that is none. */
export const candidateReceipt = ({ id, view, sinceBlock, guaranteeFeePerbill: fee }: Seen<ValidatorRow>): ReceiptNode =>
  storageReceipt(view, items.validator(id), sinceBlock, () => (fee === null ? null : encodePrefs(fee)));

export const stakeLimitReceipt = (
  view: View,
  stash: string,
  row: Pick<StakeLimitRow, 'limit' | 'sinceBlock'> | null,
): ReceiptNode =>
  storageReceipt(view, items.stakeLimit(stash), row?.sinceBlock ?? null, () =>
    row === null ? null : encodeStakeLimit(row.limit),
  );

export const ledgerReceipt = (ledger: Seen<LedgerRow>): ReceiptNode =>
  storageReceipt(ledger.view, items.ledger(ledger.id), ledger.sinceBlock, () => encodeLedger(ledger));
