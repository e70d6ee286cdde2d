import type { Codec } from '@polkadot/types/types';
import {
  addressToHex,
  authoringPayout,
  benefitsLimitPerbill,
  burntPot,
  type Candidate,
  clipExposure,
  type Exposure,
  elect,
  eraPool,
  gposReward,
  MARKET_PAYOUT_ERAS,
  marketCredit,
  nextFeeReductionQuota,
  POTS,
  saturatingSub,
  snapshotExposure,
  type Vote,
  voteCounts,
} from '../src';
import { big, field, list, num } from './decode';
import { type BlockContext, compare, eventsNamed, type Tally } from './tally';

const exposureText = ({ total, own, others }: Exposure<string>): string =>
  `${total} ${own} ${others.map(({ who, value }) => `${who}=${value}`).join(' ')}`;

const decodeExposure = (value: Codec): Exposure<string> => ({
  total: big(field(value, 'total')),
  own: big(field(value, 'own')),
  others: list(field(value, 'others')).map((other) => ({
    who: field(other, 'who').toString(),
    value: big(field(other, 'value')),
  })),
});

/** Candidates chilled by an offence of the ending session, which runs before the snapshot in the same block. */
const offenders = (context: BlockContext): Set<string> => {
  const found = new Set<string>();
  for (const { args } of eventsNamed(context, 'imOnline.SomeOffline')) {
    for (const pair of list(args[0] ?? null)) found.add((list(pair)[0] as Codec).toString());
  }
  return found;
};

const lastSlash = (context: BlockContext, stash: string): number | null => {
  // an offence of the ending session is entered before the snapshot of the same block
  const isKnown = context.after.exists('staking', 'slashingSpans', stash);
  const spans = (isKnown ? context.after : context.before).get('staking', 'slashingSpans', stash);
  if (spans === null || spans.isEmpty) return null;
  return num(field(spans, 'lastNonzeroSlash', 'last_nonzero_slash'));
};

const votesByValidator = (context: BlockContext): Map<string, Vote<string>[]> => {
  const votes = new Map<string, Vote<string>[]>();
  for (const { args, value } of context.before.entries('staking', 'guarantors')) {
    const submittedIn = num(field(value, 'submitted_in', 'submittedIn'));
    for (const target of list(field(value, 'targets'))) {
      const validator = field(target, 'who').toString();
      if (!voteCounts(submittedIn, lastSlash(context, validator), context.spec)) continue;
      const vote = { who: args[0] as string, value: big(field(target, 'value')) };
      votes.set(validator, [...(votes.get(validator) ?? []), vote]);
    }
  }
  return votes;
};

const activeStake = (context: BlockContext, stash: string): bigint => {
  const controller = context.before.get('staking', 'bonded', stash);
  const ledger = controller === null ? null : context.before.get('staking', 'ledger', controller.toString());
  if (ledger === null || ledger.isEmpty) throw new Error(`block ${context.block.number}: ${stash} has no ledger`);
  const slashed = eventsNamed(context, 'staking.Slash')
    .filter(({ args: [who], isInitialization }) => isInitialization && who?.toString() === stash)
    .reduce((sum, { args: [, amount] }) => sum + big(amount ?? null), 0n);
  return saturatingSub(big(field(ledger, 'active')), slashed);
};

const candidatesOf = (context: BlockContext): string[] => {
  const gone = offenders(context);
  return context.before
    .entries('staking', 'validators')
    .map(({ args }) => args[0] as string)
    .filter((stash) => !(gone.has(stash) && !context.after.exists('staking', 'validators', stash)))
    .sort((a, b) => (addressToHex(a) < addressToHex(b) ? -1 : 1));
};

const eligible = (context: BlockContext, candidates: Candidate<string>[]): Candidate<string>[] => {
  const { before } = context;
  if (!before.has('staking', 'forceSelection')) return candidates;
  if (before.get('staking', 'forceSelection')?.toString() !== 'true') return candidates;
  const whitelist = new Set(list(before.get('staking', 'validatorsWhitelist')).map(String));
  return candidates.filter(({ stash }) => whitelist.has(stash));
};

