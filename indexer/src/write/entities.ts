import type * as Entities from '../types';

/** Rows as the generated models declare them, without their methods. */
export interface EntityMap {
  Account: Entities.Account;
  AccountActivity: Entities.AccountActivity;
  Block: Entities.Block;
  Bonded: Entities.Bonded;
  DsmPrice: Entities.DsmPrice;
  EnclaveKey: Entities.EnclaveKey;
  EraElection: Entities.EraElection;
  EraPool: Entities.EraPool;
  EraStat: Entities.EraStat;
  Event: Entities.Event;
  Extrinsic: Entities.Extrinsic;
  File: Entities.File;
  FileEvent: Entities.FileEvent;
  Group: Entities.Group;
  GroupMember: Entities.GroupMember;
  Guarantee: Entities.Guarantee;
  Guarantor: Entities.Guarantor;
  GuarantorEra: Entities.GuarantorEra;
  IndexCursor: Entities.IndexCursor;
  LaterFile: Entities.LaterFile;
  Ledger: Entities.Ledger;
  Merchant: Entities.Merchant;
  MerchantLedger: Entities.MerchantLedger;
  MerchantPayment: Entities.MerchantPayment;
  PotMovement: Entities.PotMovement;
  Replica: Entities.Replica;
  ReportedFile: Entities.ReportedFile;
  Reporter: Entities.Reporter;
  RewardPayment: Entities.RewardPayment;
  RuntimeSpec: Entities.RuntimeSpec;
  Session: Entities.Session;
  SlashRecord: Entities.SlashRecord;
  SpowerService: Entities.SpowerService;
  SlotReport: Entities.SlotReport;
  SlotSummary: Entities.SlotSummary;
  StakeLimit: Entities.StakeLimit;
  StorageOrder: Entities.StorageOrder;
  StoragePot: Entities.StoragePot;
  SubIdentity: Entities.SubIdentity;
  SweepBatch: Entities.SweepBatch;
  SweepRoster: Entities.SweepRoster;
  SworkBenefit: Entities.SworkBenefit;
  SworkIdentity: Entities.SworkIdentity;
  Sworker: Entities.Sworker;
  SworkerCode: Entities.SworkerCode;
  UnappliedSlash: Entities.UnappliedSlash;
  Validator: Entities.Validator;
  ValidatorEra: Entities.ValidatorEra;
}

export type EntityName = keyof EntityMap;

type Methods<T> = { [K in keyof T]: T[K] extends (...args: never[]) => unknown ? K : never }[keyof T];
/** Plain fields of an entity. */
export type Fields<E extends EntityName> = Omit<EntityMap[E], Methods<EntityMap[E]> | '_name'>;

/** One row of one entity. */
export interface Row<E extends EntityName = EntityName> {
  entity: E;
  fields: Fields<E> & { id: string };
}

export const row = <E extends EntityName>(entity: E, fields: Fields<E> & { id: string }): Row<E> => ({
  entity,
  fields,
});
