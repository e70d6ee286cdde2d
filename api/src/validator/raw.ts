import type { Hex } from '@moho/protocol/base';
import { readChunks } from '../market/load';
import { account, compact, encoded, join, u32, u128, vec } from '../receipt/scale';
import type { LedgerRow } from './sql';

/** Stored values of pallet staking, from their rows (crust-protocol §1.10). */

export const encodePrefs = (guaranteeFeePerbill: number): Hex => encoded(compact(guaranteeFeePerbill));

export const encodeStakeLimit = (limit: string): Hex => encoded(u128(limit));

export const encodeBonded = (controller: string): Hex => encoded(account(controller));

export const encodeUnlocking = (json: string): Uint8Array =>
  vec(readChunks(json), ({ value, era }) => join(compact(value), compact(era)));

export const encodeLedger = (l: LedgerRow): Hex =>
  encoded(
    account(l.stash),
    compact(l.total),
    compact(l.active),
    encodeUnlocking(l.unlocking),
    vec(l.claimedRewards, u32),
  );
