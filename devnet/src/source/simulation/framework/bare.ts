import type { Codec, Hex } from '../../../codec/scale';
import type { Call } from './dispatch';
import { type SignedExtrinsic, unsignedExtrinsic } from './extrinsic';

/** An extrinsic nobody signed: its call must vouch for itself (heartbeats). It pays no fee. */
export interface BareExtrinsic {
  readonly encoded: Hex;
  readonly length: number;
  readonly call: Call;
  readonly signer?: undefined;
}
export type Extrinsic = SignedExtrinsic | BareExtrinsic;

export function bareExtrinsic(callCodec: Codec<Call>, call: Call): BareExtrinsic {
  const encoded = unsignedExtrinsic(callCodec, call);
  return { encoded, length: (encoded.length - 2) / 2, call };
}
