import type { Hex } from '../../codec/scale';
import type { SignedExtrinsic } from './framework/extrinsic';

/** Waiting extrinsics, parted into those that a block could take now and those whose nonce is still to come. */
export interface Queue {
  readonly ready: readonly SignedExtrinsic[];
  readonly future: readonly SignedExtrinsic[];
}

const byNonce = (a: SignedExtrinsic, b: SignedExtrinsic) => a.nonce - b.nonce;

function bySigner(waiting: readonly SignedExtrinsic[]): Map<Hex, SignedExtrinsic[]> {
  const accounts = new Map<Hex, SignedExtrinsic[]>();
  for (const x of waiting) {
    const own = accounts.get(x.signer);
    if (own === undefined) accounts.set(x.signer, [x]);
    else own.push(x);
  }
  for (const own of accounts.values()) own.sort(byNonce);
  return accounts;
}

export function queueOf(waiting: readonly SignedExtrinsic[], nonceOf: (account: Hex) => number): Queue {
  const ready: SignedExtrinsic[] = [];
  const future: SignedExtrinsic[] = [];
  for (const [account, own] of bySigner(waiting)) {
    const start = nonceOf(account);
    own.forEach((x, i) => {
      (x.nonce === start + i ? ready : future).push(x);
    });
  }
  return { ready, future };
}

/**
 * The order in which a block takes them: the highest priority among every account's next one, again and again. So each
 * comes as if it had the lowest priority of those its account sent up to it.
 */
export function inOrder(
  ready: readonly SignedExtrinsic[],
  priority: (x: SignedExtrinsic) => bigint,
): SignedExtrinsic[] {
  const ranked = [...bySigner(ready).values()].flatMap((own) => {
    let lowest: bigint | undefined;
    return own.map((x) => {
      const its = priority(x);
      if (lowest === undefined || its < lowest) lowest = its;
      return { x, rank: lowest };
    });
  });
  return ranked.sort((a, b) => (a.rank < b.rank ? 1 : a.rank > b.rank ? -1 : 0)).map(({ x }) => x);
}
