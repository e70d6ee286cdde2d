import type { Runtime } from '../framework/runtime';
import { type Authorship, authorshipPallet } from './authorship';
import { type Balances, balancesPallet } from './balances';
import { type Benefits, benefitsPallet } from './benefits/benefits';
import { type Claims, claimsPallet } from './claims';
import { type Code, codePallet } from './code';
import {
  type AuthorityDiscovery,
  authorityDiscoveryPallet,
  type Babe,
  babePallet,
  type Grandpa,
  grandpaPallet,
} from './finality';
import { type Identity, identityPallet } from './identity/identity';
import { type ImOnline, imOnlinePallet } from './im-online';
import { type Indices, indicesPallet } from './indices';
import { type Locks, locksPallet } from './locks';
import { type Market, marketPallet } from './market/market';
import { type Multisig, multisigPallet } from './multisig';
import { type Offences, offencesPallet } from './offences';
import { type Scheduler, schedulerPallet } from './scheduler';
import { type Session, sessionPallet } from './session';
import { type Staking, stakingPallet } from './staking';
import { type Sudo, sudoPallet } from './sudo';
import { type Swork, sworkPallet } from './swork/swork';
import { type System, systemPallet } from './system';
import { type Timestamp, timestampPallet } from './timestamp';
import { type TransactionPayment, transactionPaymentPallet } from './transaction-payment';
import { type Treasury, treasuryPallet } from './treasury';
import { type Utility, utilityPallet } from './utility';

/** Every pallet by its runtime name in camelCase. */
export interface Pallets {
  readonly system: System;
  readonly code: Code;
  readonly timestamp: Timestamp;
  readonly balances: Balances;
  readonly transactionPayment: TransactionPayment;
  readonly authorship: Authorship;
  readonly session: Session;
  readonly treasury: Treasury;
  readonly utility: Utility;
  readonly identity: Identity;
  readonly swork: Swork;
  readonly market: Market;
  readonly benefits: Benefits;
  readonly multisig: Multisig;
  readonly staking: Staking;
  readonly babe: Babe;
  readonly grandpa: Grandpa;
  readonly authorityDiscovery: AuthorityDiscovery;
  readonly imOnline: ImOnline;
  readonly offences: Offences;
  readonly scheduler: Scheduler;
  readonly locks: Locks;
  readonly indices: Indices;
  readonly claims: Claims;
  readonly sudo: Sudo;
}

/** Makes every pallet; they look each other up when they run. */
export function installPallets(runtime: Runtime): Pallets {
  const pallets: Pallets = {
    system: systemPallet(runtime),
    code: codePallet(runtime),
    timestamp: timestampPallet(runtime),
    balances: balancesPallet(runtime),
    transactionPayment: transactionPaymentPallet(runtime),
    authorship: authorshipPallet(runtime),
    session: sessionPallet(runtime),
    treasury: treasuryPallet(runtime),
    utility: utilityPallet(runtime),
    identity: identityPallet(runtime),
    swork: sworkPallet(runtime),
    market: marketPallet(runtime),
    benefits: benefitsPallet(runtime),
    multisig: multisigPallet(runtime),
    staking: stakingPallet(runtime),
    babe: babePallet(runtime),
    grandpa: grandpaPallet(runtime),
    authorityDiscovery: authorityDiscoveryPallet(runtime),
    imOnline: imOnlinePallet(runtime),
    offences: offencesPallet(runtime),
    scheduler: schedulerPallet(runtime),
    locks: locksPallet(runtime),
    indices: indicesPallet(runtime),
    claims: claimsPallet(runtime),
    sudo: sudoPallet(runtime),
  };
  pallets.transactionPayment.waiveWith(pallets.benefits.waiver);
  return pallets;
}
