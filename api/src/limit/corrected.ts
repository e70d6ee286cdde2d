import type { MemberMove } from '@moho/protocol';
import type { CallFact, Facts } from './facts';

/** In this order the calls of a block are asked whether they corrected a machine's spower. */
const SERVICE = 'UpdateSpowerSuccess';
const MEMBERSHIPS: ReadonlySet<string> = new Set(['JoinGroupSuccess', 'QuitGroupSuccess']);
const MARKET: ReadonlySet<string> = new Set(['UpdateReplicasSuccess', 'CalculateSpowersSuccess', 'CalculateSuccess']);

const onlyExtrinsic = (calls: readonly CallFact[]): number | null => {
  const found = new Set(calls.map(({ extrinsicIndex }) => extrinsicIndex));
  return found.size === 1 ? ([...found][0] as number) : null;
};

/**
 * The extrinsic that changed a machine's spower by what no row of a file tells: the spower service's correction, the
 * machine's way into or out of a group (which gives its spower up), its report, or the market's call that took more away
 * than there was. Null where several calls of the block may have done it, or none that has an event.
 */
export const correctingExtrinsic = (
  { account, anchor }: Pick<MemberMove, 'account' | 'anchor'>,
  block: number,
  { call, accepted }: Pick<Facts, 'call' | 'accepted'>,
): number | null => {
  const calls = call.filter((each) => each.block === block);
  const moved = calls.filter(({ name, args }) => MEMBERSHIPS.has(name) && args.includes(account));
  if (moved.length > 0) return onlyExtrinsic(moved);
  const corrections = calls.filter(({ name }) => name === SERVICE);
  if (corrections.length > 0) return onlyExtrinsic(corrections);
  const report = accepted.find((each) => each.anchor === anchor && each.block === block);
  if (report !== undefined) return report.extrinsicIndex;
  return onlyExtrinsic(calls.filter(({ name }) => MARKET.has(name)));
};
