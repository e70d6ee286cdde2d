import type { Hex } from '../../codec/scale';
import type { SubmitResult } from '../source';
import type { Chain } from './chain';
import { decodeExtrinsic, extrinsicHash, refuse, type SignedExtrinsic } from './framework/extrinsic';

/** Submitted extrinsics on their way into a block. */
export interface Pool {
  submit(encoded: Hex): SubmitResult;
  /** what the next block can take, each account's in nonce order */
  ready(): SignedExtrinsic[];
  pending(): Hex[];
  /** forgets what a block took or what can never be taken any more */
  prune(): void;
  nextNonce(account: Hex): number;
}

export function createPool(chain: Chain): Pool {
  let waiting: SignedExtrinsic[] = [];
  const nonceOf = (account: Hex) => chain.runtime.pallets.system.account.get(account).nonce;
  const refused = ({ code, message }: { code: number; message: string }): SubmitResult => ({
    ok: false,
    code,
    message,
  });

  function readyOf(account: Hex): SignedExtrinsic[] {
    const own = waiting.filter((x) => x.signer === account).sort((a, b) => a.nonce - b.nonce);
    const start = nonceOf(account);
    return own.filter((x, i) => x.nonce === start + i);
  }

  return {
    submit(encoded) {
      const extrinsic = decodeExtrinsic(chain.signing, encoded, chain.head() + 1);
      if ('refused' in extrinsic) return refused(extrinsic);
      const { signer, nonce } = extrinsic;
      if (waiting.some((x) => x.encoded === encoded))
        return refused({ code: 1013, message: 'Transaction Already Imported' });
      if (nonce < nonceOf(signer)) return refused(refuse('transaction is outdated (its nonce was already used)'));
      if (waiting.some((x) => x.signer === signer && x.nonce === nonce)) {
        return refused({ code: 1014, message: 'Priority is too low: another transaction with this nonce is waiting' });
      }
      if (!chain.runtime.pallets.transactionPayment.canPay(extrinsic)) {
        return refused(refuse('inability to pay some fees (account balance too low)'));
      }
      waiting.push(extrinsic);
      return { ok: true, hash: extrinsicHash(encoded) };
    },
    ready: () => [...new Set(waiting.map((x) => x.signer))].flatMap(readyOf),
    pending: () => waiting.map((x) => x.encoded),
    prune() {
      const { transactionPayment } = chain.runtime.pallets;
      waiting = waiting.filter((x) => x.nonce >= nonceOf(x.signer) && transactionPayment.canPay(x));
    },
    nextNonce: (account) => nonceOf(account) + readyOf(account).length,
  };
}
