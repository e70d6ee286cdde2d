import type { Runtime } from '../framework/runtime';
import { type Authorship, authorshipPallet } from './authorship';
import { type Balances, balancesPallet } from './balances';
import { type Session, sessionPallet } from './session';
import { type System, systemPallet } from './system';
import { type Timestamp, timestampPallet } from './timestamp';
import { type TransactionPayment, transactionPaymentPallet } from './transaction-payment';
import { type Treasury, treasuryPallet } from './treasury';

/** Every pallet by its runtime name in camelCase. */
export interface Pallets {
  readonly system: System;
  readonly timestamp: Timestamp;
  readonly balances: Balances;
  readonly transactionPayment: TransactionPayment;
  readonly authorship: Authorship;
  readonly session: Session;
  readonly treasury: Treasury;
}

export function installPallets(runtime: Runtime): Pallets {
  return {
    system: systemPallet(runtime),
    timestamp: timestampPallet(runtime),
    balances: balancesPallet(runtime),
    transactionPayment: transactionPaymentPallet(runtime),
    authorship: authorshipPallet(runtime),
    session: sessionPallet(runtime),
    treasury: treasuryPallet(runtime),
  };
}
