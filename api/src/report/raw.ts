import type { Hex } from '@moho/protocol/base';
import { account, bytes, encoded, option, u32, u64 } from '../receipt/scale';
import type { EnclaveKeyRow, SworkerCodeRow, SworkerRow, SworkIdentityRow } from './sql';

/** Stored values of pallet swork, from their rows (crust-protocol §1.4). */

export const encodeWorkReport = (s: SworkerRow): Hex =>
  encoded(
    u64(s.reportSlot),
    u64(s.spower),
    u64(s.free),
    u64(s.reportedFilesSizeBytes),
    bytes(s.srdRoot),
    bytes(s.filesRoot),
  );

export const encodeIdentity = (i: SworkIdentityRow): Hex =>
  encoded(bytes(i.anchor), u64(i.punishmentDeadline), option(i.owner, account));

export const encodeEnclaveKey = (k: EnclaveKeyRow): Hex => encoded(bytes(k.code), option(k.anchor, bytes));

export const encodeCode = (c: SworkerCodeRow): Hex => encoded(u32(c.expireBlock));
