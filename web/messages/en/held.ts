export const held = {
  kind: 'Files held',
  titleOf: (name: string) => `Files held by ${name}`,
  sentence: (replicas: string, count: number, live: string, liveCount: number) => {
    if (count === 0) return 'Nothing on chain says that this account holds a file.';
    if (liveCount === count)
      return `Each of the ${replicas} files here can be asked for now: the machines still report.`;
    if (liveCount === 0) return `None of the ${replicas} files here can be asked for now: no machine still reports.`;
    return `${live} of the ${replicas} files here can be asked for now; the machines of the others no longer report.`;
  },
  toNode: 'All about this node',
  toAccount: 'All about this account',
  link: 'Files it holds',
  linkWords: 'each with the machine that can serve it',
  sums: {
    title: 'In sum',
    replicas: 'Replicas',
    replicasNote: 'one for each file and owner',
    live: 'Live now',
    liveNote: 'their machine can be asked',
    bytes: 'Size',
    liveBytes: 'Size of the live ones',
  },
  machines: {
    title: 'Which machine can serve',
    lead: 'All that one machine reported is live, or none of it: it reports under the same anchor, was heard in the last finished slot and runs a valid version.',
    who: 'Machine',
    anchor: 'Anchor',
    state: 'State',
    replicas: 'Replicas',
    bytes: 'Size',
    none: 'No machine has reported a file for this account.',
    listMore: (n: string, all: string) => `The fullest ${n} of ${all} machines are shown.`,
  },
  list: {
    title: 'The files',
    lead: 'One line for each replica. Before spec 17 the chain kept no owners, so replicas of those days stand under whoever reported them.',
    machine: 'On machine',
    state: 'Can serve it',
    until: 'Paid until',
    spower: 'Spower',
    status: 'File',
    none: 'No file is held at this block.',
  },
};
