/** The payout sheet of a group. */
export const payout = {
  kind: 'Payout sheet',
  titleOf: (name: string) => `Payout sheet of ${name}`,
  /** `unclaimed`: null when all of it has been paid */
  sentence: (cru: string, unclaimed: string | null, eras: string, machines: number) => {
    const earned = `The owner’s part of ${eras} is ${cru} CRU${unclaimed === null ? '' : `, of which ${unclaimed} CRU have not been claimed yet`}`;
    return machines === 0
      ? `${earned}; no machine reported for it then.`
      : `${earned}; below is each machine’s part by the work it counted.`;
  },
  sentenceNone: (eras: string) => `None of ${eras} has closed yet, so nothing can be shared.`,
  eras: (from: string, to: string) => (from === to ? `era ${from}` : `eras ${from} to ${to}`),
  toGroup: 'The group',
  choose: { label: 'Eras', hint: 'such as 8-12', go: 'Show', most: 'At most 124 eras; the CSV takes any range.' },
  tooMany: (n: string) => `A page shows at most 124 eras, and ${n} were asked for. The CSV takes any range.`,
  csv: 'Every machine and era as CSV',
  totals: {
    title: 'Together',
    amount: 'Owner’s part',
    amountNote: 'paid, or to be paid when it is claimed',
    unclaimed: 'Of it not claimed yet',
    unclaimedNote: 'what a claim would pay by the chain’s rules',
    undivided: 'Left over',
    undividedNote: 'of eras in which no machine counted',
    machines: 'Machines',
  },
  machines: {
    title: 'Machine by machine',
    lead: 'Each era’s amount is shared by free space and spower added over the slots in which the machine counted; a missed or punished slot adds nothing. Parts are rounded down to the pico and the picos left over go to the largest remainders, so that they add up to the whole. The chain itself pays the owner alone.',
    caption: 'Each machine’s part of the owner’s payouts',
    none: 'No machine reported for this owner in these eras.',
    machine: 'Machine',
    share: 'Share (CRU)',
    part: 'Part',
    counted: 'Slots counted',
    lost: 'Slots lost',
    work: 'Work, summed',
  },
  list: {
    title: 'Era by era',
    caption: 'What the owner got for each era',
    era: 'Era',
    amount: 'Owner’s part (CRU)',
    payment: 'Paid in block',
    unclaimed: 'not claimed',
    slots: 'Slots',
    judged: 'Judged in blocks',
    work: 'Work of the group, summed',
    machines: 'Machines',
    undivided: 'Left over (CRU)',
  },
};
