import type { EventFact } from '../../decode/facts';
import { balanceChange } from './balance';
import { noteSettled, type Surroundings, type TransferKind, transferParts } from './classify';

export type Kind = TransferKind | 'DEPOSIT' | 'RESERVED' | 'BALANCE_SET' | 'DUST' | 'UNSEEN' | 'OPENING';

export interface Movement {
  kind: Kind;
  /** into the pot positive */
  amount: bigint;
  account: string | null;
  cidHex: string | null;
  event: EventFact | null;
  /** numbers the movements of one event */
  n: number;
}

/** A balance set by root, whose amount depends on what stood before. */
interface Setting {
  free: bigint;
  event: EventFact;
}

export type Step = Movement | Setting;

const OTHER_KINDS = { Endowed: 'DEPOSIT', Deposit: 'DEPOSIT', Reserved: 'RESERVED', DustLost: 'DUST' } as const;

/** What the events of one extrinsic (or those outside extrinsics) did to the pot, in order. */
export const stepsOf = (events: EventFact[], about: Surroundings): Step[] => {
  const steps: Step[] = [];
  events.forEach((event, at) => {
    noteSettled(event, about);
    const change = balanceChange(events, at);
    if (!change) return;
    if (change.name === 'BalanceSet') {
      steps.push({ free: change.free, event });
      return;
    }
    const { name, account, amount } = change;
    if (name !== 'Transfer') {
      steps.push({ kind: OTHER_KINDS[name], amount, account, cidHex: null, event, n: 0 });
      return;
    }
    const sign = amount < 0n ? -1n : 1n;
    transferParts(events, at, about).forEach((part, n) => {
      steps.push({ kind: part.kind, amount: sign * part.amount, account, cidHex: part.cidHex, event, n });
    });
  });
  return steps;
};

/**
 * The block's movements from the balance before it to the balance after it. What no event tells of is a movement of its
 * own, so that the amounts always sum up to the change; `before` is null at the first block of the index.
 */
export const movementsOf = (steps: Step[], before: bigint | null, after: bigint): Movement[] => {
  const movements: Movement[] = [];
  let running = before ?? 0n;
  for (const step of steps) {
    const amount = 'free' in step ? step.free - running : step.amount;
    running += amount;
    if (!('free' in step)) movements.push(step);
    else if (amount !== 0n)
      movements.push({ kind: 'BALANCE_SET', amount, account: null, cidHex: null, event: step.event, n: 0 });
  }
  const rest = after - running;
  if (rest === 0n) return movements;
  const kind = before === null ? 'OPENING' : 'UNSEEN';
  return [...movements, { kind, amount: rest, account: null, cidHex: null, event: null, n: 0 }];
};
