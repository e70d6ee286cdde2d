const files = (n: string, count: number) => `${n} ${count === 1 ? 'file' : 'files'}`;

export const portfolio = {
  kind: 'Files ordered by an account',
  titleOf: (name: string) => `Files of ${name}`,
  sentence: (all: string, count: number, onChain: string) =>
    count === 0
      ? 'This account has ordered no file on Crust so far.'
      : `This account has ordered ${files(all, count)} on Crust; ${onChain} of them are kept there now.`,
  manySentence:
    'This account has ordered more files on Crust than can be summed up right now; the list below is complete.',
  toAccount: 'All about this account',
  link: 'Files it ordered',
  linkWords: 'portfolio, durability and export',
  totals: {
    title: 'In sum',
    files: 'Files ordered',
    filesNote: 'those that are gone included',
    onChain: 'On chain now',
    bytes: 'Size on chain',
    spent: 'Paid for orders',
    spentNote: (orders: string, n: number) =>
      `the three parts of ${n === 1 ? 'the order' : `the ${orders} orders`} it paid`,
    prepaid: 'In prepaid pools',
    prepaidNote: 'for renewals, whoever filled them',
  },
  durability: {
    title: 'How safe they are',
    lead: 'Every file it ordered, by its status at this block; the worst first.',
    good: (n: string, count: number) =>
      count === 1 ? 'Its one paid file is safely stored.' : `All ${n} paid files are safely stored.`,
    bad: (n: string, count: number, paid: string) =>
      `${n} of ${paid} paid files ${count === 1 ? 'has' : 'have'} too few independent owners that still report.`,
    nothing: 'No paid file is on chain at this block.',
    chart: 'Share of files by status',
    status: 'Status',
    files: 'Files',
    share: 'Share',
    bytes: 'Size',
    liveOwners: 'Independent live owners of all its files',
    worst: 'The files in most danger',
    worstLead: 'Paid for, but held by too few owners that still report; the fewest first.',
    show: (status: string) => `show files that are ${status}`,
    silent:
      'The report takes too long for an account with so many files right now. The list and the exports are complete.',
  },
  list: {
    title: 'The files',
    lead: 'The nearest end of the paid time comes first. Files no longer on chain are listed when their status is chosen.',
    filter: 'Filter the files',
    status: 'Status',
    all: 'on chain, any status',
    apply: 'Show',
    none: 'No file is in this list.',
    noneYet: 'None among the files looked at so far; the next page goes on.',
    partly:
      'For a status that follows from replicas a page looks at 2,500 files at most. These are all it found among them, and the next page goes on.',
    liveOwners: 'Live owners',
    liveOwnersHint: 'Independent owners whose machine still reports: members of one group count once.',
    until: 'Paid until',
    spent: 'Paid, CRU',
    prepaid: 'Prepaid, CRU',
    ordered: 'First ordered',
  },
  export: {
    title: 'Take it along',
    lead: 'The whole list in one file, as of one block, however long it is.',
    csv: 'CSV',
    json: 'JSON',
  },
};
