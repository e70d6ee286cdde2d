import { writerPool } from '../../../codec/bytes';
import { blake2_256 } from '../../../codec/hash';
import { accountId, type Hex, vec } from '../../../codec/scale';

/** The account a set of signatories shares; `signatories` must be sorted. */
export const multisigAccount = (signatories: readonly Hex[], threshold: number): Hex =>
  writerPool((w) => {
    w.bytes(Buffer.from('modlpy/utilisuba'));
    vec(accountId).enc(w, signatories);
    w.u16(threshold);
    return blake2_256(w.toHex());
  });
