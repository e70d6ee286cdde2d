import { type CallFact, type EventFact, toBigInt, toText } from '../decode/facts';
import { row } from '../write/entities';
import type { RecordContext } from './context';
import { groupEvents } from './market/orders';

interface Claim {
  validator: string;
  era: number;
}

const claimsOf = (calls: CallFact[]): Claim[] =>
  calls
    .filter((call) => call.pallet === 'staking' && call.call === 'reward_stakers' && !call.deferred)
    .map(({ args }) => ({ validator: toText(args.validator_stash), era: Number(args.era) }));

/**
 * Which claim each Reward event belongs to. A claim pays its guarantors first and the validator last (crust-protocol
 * §5.4), so the events of a claim end with one that names its validator. Events that fit no claim get null.
 */
export const assignClaims = (stashes: string[], claims: Claim[]): (Claim | null)[] => {
  const assigned: (Claim | null)[] = [];
  let next = 0;
  for (const claim of claims) {
    const end = stashes.indexOf(claim.validator, next);
    // a claim that was refused has no event: those that follow belong to the next one
    if (end < 0) continue;
    for (; next <= end; next++) assigned.push(claim);
  }
  for (; next < stashes.length; next++) assigned.push(null);
  return assigned;
};

/** Rewards paid and slashes applied. */
export const reducePayments = ({ facts, changes }: RecordContext): void => {
  const { number, time } = facts;
  for (const [index, events] of groupEvents(facts.events)) {
    const rewards = events.filter((event) => event.pallet === 'staking' && event.name === 'Reward');
    const claims = index === null ? [] : claimsOf(facts.extrinsics[index]?.calls ?? []);
    const assigned = assignClaims(
      rewards.map((event) => toText(event.args[0])),
      claims,
    );
    rewards.forEach((event, i) => {
      changes.put(
        row('RewardPayment', {
          id: `${number}-${event.index}`,
          stash: toText(event.args[0]),
          validator: assigned[i]?.validator,
          era: assigned[i]?.era,
          amount: toBigInt(event.args[1]),
          block: number,
          extrinsicIndex: event.extrinsicIndex ?? undefined,
          eventIndex: event.index,
          time,
        }),
      );
    });
    for (const event of events) if (isSlash(event)) changes.put(slashRow(event, number, time));
  }
};

const isSlash = (event: EventFact): boolean => event.pallet === 'staking' && event.name === 'Slash';

const slashRow = (event: EventFact, block: number, time: Date) =>
  row('SlashRecord', {
    id: `${block}-${event.index}`,
    stash: toText(event.args[0]),
    amount: toBigInt(event.args[1]),
    block,
    eventIndex: event.index,
    time,
  });
