type Cause =
  | 'CANDIDACY'
  | 'LEFT'
  | 'JOINED'
  | 'NEW_ENCLAVE'
  | 'PUNISHED'
  | 'PUNISHMENT_OVER'
  | 'SWEEP_CUT'
  | 'SRD'
  | 'FILES_IN'
  | 'MATURED'
  | 'TIER'
  | 'FILES_OUT'
  | 'SPOWER_CORRECTED'
  | 'NETWORK'
  | 'STAKED'
  | 'ISSUANCE'
  | 'UNNAMED';

/** What each cause is called in a list. */
const causes: Record<Cause, string> = {
  CANDIDACY: 'Candidacy began or ended',
  LEFT: 'Members left',
  JOINED: 'Members joined',
  NEW_ENCLAVE: 'Fresh enclave',
  PUNISHED: 'Missed reports',
  PUNISHMENT_OVER: 'Punishment over',
  SWEEP_CUT: 'Sweep cut short',
  SRD: 'Sealed random data',
  FILES_IN: 'Replicas accepted',
  MATURED: 'Replicas matured',
  TIER: 'Files’ replicas counted anew',
  FILES_OUT: 'Replicas gone',
  SPOWER_CORRECTED: 'Spower corrected',
  NETWORK: 'All others’ workload',
  STAKED: 'Stake of the era',
  ISSUANCE: 'Total issuance',
  UNNAMED: 'Unnamed',
};

/** The cause as the end of a sentence; `who` are the members concerned, `up` whether it raised the limit. */
const because: Record<Cause, (who: string, up: boolean) => string> = {
  CANDIDACY: (_, up) => (up ? 'it became a candidate' : 'it is no candidate any more'),
  LEFT: (who) => `${who} left the group`,
  JOINED: (who) => `${who} joined the group`,
  NEW_ENCLAVE: (who) => `${who} began anew with a fresh enclave`,
  PUNISHED: (who) => `${who} missed a report`,
  PUNISHMENT_OVER: (who) => `${who} counts again after a punishment`,
  SWEEP_CUT: (who, up) => (up ? `the sweep got to ${who} again` : `the sweep was cut short before it came to ${who}`),
  SRD: (who, up) => `${who} reported ${up ? 'more' : 'less'} sealed random data`,
  FILES_IN: (who) => `new replicas of ${who} were accepted`,
  MATURED: (who) => `replicas of ${who} matured`,
  TIER: (who, up) => `files of ${who} have ${up ? 'more' : 'fewer'} replicas`,
  FILES_OUT: (who) => `replicas of ${who} were deleted or their files closed`,
  SPOWER_CORRECTED: (who) => `the spower of ${who} was corrected`,
  NETWORK: (_, up) => `the workload of all others ${up ? 'shrank' : 'grew'}`,
  STAKED: () => 'another stake stands behind the era',
  ISSUANCE: (_, up) => `the total issuance ${up ? 'grew' : 'shrank'}`,
  UNNAMED: () => 'of something that the index cannot name',
};

export const limit = {
  kind: 'Stake limit',
  titleOf: (name: string) => `Stake limit of ${name}`,
  toNode: 'All about this node',
  link: 'Why the limit changed',
  linkWords: 'every change with its causes, and what the next weeks hold',
  never: 'The limit of this node has not changed yet.',
  sentence: (up: boolean, amount: string, slot: string, mostly: boolean, reason: string) =>
    `The limit ${up ? 'rose' : 'fell'} by ${amount} CRU at the judgement of slot ${slot}, ${mostly ? 'mostly ' : ''}because ${reason}.`,
  sentenceWithoutSlot: (up: boolean, amount: string, block: string, reason: string) =>
    `The limit ${up ? 'rose' : 'fell'} by ${amount} CRU in block ${block}, because ${reason}.`,
  because,
  causes,
  oneMember: (name: string) => `member ${name}`,
  members: (n: string) => `${n} members`,
  someMembers: 'several members',
  nobody: 'a member',
  changes: {
    title: 'Every change, newest first',
    lead: 'Each change opens to its causes, applied one after another in a fixed order: each part is the exact limit with its cause minus the one without, and the parts sum up to the change.',
    none: 'No change of the limit is known at this block.',
    parts: 'Causes of the change',
    cause: 'Cause',
    part: 'Part',
    change: 'Change',
    picture: 'From before to after',
    rows: 'What says so',
    moreRows: (n: string) => `and ${n} more`,
    from: 'from',
    to: 'to',
    noLimit: 'no limit',
    stage: (now: 'ONE' | 'TWO') => (now === 'TWO' ? 'into stage two' : 'back into stage one'),
    slot: (slot: string) => `slot ${slot}`,
    before: 'Limit before',
    after: 'Limit after',
    amount: 'Change',
    stageTwo: 'The network is in stage two: all share one total limit.',
    stageOne: 'The network is in stage one: a byte of workload backs a pico-CRU.',
    workload: 'Workload that counts',
    totalWorkload: 'of all workload',
    totalLimit: 'Total limit',
  },
  forecast: {
    title: 'The next 28 days',
    lead: 'What the chain’s rows already tell, slot by slot, everything else taken to stay as it is. Replicas mature when the spower service next names their file; a file past its time counts until somebody has it closed.',
    none: 'Nothing falls due in the next 28 days.',
    sentence: (n: string, count: number, down: boolean, amount: string) =>
      `${n} ${count === 1 ? 'moment' : 'moments'} ahead; together they ${down ? 'take' : 'add'} ${amount} CRU.`,
    when: 'When',
    what: 'What',
    count: 'How many',
    amount: 'Limit changes by',
    after: 'Limit after it',
    who: 'Members',
    moreMembers: (n: string) => `and ${n} more`,
    more: (shown: string, all: string) => `The first ${shown} of ${all} are shown; the rest can be asked of the API.`,
    kinds: {
      MATURES: 'Replicas mature',
      FILES_EXPIRE: 'Files’ paid time ends',
      PUNISHMENT_ENDS: 'Punishment ends',
      CODE_EXPIRES: 'sWorker version expires',
    },
  },
};
