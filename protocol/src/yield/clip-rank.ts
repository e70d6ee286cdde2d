import { perbillMul } from '../base/perbill';
import { MAX_REWARDED_GUARANTORS, type Vote } from '../exposure';

/**
 * Whether `who` with a vote of `value` is among the 64 of a candidate that are paid. `votes` are the nominal ones in raw
 * key order, with or without a vote of `who`, which counts as `value`. Effective amounts decide, and of equals the one whose
 * key comes first (staking: a stable sort of the exposure).
 */
export const isRewarded = (
  votes: readonly Vote<string>[],
  who: string,
  value: bigint,
  rhoPerbill: bigint,
  keyOf: (account: string) => string,
): boolean => {
  if (votes.length < MAX_REWARDED_GUARANTORS) return true;
  const mine = perbillMul(rhoPerbill, value);
  let ahead = 0;
  let key: string | undefined;
  for (const other of votes) {
    if (other.who === who) continue;
    const theirs = perbillMul(rhoPerbill, other.value);
    if (theirs < mine) continue;
    if (theirs === mine) {
      key ??= keyOf(who);
      if (keyOf(other.who) > key) continue;
    }
    ahead += 1;
    if (ahead === MAX_REWARDED_GUARANTORS) return false;
  }
  return true;
};
