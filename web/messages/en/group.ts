const machines = (n: number) => (n === 1 ? '1 machine reports' : `${n} machines report`);

/** The page about a group of machines: who reported when, who is punished, which versions run. */
export const group = {
  kind: 'Group of machines',
  kindAlone: 'Machine without a group',
  titleOf: (name: string) => `Machines of ${name}`,
  sentence: (members: number, punished: number) => {
    if (members === 0) return 'No machine reports for this owner, so nothing earns it a stake limit.';
    const all = `${machines(members)} for this owner`;
    if (punished === 0) return `${all}, and the work of every one counts.`;
    if (punished === members) return `${all}, but none of their work counts now: each missed a report lately.`;
    return `${all}; ${punished} of them ${punished === 1 ? 'counts' : 'count'} nothing now because a report was missed.`;
  },
  alone: (punished: boolean) =>
    punished
      ? 'This machine reports for itself alone, and its work counts nothing now because a report was missed.'
      : 'This machine reports for itself alone, and its work counts.',
  member: 'This machine reports for the group of another owner, which earns from its work.',
  nobody: 'At this block no machine reports under this account, for itself or for a group.',
  toNode: 'All about this node',
  toAccount: 'All about this account',
  toGroup: 'The group it reports for',
  link: 'Reports of each machine',
};
