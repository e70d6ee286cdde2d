import type { Codec } from '@polkadot/types/types';
import { type Payout, payout } from '../src';
import { big, callsOf, type EventRow, field, list, num } from './decode';
import { type BlockContext, compare, eventsNamed, type Tally } from './tally';

const computePayout = (context: BlockContext, validator: string, era: number): Payout<string> => {
  const { after } = context;
  const exposure = after.get('staking', 'erasStakersClipped', era, validator);
  const prefs = after.get('staking', 'erasValidatorPrefs', era, validator);
  const authoring = after.get('staking', 'erasAuthoringPayout', era, validator);
  const [fee] = [...(prefs as unknown as Map<string, Codec>).values()];
  return payout({
    authoringPayout: authoring === null ? null : big(authoring),
    stakingPayout: big(after.get('staking', 'erasStakingPayout', era)),
    eraTotalStakes: big(after.get('staking', 'erasTotalStakes', era)),
    exposureTotal: big(field(exposure, 'total')),
    guarantors: list(field(exposure, 'others')).map((other) => ({
      who: field(other, 'who').toString(),
      value: big(field(other, 'value')),
    })),
    guaranteeFeePerbill: big(fee ?? null),
  });
};

const consume = (context: BlockContext, rewards: Tally, queue: EventRow[], validator: string, era: number): void => {
  const parts = computePayout(context, validator, era);
  const expected = [...parts.guarantors, { who: validator, amount: parts.validator }];
  for (const [position, { who, amount }] of expected.entries()) {
    const next = queue[0];
    const isBonded = context.after.exists('staking', 'bonded', who);
    const isValidator = position === expected.length - 1;
    // a stash that is not bonded any more gets no event
    if (!isValidator && !isBonded && next?.args[0]?.toString() !== who) continue;
    queue.shift();
    const recorded = next === undefined ? 'no event' : `${next.args[0]} ${big(next.args[1] ?? null)}`;
    compare(rewards, context, `Reward of ${validator} era ${era}`, `${who} ${amount}`, recorded);
  }
};

/** Every Reward event, recomputed from the era rows, in order: guarantors of the clipped exposure, validator last. */
export const rewardChecker = (rewards: Tally) => (context: BlockContext) => {
  const all = eventsNamed(context, 'staking.Reward');
  if (all.length === 0) return;
  rewards.withoutInput += all.filter(({ extrinsic }) => extrinsic === null).length;
  for (const [index, extrinsic] of context.block.extrinsics.entries()) {
    const queue = all.filter((event) => event.extrinsic === index);
    if (queue.length === 0) continue;
    const calls = callsOf(context.runtime, extrinsic).filter(({ name }) => name === 'staking.rewardStakers');
    for (const { args } of calls) {
      if (queue.length > 0) consume(context, rewards, queue, String(args[0]), num(args[1] ?? null));
    }
    for (const event of queue) {
      compare(rewards, context, `Reward in extrinsic ${index}`, 'no event', `${event.args[0]} ${event.args[1]}`);
    }
  }
};
