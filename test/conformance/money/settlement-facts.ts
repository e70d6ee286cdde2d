import { orderRules } from '@moho/protocol/order-price';
import { POTS } from '@moho/protocol/pots';
import type { Settlement } from '@moho/protocol/settlement';
import type { ChainEvent } from '../chain-facts';

/** What a settlement did: as it was told, or as the chain says. Amounts are texts of pico-CRU. */
export interface SettlementFacts {
  outcome: string;
  callerGain: string;
  toStaking: string;
  /** null: not told, as what a closed file leaves up to spec 16 hangs on what its replicas earned */
  toReserved: string | null;
  /** null: the file is gone */
  expiredAt: number | null;
  prepaid: string | null;
}

/** The row of a file on the chain, as far as a settlement moves it; null when there is none. */
export type RowAfter = { expiredAt: number; prepaid: string } | null;

const INSIDE_A_SETTLEMENT: ReadonlySet<string> = new Set(['RenewFileSuccess', 'FileClosed']);

/** Events that belong to the same call as the CalculateSuccess at `at`, which is its last. */
export const eventsOfCall = (events: readonly ChainEvent[], at: number): ChainEvent[] => {
  const last = events[at];
  let from = at;
  for (; from > 0; from--) {
    const before = events[from - 1] as ChainEvent;
    if (before.extrinsic !== last?.extrinsic) break;
    if (before.pallet === 'market' && !INSIDE_A_SETTLEMENT.has(before.name)) break;
  }
  return events.slice(from, at + 1);
};

const transferred = (events: readonly ChainEvent[], wanted: (to: string) => boolean): bigint =>
  events.reduce((sum, { pallet, name, args }) => {
    const [from, to, amount] = args.map(String);
    const counts = pallet === 'balances' && name === 'Transfer' && from === POTS.storage && wanted(to as string);
    return counts ? sum + BigInt(amount as string) : sum;
  }, 0n);

/** What the chain did, from the events of the call and the row it left. */
export const factsOfChain = (call: readonly ChainEvent[], after: RowAfter): SettlementFacts => {
  const renewed = call.some((event) => event.pallet === 'market' && event.name === 'RenewFileSuccess');
  const pots = new Set<string>([POTS.reserved, POTS.staking, POTS.storage]);
  return {
    outcome: renewed ? 'RENEWED' : after === null ? 'CLOSED' : 'NOTED',
    callerGain: String(transferred(call, (to) => !pots.has(to))),
    toStaking: String(transferred(call, (to) => to === POTS.staking)),
    toReserved: String(transferred(call, (to) => to === POTS.reserved)),
    expiredAt: after?.expiredAt ?? null,
    prepaid: after?.prepaid ?? null,
  };
};

/** The same as protocol told it. */
export const factsTold = (told: Settlement, spec: number): SettlementFacts => {
  const closed = told.outcome === 'CLOSED';
  const reserved = closed ? told.prepaidAfter : (told.renewal?.legs.reserved ?? 0n);
  return {
    outcome: told.outcome,
    callerGain: String(told.callerGain),
    toStaking: String(told.renewal?.legs.staking ?? 0n),
    toReserved: closed && orderRules(spec) !== 'SPEC_17' ? null : String(reserved),
    expiredAt: told.expiredAtAfter,
    prepaid: closed ? null : String(told.prepaidAfter),
  };
};
