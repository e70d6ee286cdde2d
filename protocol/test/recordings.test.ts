import { afterAll, describe, expect, it } from 'vitest';
import { MAINNET_PROFILE } from '../src';
import { eraPayoutChecker, snapshotChecker } from './check-eras';
import { feeChecker } from './check-fees';
import { limitChecker } from './check-limits';
import { orderChecker } from './check-orders';
import { rewardChecker } from './check-rewards';
import { eventsOf, num, readerOf, runtimesOf } from './decode';
import { findRecordings, openRecording, replay } from './recording';
import { type BlockContext, newTally, type Tally } from './tally';

const folder = process.env.CRUST_RECORDINGS ?? '';
const folders = folder === '' ? [] : findRecordings(folder);

/** Not an event: a block that writes exposure rows of a new era. */
const ERA_SNAPSHOT = 'era snapshot';

/** Events that make a kind of check owe at least one comparison. */
const OWED: Record<string, string> = {
  exposures: ERA_SNAPSHOT,
  'stake limits': 'staking.UpdateStakeLimitSuccess',
  'sweep totals': 'staking.UpdateStakeLimitSuccess',
  'era payouts': 'staking.EraReward',
  'reward events': 'staking.Reward',
  'order legs': 'market.FileSuccess',
};

/** Everything protocol computes, held to one recorded chain. */
const recompute = (path: string): { name: string; tallies: Tally[]; seen: Map<string, number> } => {
  const recording = openRecording(path);
  const runtimeAt = runtimesOf(recording);
  const kinds = {
    limits: newTally('stake limits'),
    deadlines: newTally('punishment deadlines'),
    totals: newTally('sweep totals'),
    exposures: newTally('exposures'),
    elections: newTally('elections and clips'),
    payouts: newTally('era payouts'),
    rewards: newTally('reward events'),
    legs: newTally('order legs'),
    steps: newTally('fee steps'),
    still: newTally('fees between steps'),
  };
  const checks = [
    limitChecker(kinds.limits, kinds.deadlines, kinds.totals),
    snapshotChecker(kinds.exposures, kinds.elections),
    eraPayoutChecker(kinds.payouts),
    rewardChecker(kinds.rewards),
    orderChecker(kinds.legs),
    feeChecker(kinds.steps, kinds.still),
  ];
  const seen = new Map<string, number>();
  for (const { block, before, after, overridden } of replay(recording)) {
    const runtime = runtimeAt(block.number);
    const events = eventsOf(runtime, after);
    for (const { name } of events) seen.set(name, (seen.get(name) ?? 0) + 1);
    const context: BlockContext = {
      block,
      runtime,
      spec: runtime.spec,
      isFirstOfRuntime: recording.runtimes.some(({ fromBlock }) => fromBlock === block.number),
      isJulyBuildOf4: runtime.spec === 4 && num(runtime.consts.staking?.bondingDuration ?? null) === 60,
      profile: MAINNET_PROFILE,
      before: readerOf(runtime, before),
      after: readerOf(runtime, after),
      events,
      overridden,
    };
    const era = num(context.after.get('staking', 'currentEra'));
    if (num(context.before.get('staking', 'currentEra')) !== era) {
      const rows = context.after.entries('staking', 'erasStakers', era).length;
      if (rows > 0) seen.set(ERA_SNAPSHOT, (seen.get(ERA_SNAPSHOT) ?? 0) + 1);
    }
    for (const check of checks) check(context);
  }
  return { name: recording.name, tallies: Object.values(kinds), seen };
};

describe('protocol against recorded chains', () => {
  const summary: string[] = [];
  afterAll(() => {
    console.log(summary.length === 0 ? 'recordings: none given' : summary.join('\n'));
  });

  it('has something to compare when a folder is named', () => {
    expect(folder === '' || folders.length > 0, `no folder with a chain.json in ${folder}`).toBe(true);
  });

  for (const path of folders) {
    it(`recomputes ${path.split('/').pop()} to the pico`, { timeout: 300_000 }, () => {
      const { name, tallies, seen } = recompute(path);
      for (const { kind, compared, overridden, withoutInput, differences } of tallies) {
        const apart = `${overridden > 0 ? `, ${overridden} overridden` : ''}${withoutInput > 0 ? `, ${withoutInput} without their call` : ''}`;
        summary.push(`${name}: ${kind}: ${compared} compared, ${differences.length} differ${apart}`);
        const owed = OWED[kind];
        if (owed !== undefined && (seen.get(owed) ?? 0) > withoutInput) {
          expect(compared, `${kind} compared`).toBeGreaterThan(0);
        }
      }
      expect(tallies.flatMap(({ kind, differences }) => differences.map((text) => `${kind}: ${text}`))).toEqual([]);
    });
  }
});
