/**
 * Everything two Crust chains may set differently in time and length, so that no rule carries a literal.
 * Lengths are blocks unless the name says otherwise; offsets are block numbers modulo `slotBlocks`.
 * Mainnet's values: crust runtime constants (`swork::REPORT_SLOT`, `UPDATE_OFFSET`, `END_OFFSET`, market `FileDuration`).
 */
export interface ChainProfile {
  name: string;
  /** length of a report slot */
  slotBlocks: number;
  /** first block of the identity sweep, from spec 23 on */
  sweepOffset: number;
  /** first block of the identity sweep, up to spec 22 */
  sweepOffsetBefore23: number;
  /** base-fee step (mainnet 578) */
  baseTickOffset: number;
  /** byte- and keys-fee step (mainnet 597) */
  feeTickOffset: number;
  /** block at which an unfinished sweep is closed (mainnet 599) */
  stopOffset: number;
  /** BABE slots in a session */
  sessionBlocks: number;
  sessionsPerEra: number;
  fileDurationBlocks: number;
  spowerReadyBlocks: number;
  /** identities visited per block of a sweep */
  sweepBatch: number;
  /** how long ReportedInSlot rows are kept */
  historySlotDepth: number;
  /** target time of a block */
  blockTimeMs: number;
}

export const MAINNET_PROFILE: ChainProfile = {
  name: 'mainnet',
  slotBlocks: 600,
  sweepOffset: 500,
  sweepOffsetBefore23: 400,
  baseTickOffset: 578,
  feeTickOffset: 597,
  stopOffset: 599,
  sessionBlocks: 600,
  sessionsPerEra: 6,
  fileDurationBlocks: 2_592_000,
  spowerReadyBlocks: 1_296_000,
  sweepBatch: 500,
  historySlotDepth: 3600,
  blockTimeMs: 6000,
};

/** The local chain's default: everything shortened so that files mature and expire and eras close within minutes. */
export const DEVNET_PROFILE: ChainProfile = {
  name: 'devnet',
  slotBlocks: 30,
  sweepOffset: 25,
  sweepOffsetBefore23: 20,
  baseTickOffset: 8,
  feeTickOffset: 27,
  stopOffset: 29,
  sessionBlocks: 33,
  sessionsPerEra: 6,
  fileDurationBlocks: 900,
  spowerReadyBlocks: 450,
  sweepBatch: 500,
  historySlotDepth: 180,
  blockTimeMs: 6000,
};

export const CHAIN_PROFILES: Record<string, ChainProfile> = { mainnet: MAINNET_PROFILE, devnet: DEVNET_PROFILE };
