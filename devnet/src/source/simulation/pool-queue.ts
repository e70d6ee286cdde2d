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

/** The order in which a block takes them: the highest priority among every account's next one, again and again. */
export function inOrder(
  ready: readonly SignedExtrinsic[],
  priority: (x: SignedExtrinsic) => bigint,
): SignedExtrinsic[] {
  const lines = [...bySigner(ready).values()].map((own) => own.map((x) => ({ x, priority: priority(x) })));
  const out: SignedExtrinsic[] = [];
  while (out.length < ready.length) {
    const [first, ...others] = lines.filter((line) => line.length > 0);
    if (first === undefined) break;
    const best = others.reduce((a, b) => ((b[0]?.priority ?? 0n) > (a[0]?.priority ?? 0n) ? b : a), first);
    const next = best.shift();
    if (next !== undefined) out.push(next.x);
  }
  return out;
}
