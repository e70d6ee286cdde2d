/** What missed reports cost a group and its guarantors. */
export const misses = {
  kind: 'Cost of missed reports',
  titleOf: (name: string) => `What missed reports cost ${name}`,
  link: 'What missed reports cost',
  payoutLink: 'Payout sheet',
  toGroup: 'The group',
  sentence: (cases: number, eras: string) =>
    cases === 0
      ? `No work of this group was left out before a snapshot in ${eras}, so no missed report cost anything.`
      : cases === 1
        ? `In ${eras} the work of one machine was left out of one era. This is what that cost.`
        : `In ${eras} the work of a machine was left out ${cases} times. This is what each time cost.`,
  eras: (from: string, to: string) => (from === to ? `era ${from}` : `eras ${from} to ${to}`),
  lastEras: 'the last 28 closed eras',
  choose: { label: 'Eras', hint: 'such as 8-12', go: 'Show', most: 'At most 28 eras.' },
  tooMany: (n: string) => `A page shows at most 28 eras, and ${n} were asked for.`,
  how: 'An era’s stakes are taken once, after the last judgement of work reports before it. A machine that counts nothing there is missing for the whole era. Each row is the era counted once more with this machine’s work alone put back: everybody else’s work, all stakes, the era’s pool and the blocks made are as they were. Rows of one era do not add up.',
  caption: 'Machines left out of an era, and what that cost',
  none: 'Nothing was left out.',
  era: 'Era',
  machine: 'Machine',
  judged: 'Judged slot',
  missed: 'Missed slots behind it',
  missedOne: (slot: string) => `slot ${slot}`,
  missedMany: (n: number, first: string, last: string) => `${n} slots, ${first} to ${last}`,
  missedNone: 'a mark from its registration',
  work: 'Work left out',
  owner: 'Owner lost (CRU)',
  guarantors: 'Guarantors lost (CRU)',
  open: 'Reckoning',
  unknown: 'cannot be told',
  detail: {
    titleOf: (machine: string, era: string) => `Era ${era} without ${machine}`,
    sentence: (owner: string, guarantors: string) =>
      `Because this machine counted nothing, the owner got ${owner} CRU less for this era and its guarantors ${guarantors} CRU less.`,
    free: 'This machine counted nothing, and yet nobody was paid less: the group’s stake limit was not the bound.',
    why: (missed: string, judged: string, block: string) =>
      `It missed ${missed}, so the judgement of slot ${judged} in block ${block} left its work out; the era’s stakes were taken after it.`,
    several: 'It missed several slots: none of them alone would have saved the era.',
    counting: 'The era counted twice',
    countingLead:
      'Left as it was, right with this machine’s work put back. Everything not in the table is the same on both sides.',
    countingCaption: 'The owner’s era as it was and as it would have been',
    figure: 'Figure',
    was: 'As it was',
    would: 'With its work',
    workload: 'Work of the group that counts',
    totalWorkload: 'Work of the network that counts',
    limitOfAll: 'Stake limit of the whole network (CRU)',
    stage: 'A byte of work backs',
    stageOne: 'a pico-CRU of stake',
    stageTwo: 'a part of the network’s limit',
    stakeLimit: 'Stake limit of the owner (CRU)',
    exposureTotal: 'Effective stake behind it (CRU)',
    eraTotalStakes: 'Effective stake of all (CRU)',
    stakingPayout: 'Pool shared by stake (CRU)',
    reward: 'Paid for it altogether (CRU)',
    owner: 'Of that the owner’s part (CRU)',
    guarantorsTitle: 'What each guarantor lost',
    guarantorsLead: (n: number) =>
      n > 64
        ? `${n} guarantors stood behind the owner; the 64 with the most are paid, and who they are may change with the stake that counts.`
        : 'Every guarantor’s part by the stake that counts.',
    guarantorsNone: 'Nobody else stood behind the owner.',
    guarantor: 'Guarantor',
    paid: 'Was paid (CRU)',
    restored: 'Would have been paid (CRU)',
    loss: 'Lost (CRU)',
    notFound:
      'This machine counted before that era’s snapshot, or it belonged to another group, or the era has not closed.',
    rows: 'Rows used',
    snapshot: 'Stakes taken in block',
    judgedAt: 'Judged in block',
    sweepEnd: 'Limits written in block',
    closed: 'Era closed in block',
    reports: 'Reports of this machine',
    blockRule: 'The block named by the index’s rows of the era and of the sweep before its snapshot.',
    guarantorRule: 'The guarantor’s part by its stake in the owner’s exposure, as reward_stakers rounds it.',
  },
};
