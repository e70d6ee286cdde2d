/**
 * How a group owner may share what an era brought among its members: by the workload each of them counted over the era's
 * slots. The chain knows no such split: all of it goes to the owner. Amounts are pico-CRU, workloads bytes.
 */

export interface MemberWork<Account> {
  who: Account;
  /** sum of its workload over the judged slots that count, 0 for those it was punished in */
  workload: bigint;
}

export interface MemberShare<Account> extends MemberWork<Account> {
  amount: bigint;
}

/**
 * Splits a whole amount by workload, so that the parts sum up to it. Everybody gets the part rounded down; the picos left
 * over, fewer than there are members, go one each to those whose parts lost most by it (largest remainder), the first
 * listed first among equals. When nobody counted anything there is nobody to share with: all parts are 0.
 */
export const shareByWorkload = <Account>(
  amount: bigint,
  members: readonly MemberWork<Account>[],
): MemberShare<Account>[] => {
  const total = members.reduce((sum, { workload }) => sum + workload, 0n);
  if (total === 0n) return members.map((member) => ({ ...member, amount: 0n }));
  const parts = members.map((member) => {
    const product = amount * member.workload;
    return { ...member, amount: product / total, remainder: product % total };
  });
  const left = parts.reduce((rest, part) => rest - part.amount, amount);
  const byRemainder = parts
    .map((part, i) => ({ i, remainder: part.remainder }))
    .sort((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder < b.remainder ? 1 : -1));
  const onePicoMore = new Set(byRemainder.slice(0, Number(left)).map(({ i }) => i));
  return parts.map(({ remainder: _, ...part }, i) => ({
    ...part,
    amount: onePicoMore.has(i) ? part.amount + 1n : part.amount,
  }));
};
