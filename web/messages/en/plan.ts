export const plan = {
  title: 'Planner',
  link: 'Planner',
  sentence: (amount: string, nodes: string, added: string) =>
    `${amount} CRU spread over ${nodes} ${nodes === '1' ? 'node' : 'nodes'} as below would add ${added} CRU to your income of each era.`,
  sentenceNowhere: 'No node that passes your conditions would pay you more with this amount on it.',
  sentenceEmpty: 'Say how much CRU you want to guarantee, and see over which nodes it is best spread.',
  lead: 'A guarantee helps a node only up to its stake limit, only the 64 largest guarantors of a node are paid, and every CRU you add changes what all your others earn. The planner counts all of that, to the last digit.',
  how: 'How these figures are counted',
  empty: 'Nothing is planned yet',
  form: {
    label: 'What to plan',
    amount: 'Amount, CRU',
    guarantor: 'Your guarantor account',
    address: 'an address, if you guarantee already',
    most: 'Most on one node, CRU',
    reports: 'Reports sent, at least %',
    fee: 'Guarantee fee, at least %',
    change: 'Fee change in 28 eras, at most %',
    unslashed: 'never slashed only',
    cut: 'standing guarantees may be moved',
    apply: 'Plan',
    clear: 'Clear',
  },
  incomeTitle: 'Income of an era',
  stats: {
    income: 'With this plan',
    incomeNote: 'of all your guarantees together',
    standing: 'As things stand',
    bound: 'No split earns more than',
    boundNote: 'of the splits that were looked at',
    loss: 'The runner-up earns less by',
    lossNote: 'the best split found without one of these nodes',
  },
  isBest: (parts: string, unit: string) =>
    `This is the best way to split the money into ${parts} parts of ${unit} CRU: every other one was ruled out.`,
  isGood: (parts: string, unit: string, gap: string) =>
    `This is a good way to split the money into ${parts} parts of ${unit} CRU, not proven to be the best: another may earn up to ${gap} CRU more in an era.`,
  splitTitle: 'The split',
  unplaced: (amount: string) => `${amount} CRU found no place that would earn more, or are left over from the parts.`,
  runnerUpTitle: 'The runner-up',
  runnerUpLead: (node: string, loss: string) =>
    `Without more on ${node} the best split found earns ${loss} CRU less in an era.`,
  callsTitle: 'Calls to sign',
  callsLead:
    'Sign these with your controller account in any wallet, in this order. This site signs nothing and asks for no key.',
  table: {
    node: 'Node',
    held: 'Stands, CRU',
    change: 'Change, CRU',
    amount: 'Planned, CRU',
    call: 'Call',
    callAmount: 'Amount, CRU',
    callData: 'Call data',
    callOf: (call: string, node: string) => `call data of ${call} for ${node}`,
  },
  notesTitle: 'What to keep in mind',
  notes: {
    allowed: (allowed: string, all: string) => `${allowed} of ${all} nodes pass your conditions.`,
    era: (era: string) =>
      `It is reckoned with the staking payout of era ${era}, the newest that is closed, and with the blocks nodes made on average; the next era may differ.`,
    noEra: 'No era has closed yet, so no income can be told.',
    bonded: 'The amount must be bonded before it can be guaranteed.',
    bondMore: (amount: string) => `${amount} CRU of it are not bonded yet: bond them first.`,
    elsewhere: (count: string) =>
      `${count} of your guarantees are to nodes that stand no more; they earn nothing and keep their places among the sixteen until you cut them.`,
    claims: 'Rewards are paid only when somebody claims them within 84 eras, and they are bonded, not guaranteed anew.',
  },
};