/** Exposures, clipped exposures, total stakes and the elected set of every snapshot, recomputed from ledgers and votes. */
export const snapshotChecker = (exposures: Tally, elections: Tally) => (context: BlockContext) => {
  const { before, after } = context;
  if (!after.exists('staking', 'currentEra')) return;
  const era = num(after.get('staking', 'currentEra'));
  if (num(before.get('staking', 'currentEra')) === era) return;
  const stashes = candidatesOf(context);
  const minimum = num(before.get('staking', 'minimumValidatorCount'));
  if (stashes.length < Math.max(minimum, 1)) return;
  const votes = votesByValidator(context);
  // a sweep that ends in this block has written its limits before the snapshot
  const limitsAt = eventsNamed(context, 'staking.UpdateStakeLimitSuccess').length > 0 ? after : before;
  const recorded = new Map(after.entries('staking', 'erasStakers', era).map((row) => [row.args[1] as string, row]));
  const clipped = new Map(
    after.entries('staking', 'erasStakersClipped', era).map((row) => [row.args[1] as string, row]),
  );
  const candidates: Candidate<string>[] = [];
  let total = 0n;
  for (const stash of stashes) {
    const limit = big(limitsAt.get('staking', 'stakeLimit', stash));
    const snapshot = snapshotExposure(limit, activeStake(context, stash), votes.get(stash) ?? []);
    candidates.push({ stash, effective: snapshot?.total ?? 0n });
    total += snapshot?.total ?? 0n;
    const row = recorded.get(stash);
    const clippedRow = clipped.get(stash);
    recorded.delete(stash);
    if (snapshot === null && row === undefined) continue;
    const computed = snapshot === null ? null : exposureText(snapshot);
    const stored = row === undefined ? null : exposureText(decodeExposure(row.value));
    compare(exposures, context, `exposure of ${stash} in era ${era}`, computed, stored, row?.key);
    if (snapshot === null) continue;
    const short = exposureText(clipExposure(snapshot));
    const storedShort = clippedRow === undefined ? null : exposureText(decodeExposure(clippedRow.value));
    compare(elections, context, `clipped exposure of ${stash}`, short, storedShort, clippedRow?.key);
  }
  for (const stash of recorded.keys()) compare(exposures, context, `exposure of ${stash} in era ${era}`, null, 'a row');
  const elected = elect(eligible(context, candidates), num(before.get('staking', 'validatorCount')), minimum);
  if (elected === null) {
    compare(
      elections,
      context,
      'total stakes without an election',
      false.toString(),
      after.exists('staking', 'erasTotalStakes', era).toString(),
    );
    return;
  }
  compare(elections, context, `ErasTotalStakes of ${era}`, total, big(after.get('staking', 'erasTotalStakes', era)));
  const stored = list(after.get('staking', 'currentElected')).map(String).join(' ');
  compare(elections, context, `CurrentElected for ${era}`, elected.join(' '), stored);
};

/** ErasStakingPayout, ErasAuthoringPayout, ErasMarketPayout (60 eras) and EraReward of every era that ends. */
export const eraPayoutChecker = (payouts: Tally) => (context: BlockContext) => {
  const { before, after, profile, runtime, spec, isJulyBuildOf4 } = context;
  for (const { args } of eventsNamed(context, 'staking.EraReward')) {
    const era = num(args[0] as Codec);
    const gpos = gposReward(
      {
        era,
        startRewardEra: num(before.get('staking', 'startRewardEra')),
        issuance: big(before.get('balances', 'totalIssuance')),
        eraTotalStakes: big(before.get('staking', 'erasTotalStakes', era)),
      },
      profile,
    );
    const pot = field(before.get('system', 'account', POTS.staking), 'data');
    const credit = marketCredit(
      burntPot(big(field(pot, 'free')), big(runtime.consts.balances?.existentialDeposit ?? null)),
    );
    for (let ahead = 0; ahead < MARKET_PAYOUT_ERAS; ahead++) {
      const computed = big(before.get('staking', 'erasMarketPayout', era + ahead)) + credit;
      const key = after.key('staking', 'erasMarketPayout', era + ahead);
      const stored = after.get('staking', 'erasMarketPayout', era + ahead);
      compare(payouts, context, `ErasMarketPayout of ${era + ahead}`, computed, stored && big(stored), key);
    }
    const market = big(before.get('staking', 'erasMarketPayout', era)) + credit;
    const benefits = before.get('benefits', 'currentBenefits');
    const used = big(field(benefits, 'used_fee_reduction_quota'));
    const electedCount = list(before.get('staking', 'currentElected')).length;
    const pool = eraPool(gpos, market, used, electedCount);
    compare(payouts, context, `authoring of EraReward ${era}`, pool.authoring, big(args[1] as Codec));
    compare(payouts, context, `staking of EraReward ${era}`, pool.staking, big(args[2] as Codec));
    const staking = after.get('staking', 'erasStakingPayout', era);
    compare(payouts, context, `ErasStakingPayout of ${era}`, pool.staking, staking && big(staking));
    const quota = nextFeeReductionQuota(gpos, market, benefitsLimitPerbill(spec, isJulyBuildOf4));
    const storedQuota = big(field(after.get('benefits', 'currentBenefits'), 'total_fee_reduction_quota'));
    compare(payouts, context, `fee reduction quota of ${era + 1}`, quota, storedQuota);
    const points = before.get('staking', 'erasRewardPoints', era);
    const individual = field(points, 'individual') as unknown as Map<Codec, Codec>;
    const stored = new Map(
      after.entries('staking', 'erasAuthoringPayout', era).map((row) => [row.args[1] as string, big(row.value)]),
    );
    for (const [who, own] of individual) {
      if (num(own) === 0) continue;
      const computed = authoringPayout(num(own), num(field(points, 'total')), pool.authoring);
      compare(
        payouts,
        context,
        `ErasAuthoringPayout of ${who} in ${era}`,
        computed,
        stored.get(who.toString()) ?? null,
      );
      stored.delete(who.toString());
    }
    for (const who of stored.keys())
      compare(payouts, context, `ErasAuthoringPayout of ${who} in ${era}`, null, 'a row');
  }
};
